// What does an engine hold of an article? A flat record; every filterable field is there, null where nothing is known.
import type { Article } from '../domain/article.ts'
import type { EngineRecord } from './port.ts'

export function engineRecord(article: Article, revision: number): EngineRecord {
  return {
    id: article.id,
    revision,
    headline: article.headline,
    dek: article.dek ?? '',
    byline: article.byline,
    body: article.body,
    publisher: article.publisher ?? null,
    language: article.language,
    tags: article.tags,
    relation: article.relation?.relation ?? null,
    completeness: article.completeness,
    principal: article.principal,
    clusterId: article.clusterId,
    clusterSize: article.clusterSize,
    documentId: article.documentId,
    externalId: article.externalId ?? null,
    wordCount: article.wordCount,
    publishedAtUnix: seconds(article.publishedAt),
    publishedYear: dayOf(article.publishedAt)?.slice(0, 4) ?? null,
    publishedMonth: dayOf(article.publishedAt)?.slice(0, 7) ?? null,
    createdAtUnix: seconds(article.createdAt) ?? 0,
  }
}

function seconds(time: string | undefined): number | null {
  const milliseconds = time === undefined ? Number.NaN : Date.parse(time)
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

/** `2024-11-21`, UTC; years beyond four digits are in no histogram. */
function dayOf(time: string | undefined): string | undefined {
  const date = new Date(time ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : /^\d{4}-\d\d-\d\d/.exec(date.toISOString())?.[0]
}
