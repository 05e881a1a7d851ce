// How does the archive leave the house? As lines of JSON that `ingest` takes back, or as CSV for a spreadsheet.
import type { Config } from '../config.ts'
import type { Article } from '../domain/article.ts'
import { csvCell } from '../domain/csv.ts'
import { openArchive } from '../wiring.ts'
import { DONE, printLine } from './output.ts'

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const COLUMNS = [
  'id', 'externalId', 'headline', 'dek', 'byline', 'dateline', 'publisher', 'publishedAt', 'language', 'wordCount',
  'completeness', 'clusterId', 'clusterSize', 'principal', 'relation', 'documentName', 'url', 'tags', 'body',
] as const

export async function exportCommand(format: ExportFormat, config: Config): Promise<number> {
  const archive = await openArchive(config)
  try {
    if (format === 'csv') await printLine(COLUMNS.join(','))
    for await (const article of archive.store.articles.each()) await printLine(format === 'csv' ? csvLine(article) : JSON.stringify(article))
    return DONE
  } finally {
    await archive.close()
  }
}

function csvLine(article: Article): string {
  return COLUMNS.map((column) => csvCell(column === 'relation' ? article.relation?.relation : article[column])).join(',')
}
