// What just happened? Told to whoever watches: the event stream, the command line's progress.
import type { DecisionKind } from './decision.ts'
import type { DocumentStatus } from './document.ts'
import type { Problem } from './problem.ts'
import type { TaskKind, TaskStatus } from './task.ts'

export type ArchiveEvent =
  | { readonly kind: 'document.received'; readonly upload: string; readonly document: string; readonly name: string; readonly parent?: string }
  | { readonly kind: 'document.progress'; readonly upload: string; readonly document: string; readonly name: string; readonly articles: number }
  | {
      readonly kind: 'document.settled'
      readonly upload: string
      readonly document: string
      readonly name: string
      readonly status: DocumentStatus
      readonly articles: number
      readonly problem?: Problem
    }
  /** Nothing of the upload waits or runs any more. */
  | { readonly kind: 'upload.settled'; readonly upload: string; readonly counts: Readonly<Record<DocumentStatus, number>> }
  /** `versions`: as they are now, so that whoever made the change knows it for their own. */
  | { readonly kind: 'clusters.changed'; readonly clusters: readonly string[]; readonly versions?: readonly { readonly id: string; readonly version: number }[]; readonly actor: string }
  | {
      readonly kind: 'decision.made' | 'decision.withdrawn' | 'decision.restored'
      readonly id: string
      readonly decided: DecisionKind
      /** Of many at once; `id` names the batch then. */
      readonly batch?: string
      readonly clusters: readonly string[]
      readonly actor: string
    }
  /** A task of many articles moved on. */
  | { readonly kind: 'task.changed'; readonly task: string; readonly what: TaskKind; readonly status: TaskStatus; readonly total: number; readonly done: number }
  /** The engine caught up to here. */
  | { readonly kind: 'index.progress'; readonly pending: number }

export type Notify = (event: ArchiveEvent) => void
