// Which things are being done to many articles? Tasks and their articles, each with what came of it.
import type { Actor } from '../domain/role.ts'
import type { ItemOutcome, Task, TaskItem, TaskKind, TaskOrder, TaskStatus } from '../domain/task.ts'
import type { Problem } from '../domain/problem.ts'
import type { ArticleFilter, Listed, ListQuery } from './port.ts'

/** Articles by a filter or by name. */
export type Chosen = { readonly filter: ArticleFilter } | { readonly ids: readonly string[] }

export interface NewTask extends TaskOrder {
  readonly question?: Readonly<Record<string, string>>
  readonly undoes?: string
}

export interface TaskFilter {
  readonly status?: TaskStatus
  readonly kind?: TaskKind
}

export interface Tasks {
  /** Freezes which articles are meant, and their versions; durable when it resolves. Writes the audit row. */
  add(task: NewTask, chosen: Chosen, actor: Actor, now: string): Promise<Task>
  /** A task over what `undone` changed, each at the version that it left. `conflict` where nothing can be taken back. */
  addUndo(undone: string, actor: Actor, now: string): Promise<Task>
  /** How many articles an order would meet, and how many are so already. */
  weigh(order: TaskOrder, chosen: Chosen): Promise<{ readonly count: number; readonly same: number; readonly samples: readonly string[] }>
  get(id: string): Promise<Task | undefined>
  list(query: ListQuery<TaskFilter>): Promise<Listed<Task>>
  counts(): Promise<Readonly<Record<TaskStatus, number>>>
  /** The oldest that waits or runs, marked as running. */
  next(now: string): Promise<Task | undefined>
  /** The next articles of a task, in order of id. */
  waiting(id: string, limit: number): Promise<readonly TaskItem[]>
  settle(id: string, outcomes: readonly ItemOutcome[]): Promise<void>
  /** What failed, with why. */
  failures(id: string, limit: number): Promise<readonly { readonly articleId: string; readonly detail: string }[]>
  /** A task without articles reports what it counted. */
  report(id: string, counts: { readonly total: number; readonly changed: number; readonly same: number }): Promise<void>
  end(id: string, status: 'done' | 'failed', now: string, problem?: Problem): Promise<Task>
  /** Waiting or running only; `conflict` otherwise. What was done stays done, and can be undone. */
  cancel(id: string, actor: Actor, now: string): Promise<Task>
  /** Failed or cancelled only: the articles that are left, and those that failed, wait again. */
  retry(id: string, actor: Actor, now: string): Promise<Task>
}
