// What can be done to many articles, and how is it said?
import { amount, counted } from '../../evidence/numbers.ts'
import type { ActKind } from '../archive/tasks.ts'

export interface Act {
  readonly kind: ActKind
  /** On the button that opens it. */
  readonly label: string
  /** What is asked for first. */
  readonly asks?: 'Tag' | 'Publisher'
  /** On the button that does it. */
  readonly does: (count: number) => string
  /** Of those that are so already. */
  readonly same: (count: number) => string
  /** What one should know first; that it can be undone as a whole, unless said. */
  readonly warns?: string
}

const few = (count: number): string => amount(count, 'article', 'articles')

const UNTOUCHED = 'Nothing that a person decided is touched.'
const REREAD =
  'Their files are read under the rules of today, with all that people corrected in them. An article whose text stays keeps its number, its edits and its decisions; one whose text changes comes in anew, and the old one goes to the bin.'

export const ACTS: Readonly<Record<ActKind, Act>> = {
  bin: { kind: 'bin', label: 'Move to the bin', does: (count) => `Move ${few(count)} to the bin`, same: (count) => `${counted(count)} are there already` },
  restore: { kind: 'restore', label: 'Restore', does: (count) => `Restore ${few(count)}`, same: (count) => `${counted(count)} are not in the bin` },
  tag: { kind: 'tag', label: 'Add a tag…', asks: 'Tag', does: (count) => `Tag ${few(count)}`, same: (count) => `${counted(count)} have it already` },
  untag: { kind: 'untag', label: 'Take a tag off…', asks: 'Tag', does: (count) => `Take it off ${few(count)}`, same: (count) => `${counted(count)} do not have it` },
  'set-publisher': { kind: 'set-publisher', label: 'Set the publisher…', asks: 'Publisher', does: (count) => `Set it on ${few(count)}`, same: (count) => `${counted(count)} have it already` },
  recheck: { kind: 'recheck', label: 'Look for copies again', does: (count) => `Look for copies of ${few(count)}`, same: () => '', warns: UNTOUCHED },
  reread: { kind: 'reread', label: 'Read again from the file…', does: (count) => `Read ${few(count)} again`, same: () => '', warns: REREAD },
  reindex: { kind: 'reindex', label: 'Send to the search index again', does: (count) => `Send ${few(count)} again`, same: () => '', warns: UNTOUCHED },
}
