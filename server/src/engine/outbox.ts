// How does the engine come to hold what the store holds? One batch at a time; a batch that fails is halved until the
// record at fault is alone, and only that one is told as failed. The caller loops.
import type { Article } from '../domain/article.ts'
import type { Applied, EngineRecord, Holding } from './port.ts'
import { engineRecord } from './projection.ts'

export interface OutboxItem {
  readonly articleId: string
  readonly wanted: number
  readonly gone: boolean
  readonly attempts: number
}

/** What of the store's outbox is needed here. */
export interface OutboxSide<Item extends OutboxItem> {
  due(engine: string, limit: number, now: string): Promise<readonly Item[]>
  held(engine: string, entries: readonly Item[]): Promise<void>
  failed(engine: string, entry: Item, error: string, now: string): Promise<void>
}

export interface Drained {
  /** Entries that the engine now holds for certain. */
  readonly done: number
  readonly failed: number
  /** More may be due. */
  readonly more: boolean
}

/** One batch. `load` gives live articles by id, in any order. Throws where the engine is away: nothing is lost, try later. */
export async function drainOutbox<Item extends OutboxItem>(
  outbox: OutboxSide<Item>,
  engine: Pick<Holding, 'identity' | 'apply'>,
  load: (ids: readonly string[]) => Promise<readonly Article[]>,
  now: () => Date = () => new Date(),
): Promise<Drained> {
  const identity = await engine.identity()
  const due = await outbox.due(identity, BATCH, now().toISOString())
  if (due.length === 0) return { done: 0, failed: 0, more: false }
  const wanted = due.filter((item) => !item.gone)
  const articles = new Map((await load(wanted.map((item) => item.articleId))).map((article) => [article.id, article]))
  const work: Work<Item>[] = due.map((item) => {
    const article = item.gone ? undefined : articles.get(item.articleId)
    return article === undefined ? { item } : { item, record: engineRecord(article, item.wanted) }
  })
  const results: Result<Item>[] = []
  for (const slice of slices(work)) results.push(...(await send(engine, slice)))
  // A file that was deleted meanwhile took the batch with it: nothing of it is held.
  if ((await engine.identity()) !== identity) return { done: 0, failed: 0, more: true }
  const held = results.filter((result) => result.error === undefined).map((result) => result.item)
  if (held.length > 0) await outbox.held(identity, held)
  const failures = results.filter((result) => result.error !== undefined)
  for (const { item, error } of failures) await outbox.failed(identity, item, error ?? '', now().toISOString())
  return { done: held.length, failed: failures.length, more: due.length === BATCH }
}

/** Records in one batch, and UTF-16 code units of their bodies. */
const BATCH = 500
const BATCH_TEXT = 4_000_000

interface Work<Item> {
  readonly item: Item
  /** Absent: the engine should not hold it. */
  readonly record?: EngineRecord
}

interface Result<Item> {
  readonly item: Item
  readonly error?: string
}

function* slices<Item>(work: readonly Work<Item>[]): Generator<readonly Work<Item>[]> {
  let slice: Work<Item>[] = []
  let size = 0
  for (const one of work) {
    const length = one.record?.body.length ?? 0
    if (slice.length > 0 && size + length > BATCH_TEXT) {
      yield slice
      slice = []
      size = 0
    }
    slice.push(one)
    size += length
  }
  if (slice.length > 0) yield slice
}

async function send<Item extends OutboxItem>(engine: Pick<Holding, 'identity' | 'apply'>, work: readonly Work<Item>[]): Promise<readonly Result<Item>[]> {
  try {
    const records = work.flatMap((one) => (one.record === undefined ? [] : [one.record]))
    const remove = work.flatMap((one) => (one.record === undefined ? [one.item.articleId] : []))
    const applied = await engine.apply(records, remove)
    return resultsOf(work, applied)
  } catch (error) {
    // An engine that doesn't answer at all is not the fault of any record.
    await engine.identity()
    if (work.length === 1) return work.map(({ item }) => ({ item, error: error instanceof Error ? error.message : String(error) }))
    const middle = work.length >> 1
    return [...(await send(engine, work.slice(0, middle))), ...(await send(engine, work.slice(middle)))]
  }
}

function resultsOf<Item extends OutboxItem>(work: readonly Work<Item>[], applied: readonly Applied[]): readonly Result<Item>[] {
  const byId = new Map(applied.map((one) => [one.id, one]))
  return work.map(({ item }) => {
    const result = byId.get(item.articleId)
    if (result === undefined) return { item, error: 'The engine said nothing of it' }
    return result.ok ? { item } : { item, error: result.error }
  })
}
