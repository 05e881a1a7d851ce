// What does the engine not hold yet? Level-triggered: a wanted and a held revision, no log of events,
// so that lost, repeated and reordered notices are harmless.

export interface OutboxEntry {
  readonly articleId: string
  /** The revision that the engine should hold. */
  readonly wanted: number
  /** The article is binned: the engine should not hold it. */
  readonly gone: boolean
  readonly attempts: number
}

export interface OutboxState {
  /** Entries where wanted and held differ and that are still tried. */
  readonly pending: number
  /** Given up after repeated failures; shown to an administrator. */
  readonly quarantined: number
  /** ISO 8601; absent where nothing waits. */
  readonly oldestWaitingSince?: string
}

export interface QuarantinedEntry {
  readonly articleId: string
  readonly attempts: number
  readonly lastError: string
}

export interface Outbox {
  /** Due entries of an engine's generation, oldest first. */
  due(engine: string, limit: number, now: string): Promise<readonly OutboxEntry[]>
  /** The engine holds these revisions for certain. */
  held(engine: string, entries: readonly OutboxEntry[]): Promise<void>
  /** Tried and failed: again after a growing delay, quarantined past the last attempt. */
  failed(engine: string, entry: OutboxEntry, error: string, now: string): Promise<void>
  /** This index is no more: no account of it is kept. Should it be asked for again, it holds nothing and all live articles are wanted. */
  retire(engine: string): Promise<void>
  /** The engine's copy of these is in doubt: to be sent again. */
  doubt(engine: string, articleIds: readonly string[]): Promise<void>
  /** Those of the articles that wait to be sent to the engine or taken out of it, and are still tried. */
  waiting(engine: string, articleIds: readonly string[]): Promise<ReadonlySet<string>>
  state(engine: string): Promise<OutboxState>
  quarantined(engine: string): Promise<readonly QuarantinedEntry[]>
  /** The revision wanted of each live article, in id order, a page at a time; for `verify`. */
  wanted(afterId: string | undefined, limit: number): Promise<readonly { readonly articleId: string; readonly revision: number }[]>
}
