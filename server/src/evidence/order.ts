// Which shared stretches stand in the same order in both texts, and which were moved? The heaviest rising chain is the
// order (a longest increasing subsequence weighed by words); what is left and long enough has changed its place.
import type { AlignedWords } from '../domain/match.ts'
import { NO_BORDER, PARAGRAPH, type Side, type Words } from './side.ts'
import { MOVED_CARRIED, MOVED_WORDS, SENTENCE_SHARE, SHARED_RUN } from './thresholds.ts'

export interface Moved {
  readonly left: Words
  readonly right: Words
  readonly pairs: AlignedWords
}

export interface Ordered {
  /** All places of equal words in the common order. */
  readonly pairs: AlignedWords
  readonly moved: readonly Moved[]
}

/** `lone`: the texts are no copies, so that only shared runs that stand for themselves count. */
export function orderOf(left: Side, right: Side, aligned: readonly AlignedWords[], lone: boolean): Ordered {
  const stretches = lone ? aligned.filter((one) => longestRun(one) >= SHARED_RUN) : aligned
  const rising = heaviestRising(stretches)
  const others = stretches.filter((one) => !rising.includes(one)).flatMap((one) => byParagraph(left, right, answering(left, right, one))).filter((one) => one.left.length >= MOVED_WORDS)
  const pairs = answering(left, right, {
    left: rising.flatMap((one) => one.left),
    right: rising.flatMap((one) => one.right),
  })
  return { pairs, moved: carriedOn(left, right, pairs, others) }
}

/** Equal words in a row, the most of them. */
export function longestRun({ left, right }: AlignedWords): number {
  let longest = 0
  for (let at = 0, run = 0; at < left.length; at++) {
    const next = at > 0 && left[at] === (left[at - 1] as number) + 1 && right[at] === (right[at - 1] as number) + 1
    run = next ? run + 1 : 1
    if (run > longest) longest = run
  }
  return longest
}

function heaviestRising(stretches: readonly AlignedWords[]): readonly AlignedWords[] {
  const weights = new Float64Array(stretches.length)
  const before = new Int32Array(stretches.length).fill(-1)
  let best = -1
  stretches.forEach((stretch, at) => {
    let weight = 0
    for (let back = 0; back < at; back++) {
      const other = stretches[back] as AlignedWords
      if ((other.right.at(-1) as number) >= (stretch.right[0] as number) || (weights[back] as number) <= weight) continue
      weight = weights[back] as number
      before[at] = back
    }
    weights[at] = weight + stretch.left.length
    if (best < 0 || (weights[at] as number) > (weights[best] as number)) best = at
  })
  const chain: AlignedWords[] = []
  for (let at = best; at >= 0; at = before[at] as number) chain.push(stretches[at] as AlignedWords)
  return chain.reverse()
}

/** Without the words that two sentences have in common by chance: "the" pairs with "the" wherever a table of words lets it. */
function answering(left: Side, right: Side, pairs: AlignedWords): AlignedWords {
  const kept: { left: number[]; right: number[] } = { left: [], right: [] }
  for (let from = 0; from < pairs.left.length; ) {
    const [here, there] = [left.sentenceOf[pairs.left[from] as number], right.sentenceOf[pairs.right[from] as number]]
    let to = from + 1
    while (to < pairs.left.length && left.sentenceOf[pairs.left[to] as number] === here && right.sentenceOf[pairs.right[to] as number] === there) to++
    const cell = { left: pairs.left.slice(from, to), right: pairs.right.slice(from, to) }
    const shorter = Math.min(lengthOf(left, here as number), lengthOf(right, there as number))
    if (to - from >= shorter * SENTENCE_SHARE || longestRun(cell) >= 3) {
      kept.left.push(...cell.left)
      kept.right.push(...cell.right)
    }
    from = to
  }
  return kept
}

/** A moved stretch that runs over several paragraphs is several passages. */
function byParagraph(left: Side, right: Side, { left: here, right: there }: AlignedWords): readonly AlignedWords[] {
  const parts: { left: number[]; right: number[] }[] = []
  here.forEach((at, index) => {
    const other = there[index] as number
    const last = parts.at(-1)
    if (last === undefined || bordered(left, last.left.at(-1) as number, at) || bordered(right, last.right.at(-1) as number, other)) parts.push({ left: [at], right: [other] })
    else {
      last.left.push(at)
      last.right.push(other)
    }
  })
  return parts
}

function bordered(side: Side, before: number, at: number): boolean {
  for (let border = before + 1; border <= at; border++) if (side.borders[border] === PARAGRAPH) return true
  return false
}

function lengthOf(side: Side, sentence: number): number {
  return (side.sentences[sentence + 1] as number) - (side.sentences[sentence] as number)
}

/** Moved stretches with the rest of their sentences, as far as nobody else has it. */
function carriedOn(left: Side, right: Side, pairs: AlignedWords, stretches: readonly AlignedWords[]): readonly Moved[] {
  const [takenLeft, takenRight] = [new Uint8Array(left.length), new Uint8Array(right.length)]
  for (const at of pairs.left) takenLeft[at] = 1
  for (const at of pairs.right) takenRight[at] = 1
  for (const stretch of stretches) {
    take(takenLeft, extent(stretch.left))
    take(takenRight, extent(stretch.right))
  }
  return stretches.map((stretch) => {
    const moved = { left: carried(left, takenLeft, extent(stretch.left)), right: carried(right, takenRight, extent(stretch.right)), pairs: stretch }
    take(takenLeft, moved.left)
    take(takenRight, moved.right)
    return moved
  })
}

function extent(places: readonly number[]): Words {
  return { begin: places[0] as number, end: (places.at(-1) as number) + 1 }
}

function take(taken: Uint8Array, { begin, end }: Words): void {
  taken.fill(1, begin, end)
}

function carried(side: Side, taken: Uint8Array, { begin, end }: Words): Words {
  let first = begin
  while (side.borders[first] === NO_BORDER && taken[first - 1] === 0 && begin - first < MOVED_CARRIED) first--
  let last = end
  while (side.borders[last] === NO_BORDER && taken[last] === 0 && last - end < MOVED_CARRIED) last++
  return { begin: side.borders[first] === NO_BORDER ? begin : first, end: side.borders[last] === NO_BORDER ? end : last }
}
