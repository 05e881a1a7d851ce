// How do two texts differ, word by word? The service says which passages answer each other; inside a passage the words
// are paired here, since a screen must know each single place and not only how often a word was swapped.
import type { Match } from '../../../server/src/domain/match.ts'
import { commonWords } from './common-words.ts'

/** `shared`: the same words in both. `swapped`: other words stand in its place. `own`: only on this side. */
export type PieceKind = 'shared' | 'swapped' | 'own'

export interface Word {
  readonly begin: number
  readonly end: number
  /** Folded, for comparing. */
  readonly folded: string
}

/** What became of each word of one side. */
export interface Marked {
  readonly text: string
  readonly words: readonly Word[]
  readonly kinds: readonly PieceKind[]
  /** For a swapped word: the key of its substitution and a number that its partner shares. */
  readonly swaps: readonly (Swap | undefined)[]
}

export interface Swap {
  readonly from: string
  readonly to: string
  readonly number: number
}

export interface Differences {
  readonly left: Marked
  readonly right: Marked
  /** Places of equal words: index of a left word, index of a right word. */
  readonly shared: readonly (readonly [number, number])[]
}

/** Longest run, in words, that counts as swapped for another run of another length. */
const SWAP_MOST = 8

const WORD = /[\p{L}\p{N}]+(?:[-‐‑'’.,/@&][\p{L}\p{N}]+)*/gu

export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    begin: found.index,
    end: found.index + found[0].length,
    folded: found[0].toLowerCase().replace(/’/g, "'"),
  }))
}

export function differences(left: string, right: string, passages: Match['passages']): Differences {
  const sides = { left: side(left), right: side(right) }
  const shared: (readonly [number, number])[] = []
  let number = 0
  for (const passage of passages) {
    const here = range(sides.left.words, passage.left)
    const there = range(sides.right.words, passage.right)
    const pairs = commonWords(
      { words: sides.left.words.map((word) => word.folded), ...here },
      { words: sides.right.words.map((word) => word.folded), ...there },
    )
    let [from, to] = [here.begin, there.begin]
    for (const [at, other] of [...pairs, [here.end, there.end] as const]) {
      number = swap(sides, { from, at, to, other }, number)
      if (at < here.end) {
        sides.left.kinds[at] = 'shared'
        sides.right.kinds[other] = 'shared'
      }
      ;[from, to] = [at + 1, other + 1]
    }
    shared.push(...pairs)
  }
  return { ...sides, shared }
}

interface OpenMarked extends Marked {
  readonly kinds: PieceKind[]
  readonly swaps: (Swap | undefined)[]
}

interface Gap {
  readonly from: number
  readonly at: number
  readonly to: number
  readonly other: number
}

function side(text: string): OpenMarked {
  const words = wordsOf(text)
  return { text, words, kinds: words.map(() => 'own'), swaps: words.map(() => undefined) }
}

function range(words: readonly Word[], span: { readonly begin: number; readonly end: number }): { begin: number; end: number } {
  const begin = words.findIndex((word) => word.end > span.begin)
  if (begin < 0) return { begin: words.length, end: words.length }
  const after = words.findIndex((word) => word.begin >= span.end)
  return { begin, end: after < 0 ? words.length : after }
}

/** Marks what stands between two shared words; runs of one length are paired word for word. */
function swap(sides: { readonly left: OpenMarked; readonly right: OpenMarked }, gap: Gap, number: number): number {
  const [here, there] = [gap.at - gap.from, gap.other - gap.to]
  if (here <= 0 || there <= 0) return number
  if (here !== there) {
    const [clauses, others] = [clausesOf(sides.left, gap.from, gap.at), clausesOf(sides.right, gap.to, gap.other)]
    if (clauses.length > 1 && clauses.length === others.length) {
      return clauses.reduce((next, [from, at], index) => swap(sides, { from, at, to: others[index]?.[0] ?? 0, other: others[index]?.[1] ?? 0 }, next), number)
    }
    if (Math.max(here, there) > SWAP_MOST) return number
  }
  const step = here === there ? 1 : Math.max(here, there)
  let next = number
  for (let index = 0; index < Math.max(here, there); index += step) {
    const [l, r] = [gap.from + index, gap.to + index]
    const [lEnd, rEnd] = [Math.min(l + step, gap.at), Math.min(r + step, gap.other)]
    const found = { from: quote(sides.left, l, lEnd), to: quote(sides.right, r, rEnd), number: next++ }
    set(sides.left, l, lEnd, found)
    set(sides.right, r, rEnd, found)
  }
  return next
}

/** The parts of a run that punctuation divides: what stands before a full stop is no other words for what stands after it. */
function clausesOf(marked: Marked, begin: number, end: number): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let from = begin
  for (let at = begin + 1; at <= end; at++) {
    const between = marked.text.slice(marked.words[at - 1]?.end, marked.words[at]?.begin)
    if (at < end && !/[,;:.!?()"“”\n]/.test(between)) continue
    parts.push([from, at])
    from = at
  }
  return parts
}

function quote(marked: Marked, begin: number, end: number): string {
  return marked.text.slice(marked.words[begin]?.begin, marked.words[end - 1]?.end).replace(/\s+/g, ' ')
}

function set(marked: OpenMarked, begin: number, end: number, found: Swap): void {
  for (let at = begin; at < end; at++) {
    marked.kinds[at] = 'swapped'
    marked.swaps[at] = found
  }
}
