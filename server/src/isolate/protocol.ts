// What do parent and child say to one another? Every event is answered with `taken`, so that a fast reader waits for a slow archive.
import type { ReadEvent, ReadLimits, SourceFile } from '../domain/reading.ts'

export type ToChild =
  | { readonly kind: 'read'; readonly file: SourceFile; readonly limits: ReadLimits; readonly spool: string }
  | { readonly kind: 'taken' }

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'event'; readonly event: ReadEvent }
  | { readonly kind: 'finished' }
  /** Our own code threw: the fault is not the file's. */
  | { readonly kind: 'broke'; readonly message: string; readonly code?: string }

/** Events under way at once: the child works on the next while the parent stores the last. */
export const WINDOW = 3
