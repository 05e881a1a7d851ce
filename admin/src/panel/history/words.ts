// Which words do people read for the kinds of decisions?
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'

type Kind = DecisionRecord['kind']

export const KINDS: Readonly<Record<Kind, { readonly label: string; readonly icon: string }>> = {
  'review': { label: 'Confirmed', icon: '✓' },
  'separate': { label: 'Told apart', icon: '≠' },
  'join': { label: 'Merged', icon: '⋃' },
  'set-principal': { label: 'Principal', icon: '★' },
  'set-relation': { label: 'Relation', icon: '⇄' },
  'later': { label: 'Later', icon: '◷' },
  'report': { label: 'Reported', icon: '⚑' },
}

/** What it did, in the service's sentence; its kind where an older row has none. */
export function effectOf({ effect, kind }: Pick<DecisionRecord, 'effect' | 'kind'>): string {
  return effect === '' ? KINDS[kind].label : effect
}
