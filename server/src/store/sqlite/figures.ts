// How does the archive stand as a whole? Sums by the database: a page of rows would be wrong past its end.
import { type RawBuilder, sql } from 'kysely'
import type { Relation } from '../../domain/match.ts'
import type { Step } from '../../domain/step.ts'
import type { Day, FileFilter, Figures, PublisherShare, ReceivedOutcome, Standing, UploadReceipt, Verdicts, Wait } from '../figures-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { listFiles, listUploads, receiptsOf, toldBefore } from './receipts.ts'
import { present } from './rows.ts'
import { daysOf, verdictsOf, waitsOf } from './course.ts'
import type { Sessions } from './sessions.ts'

const copies: RawBuilder<number> = sql<number>`sum(${toldBefore})`

export class SqliteFigures implements Figures {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async standing(): Promise<Standing> {
    const { db } = this.#sessions.reader()
    const told = await db.selectFrom('article').select((eb) => ['status', eb.fn.countAll<number>().as('count'), copies.as('copies')]).groupBy('status').execute()
    const live = told.find((row) => row.status === 'live')
    const grouped = await db.selectFrom('cluster').select((eb) => ['status', sql<number>`size > 1`.as('shared'), eb.fn.countAll<number>().as('count')]).where('size', '>', 0).groupBy(['status', 'shared']).execute()
    const clusters = (wanted: (row: (typeof grouped)[number]) => boolean) => grouped.filter(wanted).reduce((sum, row) => sum + Number(row.count), 0)
    const files = await db.selectFrom('document').select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.min<string>('received_at').as('oldest')]).where('removed_at', 'is', null).groupBy('status').execute()
    const documents = { queued: 0, processing: 0, done: 0, refused: 0, failed: 0 }
    for (const row of files) documents[row.status] = Number(row.count)
    return {
      articles: Number(live?.count ?? 0),
      binned: Number(told.find((row) => row.status === 'binned')?.count ?? 0),
      copies: Number(live?.copies ?? 0),
      clusters: clusters(() => true),
      toReview: clusters((row) => Boolean(row.shared) && row.status === 'open'),
      reviewed: clusters((row) => Boolean(row.shared) && row.status === 'reviewed'),
      documents,
      ...present({ waitingSince: files.find((row) => row.status === 'queued')?.oldest }),
    }
  }

  async begin(): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    const row = await db.selectFrom('article').select((eb) => eb.fn.min<string | null>('created_at').as('first')).where('status', '=', 'live').executeTakeFirst()
    return row?.first ?? undefined
  }

  days(from: string, step: Step): Promise<readonly Day[]> {
    return daysOf(this.#sessions.reader(), from, step)
  }

  verdicts(from: string, step: Step): Promise<readonly Verdicts[]> {
    return verdictsOf(this.#sessions.reader(), from, step)
  }

  waits(step: Step): Promise<readonly Wait[]> {
    return waitsOf(this.#sessions.reader(), step)
  }

  async relations(from: string): Promise<Readonly<Partial<Record<Relation, number>>>> {
    const { db } = this.#sessions.reader()
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

  async publishers(from: string, limit: number): Promise<readonly PublisherShare[]> {
    const { db } = this.#sessions.reader()
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
