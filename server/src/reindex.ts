// Does the engine hold what the store holds, and how is it built anew? The store is the truth; the engine's copy is
// compared by id and revision, doubtful articles are sent again, strangers are taken out.
import type { SearchEngine } from './engine/port.ts'
import type { Outbox } from './store/outbox-port.ts'

export interface IndexFault {
  readonly articleId: string
  /** `missing`: not in the engine. `stale`: an older revision is. `extra`: it should not be there. */
  readonly fault: 'missing' | 'stale' | 'extra'
}

export interface ReindexParts {
  readonly outbox: Outbox
  readonly engine: SearchEngine
  /** Brings the engine level by what is due; returns how many articles it took. */
  readonly drain: () => Promise<number>
}

const PAGE = 5_000

/** Every article that differs, in the order of the store's ids; the strangers last. Waiting changes count as faults too. */
export async function verify({ outbox, engine }: Omit<ReindexParts, 'drain'>): Promise<readonly IndexFault[]> {
  const held = new Map<string, number>()
  for await (const entry of engine.inventory()) held.set(entry.id, entry.revision)
  const faults: IndexFault[] = []
  let after: string | undefined
  for (;;) {
    const page = await outbox.wanted(after, PAGE)
    for (const { articleId, revision } of page) {
      const holds = held.get(articleId)
      if (holds === undefined) faults.push({ articleId, fault: 'missing' })
      else if (holds !== revision) faults.push({ articleId, fault: 'stale' })
      held.delete(articleId)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.articleId
  }
  for (const articleId of held.keys()) faults.push({ articleId, fault: 'extra' })
  return faults
}

/** Finds and mends what differs, without a person's help. Returns what was found. */
export async function reconcile(parts: Omit<ReindexParts, 'drain'>): Promise<readonly IndexFault[]> {
  const faults = await verify(parts)
  if (faults.length === 0) return faults
  const identity = await parts.engine.identity()
  await parts.outbox.doubt(identity, faults.filter(({ fault }) => fault !== 'extra').map(({ articleId }) => articleId))
  const strangers = faults.filter(({ fault }) => fault === 'extra').map(({ articleId }) => articleId)
  for (let at = 0; at < strangers.length; at += PAGE) await parts.engine.apply([], strangers.slice(at, at + PAGE))
  return faults
}

/** Builds the index from nothing. `onProgress` is told how many articles were sent so far. Returns their number. */
export async function rebuild(parts: ReindexParts, onProgress: (sent: number) => void = () => {}): Promise<number> {
  await parts.engine.reset()
  await parts.outbox.forget(await parts.engine.identity())
  return bringLevel(parts.drain, onProgress)
}

/** Drains until nothing is due. */
export async function bringLevel(drain: () => Promise<number>, onProgress: (sent: number) => void = () => {}): Promise<number> {
  let sent = 0
  for (;;) {
    const done = await drain()
    if (done === 0) return sent
    sent += done
    onProgress(sent)
  }
}
