// What is there to see between two texts? The door of the room: the verdict in a sentence, both texts in blocks that answer
// each other, and every substitution, quotation, fact and addition with its places. Pure; the alignment comes in from outside.
import type { Comparable } from '../domain/comparable.ts'
import type { TextEvidence } from '../domain/evidence.ts'
import { countWords } from '../domain/line.ts'
import { type AlignedWords, isCopy, type Match } from '../domain/match.ts'
import { additionsOf } from './additions.ts'
import { filledIn, wellAnchored } from './anchors.ts'
import { blocksOf, movedRows, wordlessBlocks } from './blocks.ts'
import { changedFacts } from './facts.ts'
import { editsOf, type Item } from './ops.ts'
import { longestRun, orderOf } from './order.ts'
import { learn } from './pieces.ts'
import { quotationsOf } from './quotations.ts'
import { withRecast } from './recast.ts'
import { rowsOf } from './rows.ts'
import { paragraphsOf, sideOf } from './side.ts'
import { Substitutions } from './substitutions.ts'
import { SHARED_RUN } from './thresholds.ts'
import { verdictOf } from './verdict.ts'

export { familyOf, type FamilyTexts, type MemberText, type Relative } from './family.ts'
export { stackOf, type StackTexts } from './stack.ts'

export interface Compared {
  readonly left: Comparable
  readonly right: Comparable
  readonly match: Match
  /** The words that the match rests on. */
  readonly aligned: readonly AlignedWords[]
  /** One of the two is known to stop early. */
  readonly incomplete?: boolean
}

/** Any two texts are taken. The cost grows with their lengths, not their product. */
export function evidenceOf(compared: Compared): TextEvidence {
  const { match } = compared
  const [left, right] = [sideOf(compared.left), sideOf(compared.right)]
  const order = orderOf(left, right, compared.aligned, !isCopy(match.relation))
  const pairs = wellAnchored(left, right, isCopy(match.relation) ? withRecast(left, right, order) : order.pairs)
  const rows = rowsOf(left, right, pairs, order.moved).map((row) => (row.pairs.left.length > 0 ? filledIn(left, right, row) : row))
  const passages = order.moved.map((passage) => filledIn(left, right, passage))
  const moved = movedRows(rows, passages)
  const answering = [...rows.filter((row) => row.pairs.left.length > 0), ...moved]
  const edits = answering.flatMap(editsOf)
  const found = new Substitutions(left, right)
  const items: Item[] = []
  const blocks = [...blocksOf(left, right, rows, passages, { known: learn(left, right, edits), found, items }), ...wordlessBlocks(left, right)]
  const { substitutions, renumber } = found.listed(answering.map((row) => row.left))
  const shared = answering.map((row) => row.pairs)
  const told = {
    substitutions,
    quotations: quotationsOf(left, right, shared),
    facts: changedFacts(left, right, substitutions, edits, match.relation === 'spun'),
  }
  const longest = Math.max(0, ...compared.aligned.map(longestRun))
  const figures = {
    leftWords: countWords(left.text),
    rightWords: countWords(right.text),
    inOrder: pairs.left.length / Math.max(1, Math.min(left.length, right.length)),
    runsKept: runsKept(pairs, Math.min(left.length, right.length)),
    longestRun: longest,
    moved: moved.length,
    edits: edits.length,
    alone: blocks.filter((block) => block.kind === 'left-only' || block.kind === 'right-only').length,
    incomplete: compared.incomplete === true,
  }
  return {
    verdict: verdictOf(match, figures, told),
    coverage: { leftInRight: match.containment.left, rightInLeft: match.containment.right, longestRun: longest },
    paragraphs: { left: paragraphsOf(left.text), right: paragraphsOf(right.text) },
    blocks: blocks.map((block) => ({ ...block, ops: block.ops.map((op) => (op.op === 'swap' ? { ...op, substitution: renumber[op.substitution] as number } : op)) })),
    ...told,
    additions: { left: additionsOf(left, right, 'left', shared, items), right: additionsOf(right, left, 'right', shared, items) },
  }
}

/** Share of the runs of five words that stand unbroken on both sides. */
function runsKept({ left, right }: AlignedWords, words: number): number {
  let kept = 0
  for (let at = 0, run = 0; at < left.length; at++) {
    const next = at > 0 && left[at] === (left[at - 1] as number) + 1 && right[at] === (right[at - 1] as number) + 1
    run = next ? run + 1 : 1
    if (run >= SHARED_RUN) kept++
  }
  return words < SHARED_RUN ? 0 : kept / (words - SHARED_RUN + 1)
}
