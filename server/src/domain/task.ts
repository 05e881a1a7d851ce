// What is done to many articles at once? A task: a frozen list of articles, one thing that is done to each, and what came of it.
// It is kept as rows, so that it goes on after a restart and can be taken back exactly.
import type { FieldGround } from './article.ts'
import type { Problem } from './problem.ts'
import type { Actor } from './role.ts'

/** What a person can ask for. `reindex`: send to the search engine anew. `recheck`: look for copies anew. `reread`: read their files anew, under the rules of today. */
export const BULK_KINDS = ['bin', 'restore', 'tag', 'untag', 'set-publisher', 'reindex', 'recheck', 'reread'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** `undo` takes another task back. `verify` holds the whole index against the store. */
export type TaskKind = BulkKind | 'undo' | 'verify'

/** Kinds whose effect can be taken back article by article. */
const UNDOABLE: ReadonlySet<TaskKind> = new Set(['bin', 'restore', 'tag', 'untag', 'set-publisher'])

export type TaskStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** `same`: it was so already. `skipped`: somebody changed it meanwhile. */
export type ItemState = 'waiting' | 'changed' | 'same' | 'skipped' | 'failed'

/** The one thing that is done. `word` is the tag or the publisher; an empty publisher takes the value away. */
export interface TaskOrder {
  readonly kind: TaskKind
  readonly word?: string
}

export interface Task extends TaskOrder {
  readonly id: string
  readonly status: TaskStatus
  /** The filter that chose the articles, as it was asked; absent where they were named. */
  readonly question?: Readonly<Record<string, string>>
  readonly actor: Actor
  readonly total: number
  readonly counts: Readonly<Record<ItemState, number>>
  /** The task that this one takes back, or that took this one back. */
  readonly undoes?: string
  readonly undoneBy?: string
  readonly problem?: Problem
  readonly createdAt: string
  readonly startedAt?: string
  readonly endedAt?: string
}

/** What an article was before, as far as the task changed it. */
export interface ItemBefore {
  readonly tags?: readonly string[]
  /** Empty: there was none. */
  readonly publisher?: string
  readonly grounds?: readonly FieldGround[]
  readonly status?: 'live' | 'binned'
}

export interface TaskItem {
  readonly articleId: string
  /** The version that the article had when the task was asked for. */
  readonly version: number
  /** For an undo: what is to be put back. */
  readonly before?: ItemBefore
}

export interface ItemOutcome {
  readonly articleId: string
  readonly state: Exclude<ItemState, 'waiting'>
  /** The version that the change left. */
  readonly version?: number
  readonly before?: ItemBefore
  /** Why it failed. */
  readonly detail?: string
}

/** Can what this task did be taken back? */
export function isUndoable(task: Pick<Task, 'kind' | 'counts' | 'status' | 'undoneBy'>): boolean {
  const ended = task.status === 'done' || task.status === 'cancelled' || task.status === 'failed'
  return ended && UNDOABLE.has(task.kind) && task.counts.changed > 0 && task.undoneBy === undefined
}

/** What a task does, in a sentence. */
export function saysOf({ kind, word = '', total, undoes }: TaskOrder & Pick<Task, 'total'> & { readonly undoes?: string }): string {
  const articles = total === 1 ? '1 article' : `${total.toLocaleString('en-GB')} articles`
  switch (kind) {
    case 'bin':
      return `Move ${articles} to the bin`
    case 'restore':
      return `Take ${articles} out of the bin`
    case 'tag':
      return `Tag ${articles} “${word}”`
    case 'untag':
      return `Take the tag “${word}” off ${articles}`
    case 'set-publisher':
      return word === '' ? `Take the publisher off ${articles}` : `Set the publisher of ${articles} to “${word}”`
    case 'reindex':
      return `Send ${articles} to the search engine again`
    case 'recheck':
      return `Look for copies of ${articles} again`
    case 'reread':
      return `Read the files of ${articles} again`
    case 'undo':
      return `Take task ${undoes ?? ''} back on ${articles}`
    case 'verify':
      return 'Hold the search index against the archive'
  }
}
