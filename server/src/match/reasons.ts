// Why was it decided so? One sentence a ground, in an editor's words, the verdict's own ground first.
import type { Reason, Relation } from '../domain/match.ts'
import type { Measures } from './measures.ts'
import type { Quotations } from './quotations.ts'
import type { Nearness } from './related.ts'
import type { Verdict } from './relation.ts'
import type { CountedSubstitution } from './substitutions.ts'

export interface Grounds {
  readonly verdict: Verdict
  readonly measures: Measures
  readonly near: Nearness
  readonly passages: number
  /** Different names and numbers in the passages, and those kept. */
  readonly facts: { readonly kept: number; readonly all: number }
  readonly substitutions: readonly CountedSubstitution[]
  readonly quotations: Quotations
}

/** Examples a sentence, at most. */
const EXAMPLES = 3
/** Changed facts listed, at most. */
const FACTS_LISTED = 5

const VERDICTS: Readonly<Record<Relation, Reason>> = {
  identical: { code: 'same-text', message: 'The words are the same from first to last.' },
  'near-duplicate': { code: 'same-text-edited', message: 'Both are the whole text, with small edits.' },
  excerpt: { code: 'part-of-the-other', message: 'One is a part of the other, word for word.' },
  abridged: { code: 'passages-kept', message: 'Passages of one were kept in the other; the rest was cut or recast.' },
  spun: { code: 'words-swapped', message: 'Sentence by sentence the same, with words swapped for others.' },
  template: { code: 'house-form', message: 'The frame is the same, the names and numbers in it are others: another story in one form.' },
  related: { code: 'same-event', message: 'They share names and numbers but not their wording.' },
  none: { code: 'nothing-shared', message: 'They share neither wording nor enough names and numbers.' },
}

const SHARED_PASSAGE: Reason = { code: 'shared-passage', message: 'They share single passages, too little of either for a copy.' }

export function reasonsFor(grounds: Grounds): readonly Reason[] {
  const { verdict, measures } = grounds
  const reasons: Reason[] = [verdict.relation === 'related' && grounds.passages > 0 ? SHARED_PASSAGE : VERDICTS[verdict.relation]]
  if (verdict.relation === 'identical') return reasons
  if (measures.matched > 0) reasons.push(containment(measures), matched(measures))
  else if (grounds.near.shared > 0) reasons.push(shared(grounds.near))
  if (measures.matched > 0) reasons.push(...facts(grounds), ...swaps(grounds), ...quotations(grounds.quotations))
  return reasons
}

function containment(measures: Measures): Reason {
  const told = (one: number, other: number) => `${percent(one)} of this is in that, ${percent(other)} of that in this.`
  return { code: 'containment', message: told(measures.coverLeft, measures.coverRight), turned: told(measures.coverRight, measures.coverLeft) }
}

function matched(measures: Measures): Reason {
  const passages = measures.stretches === 1 ? 'one passage' : `${measures.stretches} passages`
  return {
    code: 'words-matched',
    message: `${measures.matched} words agree in ${passages}, ${percent(measures.identity)} of the words there; the longest unbroken run has ${measures.longestRun}.`,
  }
}

function shared(near: Nearness): Reason {
  return { code: 'names-shared', message: `${near.shared} names and numbers stand in both, ${near.pairs === 1 ? 'one pair' : `${near.pairs} pairs`} of them next to each other.` }
}

function facts({ facts, substitutions }: Grounds): readonly Reason[] {
  if (facts.all === 0) return []
  const reasons: Reason[] = [{ code: 'facts-kept', message: `${facts.kept} of ${facts.all} names and numbers kept in the passages.` }]
  const changed = substitutions.filter((one) => one.fact)
  if (changed.length > 0) {
    const told = (say: Saying) => `Names, numbers or dates changed: ${changed.slice(0, FACTS_LISTED).map(say).join('; ')}${more(changed.length - FACTS_LISTED)}.`
    reasons.push({ code: 'facts-changed', message: told(stands), turned: told(standsTurned) })
  }
  return reasons
}

function swaps({ measures, substitutions }: Grounds): readonly Reason[] {
  const words = substitutions.filter((one) => !one.fact)
  if (words.length === 0) return []
  const count = words.reduce((sum, one) => sum + one.count, 0)
  const told = (say: Saying) => `Other words stand in ${count === 1 ? 'one place' : `${count} places`} (${percent(measures.swapped)} of the aligned words): ${words.slice(0, EXAMPLES).map(say).join('; ')}.`
  return [{ code: 'wording-changed', message: told(stands), turned: told(standsTurned) }]
}

function quotations(found: Quotations): readonly Reason[] {
  if (found.both === 0) return []
  const reasons: Reason[] = [{ code: 'quotations-altered', message: found.both === 1 ? 'The one quotation differs.' : `${found.altered} of ${found.both} quotations differ.` }]
  if (found.altered === 0) return [{ code: 'quotations-kept', message: found.both === 1 ? 'The one quotation is the same.' : `${found.both} of ${found.both} quotations are the same.` }]
  for (const one of found.examples) {
    reasons.push({ code: 'quotation-altered', message: `Quoted here as ${one.from}, there as ${one.to}.`, turned: `Quoted here as ${one.to}, there as ${one.from}.` })
  }
  return reasons
}

type Saying = (one: CountedSubstitution) => string

function stands(one: CountedSubstitution): string {
  const times = one.count === 1 ? '' : ` ${one.count} times`
  return `${one.from} stands as ${one.to}${times}`
}

function standsTurned(one: CountedSubstitution): string {
  return stands({ ...one, from: one.to, to: one.from })
}

function more(count: number): string {
  return count > 0 ? `; and ${count} more` : ''
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
