// Which articles fit a filter? The one place that turns it into conditions, for lists and for what is done to many at once.
import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { ArticleFilter } from '../port.ts'
import { filtered } from './lists.ts'
import { rowOf, rowsOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { Tables } from './tables.ts'

/** Live articles unless the filter says otherwise. */
export function articlesThatFit(session: Session, filter: ArticleFilter): SelectQueryBuilder<Tables, 'article', object> {
  const { documentId, clusterId, publisher, language, relation, completeness, status, ids } = filter
  const { tags, publishedFrom, publishedTo, createdFrom, createdTo, q } = filter
  return filtered(session.db.selectFrom('article').where('status', '=', status ?? 'live'), [
    documentId !== undefined && ((eb) => eb('document_id', '=', rowOf(documentId) ?? 0)),
    clusterId !== undefined && ((eb) => eb('cluster_id', '=', rowOf(clusterId) ?? 0)),
    publisher !== undefined && ((eb) => eb('publisher', '=', publisher)),
    language !== undefined && ((eb) => eb('language', '=', language)),
    relation !== undefined && ((eb) => eb('relation', '=', relation as never)),
    completeness !== undefined && ((eb) => eb('completeness', '=', completeness as never)),
    ids !== undefined && ((eb) => inSet(eb.ref('id'), asSet(rowsOf(ids)))),
    tags !== undefined && (() => hasTag(tags)),
    publishedFrom !== undefined && ((eb) => eb('published_at', '>=', publishedFrom)),
    publishedTo !== undefined && ((eb) => eb('published_at', '<', publishedTo)),
    createdFrom !== undefined && ((eb) => eb('created_at', '>=', createdFrom)),
    createdTo !== undefined && ((eb) => eb('created_at', '<', createdTo)),
    ...wordsOf(q).map((word) => () => headlineHolds(word)),
  ])
}

export function hasTag(tag: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from json_each(article.tags) where value = ${tag})`
}

/** `instr` knows no wildcards, so that nothing in the word is taken for one. Lower case as SQLite has it: of ASCII letters. */
function headlineHolds(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`instr(lower(article.headline || ' ' || coalesce(article.publisher, '')), lower(${word})) > 0`
}

function wordsOf(q: string | undefined): readonly string[] {
  return (q ?? '').split(/\s+/).filter((word) => word !== '').slice(0, 20)
}
