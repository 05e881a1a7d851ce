// Which words do people read for a relation? One table, so that search, reader, comparison and panel say the same.
import type { Completeness } from '../../../server/src/domain/article.ts'
import type { Relation } from '../../../server/src/domain/match.ts'

export interface RelationWords {
  /** On a chip. */
  readonly label: string
  /** After "Matched in:". */
  readonly copy: string
  readonly says: string
  readonly icon: string
}

const WORDS: Readonly<Record<Relation, RelationWords>> = {
  'identical': { label: 'Exact copy', copy: 'exact copy', says: 'The same words', icon: '=' },
  'near-duplicate': { label: 'Revision', copy: 'earlier or later revision', says: 'The same article with small edits', icon: '≈' },
  'excerpt': { label: 'Excerpt', copy: 'excerpt', says: 'One holds a part of the other, word for word', icon: '⊂' },
  'abridged': { label: 'Agency cut', copy: 'agency cut', says: 'Shortened or re-edited for another paper', icon: '✂' },
  'spun': { label: 'Machine-spun', copy: 'machine-spun copy', says: 'Words swapped by software', icon: '↻' },
  'template': { label: 'Same form', copy: 'another story in the same form', says: 'One house form, another story; not a duplicate', icon: '▦' },
  'related': { label: 'Related story', copy: 'related story', says: 'The same event, independent text; not a duplicate', icon: '∥' },
  'none': { label: 'No relation', copy: 'unrelated text', says: 'No shared wording', icon: '○' },
}

const TRUNCATED: RelationWords = { label: 'Truncated', copy: 'truncated copy', says: 'Stops early, as at a paywall', icon: '⊂' }

/** An excerpt that is known to stop early is a truncated copy to a reader. */
export function wordsFor(relation: Relation, completeness?: Completeness): RelationWords {
  return relation === 'excerpt' && completeness === 'incomplete' ? TRUNCATED : WORDS[relation]
}

export function isRelation(value: string): value is Relation {
  return value in WORDS
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** "68 % of this is in that, 33 % of that in this." */
export function coverageSentence(containment: { readonly left: number; readonly right: number }): string {
  return `${percent(containment.left)} of this is in that, ${percent(containment.right)} of that in this`
}
