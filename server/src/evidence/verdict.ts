// What is the verdict in one sentence? The words of the newsroom, with the figures that make it so; the diff is the proof.
import type { Confidence, Evidence } from '../domain/evidence.ts'
import type { Match } from '../domain/match.ts'
import { HIGH_CONFIDENCE, MEDIUM_CONFIDENCE, SHARED_RUN } from './thresholds.ts'

export interface Figures {
  readonly leftWords: number
  readonly rightWords: number
  /** Share of the shorter text's words that have an equal in the same order. */
  readonly inOrder: number
  /** Share of the shorter text's runs of five words that the other holds. */
  readonly runsKept: number
  readonly longestRun: number
  readonly moved: number
  /** Places inside answering parts where words differ, and parts that only one text has. */
  readonly edits: number
  readonly alone: number
  /** A side is known to stop early: how many of its words there are, and of the other. */
  readonly incomplete: boolean
}

type Told = Pick<Evidence, 'substitutions' | 'quotations' | 'facts'>

export function verdictOf(match: Match, figures: Figures, told: Told): Evidence['verdict'] {
  const confidence: Confidence = match.decidedBy === 'editor' || match.confidence >= HIGH_CONFIDENCE ? 'high' : match.confidence >= MEDIUM_CONFIDENCE ? 'medium' : 'low'
  return { kind: match.relation, sentence: `${sentenceOf(match, figures, told)}.`, confidence }
}

function sentenceOf(match: Match, figures: Figures, told: Told): string {
  const [shorter, longer] = [Math.min(figures.leftWords, figures.rightWords), Math.max(figures.leftWords, figures.rightWords)]
  switch (match.relation) {
    case 'identical':
      return 'Exact copy: the words are the same from first to last'
    case 'near-duplicate':
      return `Revision: the same article with ${changesOf(figures)}${factsOf(told)}${quotationsOf(told)}`
    case 'excerpt':
      return `${figures.incomplete ? 'Truncated copy' : 'Excerpt'}: ${counted(shorter)} of ${counted(longer)} words, ${percent(shareOf(match, figures))} of them in the longer text${factsOf(told)}`
    case 'abridged':
      return `Agency cut: ${percent(shareOf(match, figures))} of the shorter text is in the longer one, in ${amount(match.passages.length, 'passage', 'passages')}${figures.moved === 0 ? '' : ` of which ${figures.moved} moved`}; the rest was recast${factsOf(told)}`
    case 'spun':
      return `Machine-spun copy: ${percent(figures.inOrder)} of its words line up in order, only ${percent(figures.runsKept)} of its five-word runs survive${swapsOf(told)}${quotationsOf(told)}${factsOf(told)}`
    case 'template':
      return 'Same form, another story: the frame is the same, the names and numbers in it are others; not a duplicate'
    case 'related':
      return `Related story, not a duplicate: ${lone(figures)}`
    case 'none':
      return `No relation: ${lone(figures)}`
  }
}

function changesOf({ edits, alone, moved }: Figures): string {
  const told = [
    edits > 0 || alone + moved === 0 ? amount(edits, 'edit', 'edits') : undefined,
    alone > 0 ? `${amount(alone, 'passage', 'passages')} only in one of the two` : undefined,
    moved > 0 ? `${amount(moved, 'passage', 'passages')} moved` : undefined,
  ]
  return told.filter((one) => one !== undefined).join(', ')
}

/** Of the shorter text in the longer. */
function shareOf({ containment }: Match, { leftWords, rightWords }: Figures): number {
  return leftWords <= rightWords ? containment.left : containment.right
}

function lone({ longestRun }: Figures): string {
  return longestRun < SHARED_RUN ? `no shared run of ${SHARED_RUN} words or more` : `single passages only, the longest shared run has ${longestRun} words`
}

function swapsOf({ substitutions }: Told): string {
  const first = substitutions[0]
  return first === undefined || first.class === 'punctuation' ? '' : `, ${first.from} became ${first.to}${first.count > 1 ? ` ${first.count} times` : ''}`
}

function quotationsOf({ quotations }: Told): string {
  return quotations.altered === 0 ? '' : `, ${quotations.altered} of ${amount(quotations.total, 'quotation', 'quotations')} altered`
}

function factsOf({ facts }: Told): string {
  return facts.length === 0 ? '' : `, ${amount(facts.length, 'fact', 'facts')} changed`
}

function amount(count: number, one: string, many: string): string {
  return `${counted(count)} ${count === 1 ? one : many}`
}

function counted(count: number): string {
  return count.toLocaleString('en-GB')
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, share) * 100)} %`
}
