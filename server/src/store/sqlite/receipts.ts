// What came of each upload? Every file has one outcome, reckoned from what is stored now; the sums are made from the same.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { SAME_AGAIN } from '../../domain/again.ts'
import type { Document } from '../../domain/document.ts'
import type { FileFilter, Outcome, ReceivedOutcome, UploadReceipt } from '../figures-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { documentsOf } from './document-rows.ts'
import { page, sorting } from './lists.ts'
import { present, rowsOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

const FILE_SORTS = { id: 'id', name: 'name', size: 'size', status: 'status' } as const

/** Does the cluster of the article in the outer query hold one that came earlier? */
export const toldBefore: RawBuilder<SqlBool> = sql<SqlBool>`exists (
  select 1 from article as earlier
  where earlier.cluster_id = article.cluster_id and earlier.id < article.id and earlier.status = 'live'
)`

const outcome: RawBuilder<Outcome> = sql<Outcome>`case
  when document.status in ('queued', 'processing') then 'waiting'
  when document.status in ('refused', 'failed') then document.status
  when document.original_id is not null then 'copy'
  when not exists (select 1 from article where article.document_id = document.id and article.status = 'live')
    and exists (select 1 from document as member where member.parent_id = document.id) then 'archive'
  when exists (select 1 from article where article.document_id = document.id and article.status = 'live')
    and not exists (select 1 from article where article.document_id = document.id and article.status = 'live' and not ${toldBefore}) then 'copy'
  else 'new'
end`

/** Files that are read before this one, where it waits. */
const ahead: RawBuilder<number | null> = sql<number | null>`case when document.status = 'queued' then (
  select count(*) from document as other where other.status in ('queued', 'processing') and other.id < document.id
) end`

const needsLook: RawBuilder<SqlBool> = sql<SqlBool>`(document.status in ('refused', 'failed') or document.unsure > 0)`

/** What was refused before its bytes were taken in can only be sent anew. */
const mayHelp: RawBuilder<SqlBool> = sql<SqlBool>`(
  document.status in ('refused', 'failed') and document.sha256 <> ''
  and coalesce(json_extract(document.problem, '$.code'), '') not in (${sql.join(SAME_AGAIN.map((code) => sql.lit(code)))})
)`

const isCorrected: RawBuilder<SqlBool> = sql<SqlBool>`exists (
  select 1 from correction
  where correction.sha256 = document.sha256 and correction.replaced_at is null and correction.body <> '{"marks":[],"values":[]}'
)`

export async function listUploads(sessions: Sessions, bounds: { readonly offset: number; readonly limit: number }): Promise<Listed<UploadReceipt>> {
  const session = sessions.reader()
  // Undone ones are listed too: who undid one by mistake finds it here.
  const all = session.db.selectFrom('document')
  const newest = all.select((eb) => ['upload', eb.fn.min<number>('id').as('first')]).groupBy('upload').orderBy('first', 'desc')
  const rows = await newest.limit(bounds.limit).offset(bounds.offset).execute()
  const counted = await all.select((eb) => eb.fn.count<number>('upload').distinct().as('total')).executeTakeFirst()
  return { data: await receiptsOf(session, rows.map((row) => row.upload)), total: Number(counted?.total ?? 0) }
}

/** In the order asked for; those that do not exist left out. */
export async function receiptsOf(session: Session, uploads: readonly string[]): Promise<readonly UploadReceipt[]> {
  const set = asSet(uploads)
  const files = await session.db
    .selectFrom('document')
    .select((eb) => [
      'upload', outcome.as('outcome'), eb.fn.countAll<number>().as('files'), eb.fn.min<number>('id').as('first'),
      eb.fn.sum<number>(sql<number>`case when parent_id is null then size else 0 end`).as('bytes'),
      sql<number>`sum(${needsLook})`.as('attention'), sql<number>`sum(${mayHelp})`.as('again'), sql<number>`sum(${isCorrected})`.as('corrected'),
      eb.fn.min<string>('received_at').as('received'), eb.fn.max<string | null>('settled_at').as('settled'),
    ])
    .where('removed_at', 'is', null)
    .where((eb) => inSet(eb.ref('upload'), set))
    .groupBy(['upload', 'outcome'])
    .execute()
  const names = await session.db.selectFrom('document').select(['id', 'name']).where((eb) => inSet(eb.ref('id'), asSet(files.map((row) => row.first)))).execute()
  const articles = await articlesByUpload(session, set)
  const removed = await removedByUpload(session, set)
  return uploads.flatMap((id) => {
    const own = files.filter((row) => row.upload === id)
    const gone = removed.get(id)
    if (own.length === 0) return gone === undefined ? [] : [undone(id, gone)]
    const first = Math.min(...own.map((row) => row.first))
    const outcomes = { waiting: 0, new: 0, copy: 0, archive: 0, refused: 0, failed: 0 }
    for (const row of own) outcomes[row.outcome] += Number(row.files)
    const settled = own.map((row) => row.settled ?? '').sort().at(-1)
    return [{
      id,
      receivedAt: own.map((row) => row.received).sort()[0] ?? '',
      ...(outcomes.waiting === 0 && settled !== undefined && settled !== '' && { settledAt: settled }),
      name: names.find((row) => row.id === first)?.name ?? '',
      files: own.reduce((sum, row) => sum + Number(row.files), 0),
      bytes: own.reduce((sum, row) => sum + Number(row.bytes), 0),
      outcomes,
      attention: own.reduce((sum, row) => sum + Number(row.attention), 0),
      again: own.reduce((sum, row) => sum + Number(row.again), 0),
      corrected: own.reduce((sum, row) => sum + Number(row.corrected), 0),
      ...(gone !== undefined && { removed: told(gone) }),
      articles: articles.get(id) ?? { new: 0, copies: 0 },
    }]
  })
}

interface Removed {
  readonly files: number
  readonly at: string
  readonly by?: string
  readonly name: string
  readonly received: string
}

async function removedByUpload(session: Session, uploads: string): Promise<ReadonlyMap<string, Removed>> {
  const rows = await session.db
    .selectFrom('document')
    .select((eb) => [
      'upload', eb.fn.countAll<number>().as('files'), eb.fn.max<string>('removed_at').as('at'), eb.fn.max<string | null>('removed_by').as('by'),
      eb.fn.min<string>('name').as('name'), eb.fn.min<string>('received_at').as('received'),
    ])
    .where('removed_at', 'is not', null)
    .where('parent_id', 'is', null)
    .where((eb) => inSet(eb.ref('upload'), uploads))
    .groupBy('upload')
    .execute()
  return new Map(rows.map(({ upload, files, at, by, name, received }) => [upload, { files: Number(files), at, name, received, ...present({ by }) }]))
}

function told({ files, at, by }: Removed): NonNullable<UploadReceipt['removed']> {
  return { files, at, ...present({ by }) }
}

/** Nothing of it is left, but it can come back. */
function undone(id: string, gone: Removed): UploadReceipt {
  const outcomes = { waiting: 0, new: 0, copy: 0, archive: 0, refused: 0, failed: 0 }
  return { id, name: gone.name, receivedAt: gone.received, files: 0, bytes: 0, outcomes, attention: 0, again: 0, corrected: 0, removed: told(gone), articles: { new: 0, copies: 0 } }
}

async function articlesByUpload(session: Session, uploads: string): Promise<Map<string, { new: number; copies: number }>> {
  const rows = await session.db
    .selectFrom('article')
    .innerJoin('document', 'document.id', 'article.document_id')
    .select((eb) => ['document.upload', eb.fn.countAll<number>().as('count'), sql<number>`${toldBefore}`.as('told')])
    .where('article.status', '=', 'live')
    .where('document.removed_at', 'is', null)
    .where((eb) => inSet(eb.ref('document.upload'), uploads))
    .groupBy(['document.upload', 'told'])
    .execute()
  const sums = new Map<string, { new: number; copies: number }>()
  for (const row of rows) {
    const sum = sums.get(row.upload) ?? { new: 0, copies: 0 }
    sum[row.told ? 'copies' : 'new'] += Number(row.count)
    sums.set(row.upload, sum)
  }
  return sums
}

export async function listFiles(sessions: Sessions, query: ListQuery<FileFilter>): Promise<Listed<ReceivedOutcome>> {
  const session = sessions.reader()
  const { upload, outcomes, attention, again } = query.filter
  const own = session.db.selectFrom('document').where('removed_at', 'is', null).where('upload', '=', upload)
  const looked = attention === true ? own.where(needsLook) : own
  const tried = again === true ? looked.where(mayHelp) : looked
  const all = outcomes === undefined ? tried : tried.where(inSet(outcome, asSet(outcomes)))
  const { column, order } = sorting(query.sort, FILE_SORTS, { field: 'id', order: 'asc' })
  const { data, total } = await page(all, all.selectAll('document').select([outcome.as('outcome'), ahead.as('ahead')]).orderBy(column, order).orderBy('id', order), query)
  const documents = await documentsOf(session, data)
  const told = await toldAmong(session, documents)
  const files = documents.map(({ furniture: _left, ...document }, index) => ({
    ...document,
    outcome: data[index]?.outcome ?? ('new' as const),
    ...present({ ahead: data[index]?.ahead }),
    copies: document.articles.map((article) => article.id).filter((id) => document.duplicateOf !== undefined || told.has(id)),
  }))
  return { data: files, total }
}

async function toldAmong(session: Session, documents: readonly Document[]): Promise<ReadonlySet<string>> {
  const ids = rowsOf(documents.flatMap((document) => document.articles.map((article) => article.id)))
  const rows = await session.db.selectFrom('article').select('id').where((eb) => inSet(eb.ref('id'), asSet(ids))).where(toldBefore).execute()
  return new Set(rows.map((row) => String(row.id)))
}
