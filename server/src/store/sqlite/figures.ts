// How does the archive stand as a whole? Sums by the database: a page of rows would be wrong past its end.
import { type RawBuilder, sql } from 'kysely'
import type { Relation } from '../../domain/match.ts'
import type { Step } from '../../domain/step.ts'
import type { Day, FileFilter, Figures, PublisherShare, ReceivedOutcome, Standing, UploadReceipt, Verdicts, Wait } from '../figures-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { listFiles, listUploads, receiptsOf, toldBefore } from './receipts.ts'
import { KeptSums } from './kept-sums.ts'
import { present } from './rows.ts'
import { daysOf, verdictsOf, waitsOf } from './course.ts'
import type { Session, Sessions } from './sessions.ts'

const copies: RawBuilder<number> = sql<number>`sum(${toldBefore})`

export class SqliteFigures implements Figures {
  readonly #sessions: Sessions
  readonly #kept: KeptSums

  constructor(sessions: Sessions) {
    this.#sessions = sessions
    this.#kept = new KeptSums(sessions)
  }

  standing(): Promise<Standing> {
    return this.#kept.of('standing', standingOf)
  }

  async begin(): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    const row = await db.selectFrom('article').select((eb) => eb.fn.min<string | null>('created_at').as('first')).where('status', '=', 'live').executeTakeFirst()
    return row?.first ?? undefined
  }

  days(from: string, step: Step): Promise<readonly Day[]> {
    return this.#kept.of(`days ${step} ${from}`, (session) => daysOf(session, from, step))
  }

  verdicts(from: string, step: Step): Promise<readonly Verdicts[]> {
    return this.#kept.of(`verdicts ${step} ${from}`, (session) => verdictsOf(session, from, step))
  }

  waits(step: Step): Promise<readonly Wait[]> {
    return this.#kept.of(`waits ${step}`, (session) => waitsOf(session, step))
  }

  relations(from: string): Promise<Readonly<Partial<Record<Relation, number>>>> {
    return this.#kept.of(`relations ${from}`, (session) => relationsSince(session, from))
  }

  publishers(from: string, limit: number): Promise<readonly PublisherShare[]> {
    return this.#kept.of(`publishers ${limit} ${from}`, (session) => publishersSince(session, from, limit))
  }

  uploads(page: { readonly offset: number; readonly limit: number }): Promise<Listed<UploadReceipt>> {
    return listUploads(this.#sessions, page)
  }

  async upload(id: string): Promise<UploadReceipt | undefined> {
    return (await receiptsOf(this.#sessions.reader(), [id]))[0]
  }

  files(query: ListQuery<FileFilter>): Promise<Listed<ReceivedOutcome>> {
    return listFiles(this.#sessions, query)
  }
}

/** Of each cluster one article came first: all others are copies, and nobody has to look for what came before them. */
async function standingOf({ db }: Session): Promise<Standing> {
  const told = await db.selectFrom('article').select((eb) => ['status', eb.fn.countAll<number>().as('count')]).groupBy('status').execute()
  const grouped = await db.selectFrom('cluster').select((eb) => ['status', sql<number>`size > 1`.as('shared'), eb.fn.countAll<number>().as('count')]).where('size', '>', 0).groupBy(['status', 'shared']).execute()
  const files = await db.selectFrom('document').select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.min<string>('received_at').as('oldest')]).where('removed_at', 'is', null).groupBy('status').execute()
  const articles = (wanted: 'live' | 'binned') => Number(told.find(({ status }) => status === wanted)?.count ?? 0)
  const clusters = (wanted: (row: (typeof grouped)[number]) => boolean) => grouped.filter(wanted).reduce((sum, row) => sum + Number(row.count), 0)
  const documents = { queued: 0, processing: 0, done: 0, refused: 0, failed: 0 }
  for (const row of files) documents[row.status] = Number(row.count)
  return {
    articles: articles('live'),
    binned: articles('binned'),
    copies: articles('live') - clusters(() => true),
    clusters: clusters(() => true),
    toReview: clusters((row) => Boolean(row.shared) && row.status === 'open'),
    reviewed: clusters((row) => Boolean(row.shared) && row.status === 'reviewed'),
    documents,
    ...present({ waitingSince: files.find((row) => row.status === 'queued')?.oldest }),
  }
}

async function relationsSince({ db }: Session, from: string): Promise<Readonly<Partial<Record<Relation, number>>>> {
  const rows = await db
    .selectFrom('article')
    .select((eb) => ['relation', eb.fn.countAll<number>().as('count')])
    .where('status', '=', 'live')
    .where('relation', 'is not', null)
    .where('created_at', '>=', from)
    .groupBy('relation')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.relation, Number(row.count)]))
}

async function publishersSince({ db }: Session, from: string, limit: number): Promise<readonly PublisherShare[]> {
  const rows = await db
    .selectFrom('article')
    .select((eb) => ['publisher', eb.fn.countAll<number>().as('count'), copies.as('copies')])
    .where('status', '=', 'live')
    .where('publisher', 'is not', null)
    .where('created_at', '>=', from)
    .groupBy('publisher')
    .orderBy('copies', 'desc')
    .orderBy('count', 'desc')
    .orderBy('publisher')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ publisher: row.publisher ?? '', articles: Number(row.count), copies: Number(row.copies) }))
}
