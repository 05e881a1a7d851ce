// How is a row written as what stayed, what was swapped, put in and taken out? Item by item, with every mark and space of
// both texts in its place, so that the writing gives back each text to the letter.
import type { AlignedWords } from '../domain/match.ts'
import type { Op } from '../domain/evidence.ts'
import type { Span } from '../domain/span.ts'
import { type Edit, type Known, between, piecesOf, together } from './pieces.ts'
import { placeOf, type Side, slice, type Words, wordsPlace } from './side.ts'

/** An `Edit` with words on both sides is a swap, or equal words. */
export interface Item extends Edit {
  readonly equal: boolean
}

export interface Swapped {
  readonly left: Span
  readonly right: Span
  /** Words; undefined where only marks differ. */
  readonly words?: Edit
}

/** Gives the number of the substitution that a swap belongs to. */
export type Numbering = (swap: Swapped) => number

export function itemsOf(left: Side, right: Side, row: { readonly left: Words; readonly right: Words; readonly pairs: AlignedWords }, known: Known): readonly Item[] {
  const items: Item[] = []
  let [l, r] = [row.left.begin, row.right.begin]
  for (let at = 0; at <= row.pairs.left.length; at++) {
    const [here, there] = [row.pairs.left[at] ?? row.left.end, row.pairs.right[at] ?? row.right.end]
    let [nextL, nextR] = [l, r]
    for (const piece of piecesOf(left, right, { left: { begin: l, end: here }, right: { begin: r, end: there } }, known)) {
      const [leftEnd, rightEnd] = [Math.max(nextL, piece.left.end), Math.max(nextR, piece.right.end)]
      items.push({ left: { begin: nextL, end: leftEnd }, right: { begin: nextR, end: rightEnd }, equal: false })
      ;[nextL, nextR] = [leftEnd, rightEnd]
    }
    if (at < row.pairs.left.length) items.push({ left: { begin: here, end: here + 1 }, right: { begin: there, end: there + 1 }, equal: true })
    ;[l, r] = [here + 1, there + 1]
  }
  return grown(left, right, items.map((item) => (item.equal && spelledApart(left, right, item) ? { ...item, equal: false } : item)))
}

/** What was replaced, put in or taken out in a row, before it is taken apart. */
export function editsOf({ left, right, pairs }: { readonly left: Words; readonly right: Words; readonly pairs: AlignedWords }): readonly Edit[] {
  const edits: Edit[] = []
  let [l, r] = [left.begin, right.begin]
  for (let at = 0; at <= pairs.left.length; at++) {
    const [here, there] = [pairs.left[at] ?? left.end, pairs.right[at] ?? right.end]
    if (here > l || there > r) edits.push({ left: { begin: l, end: here }, right: { begin: r, end: there } })
    ;[l, r] = [here + 1, there + 1]
  }
  return edits
}

/** Letters differ although the folded words do not: an accent, not a capital or a separator. */
function spelledApart(left: Side, right: Side, { left: one, right: other }: Item): boolean {
  return plain(slice(left, wordsPlace(left, one.begin, one.end))) !== plain(slice(right, wordsPlace(right, other.begin, other.end)))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\u00AD\u200B-\u200D\u2060]|(?<=\d),(?=\d)/g, '').toLowerCase()
}

/** A swap takes in what is written together with it: "ISIS-K", not "K". */
function grown(left: Side, right: Side, items: readonly Item[]): readonly Item[] {
  const done: Item[] = []
  for (const item of items) {
    const last = done.at(-1)
    const swaps = last !== undefined && (isSwap(last) || isSwap(item)) && twoSided(last) && twoSided(item)
    if (swaps && belongs(left, right, last, item)) done[done.length - 1] = { left: { begin: last.left.begin, end: item.left.end }, right: { begin: last.right.begin, end: item.right.end }, equal: false }
    else done.push(item)
  }
  return done
}

function isSwap(item: Item): boolean {
  return !item.equal && twoSided(item)
}

function twoSided({ left, right }: Edit): boolean {
  return left.end > left.begin && right.end > right.begin
}

function belongs(left: Side, right: Side, one: Item, other: Item): boolean {
  return held(left, other.left.begin, other.left) || held(right, other.right.begin, other.right)
}

/** The possessive s stays outside: "ISIS-K’s" is a place of "ISIS-K". */
function held(side: Side, at: number, next: Words): boolean {
  if (!together(side, at)) return false
  if (!/['’]/.test(between(side, at))) return true
  return next.end - next.begin === 1 && /^(?!s$)[a-z]{1,2}$/.test(side.of.words[next.begin] as string)
}

/** The row's text as ops. */
export function opsOf(left: Side, right: Side, row: { readonly left: Words; readonly right: Words }, items: readonly Item[], number: Numbering): readonly Op[] {
  const [one, other] = [placeIfAny(left, row.left), placeIfAny(right, row.right)]
  const writer = new Writer(left, right, one, other, number)
  for (const item of items) writer.item(item)
  return writer.end(one.end, other.end)
}

function placeIfAny(side: Side, words: Words): Span {
  return words.end > words.begin ? placeOf(side, words) : { begin: 0, end: 0 }
}

class Writer {
  readonly #left: Side
  readonly #right: Side
  readonly #number: Numbering
  readonly #ops: Op[] = []
  #l: number
  #r: number

  constructor(left: Side, right: Side, one: Span, other: Span, number: Numbering) {
    this.#left = left
    this.#right = right
    this.#number = number
    this.#l = one.begin
    this.#r = other.begin
  }

  item(item: Item): void {
    if (item.right.end === item.right.begin) return this.#own('removed', this.#left, wordsPlace(this.#left, item.left.begin, item.left.end))
    if (item.left.end === item.left.begin) return this.#own('added', this.#right, wordsPlace(this.#right, item.right.begin, item.right.end))
    const [one, other] = [wordsPlace(this.#left, item.left.begin, item.left.end), wordsPlace(this.#right, item.right.begin, item.right.end)]
    this.#gap(one.begin, other.begin)
    const [from, to] = [slice(this.#left, one), slice(this.#right, other)]
    if (item.equal) this.#same(from, to)
    else this.#swap({ left: one, right: other, words: item }, from, to)
    this.#l = one.end
    this.#r = other.end
  }

  end(left: number, right: number): readonly Op[] {
    this.#gap(Math.max(left, this.#l), Math.max(right, this.#r))
    return this.#ops
  }

  /** Words of one side with the space before them; if nothing was written yet, with the space after. */
  #own(op: 'removed' | 'added', side: Side, place: Span): void {
    if (this.#sign(op, place)) return
    const from = op === 'removed' ? this.#l : this.#r
    this.#push({ op, text: side.text.slice(from, place.end) })
    if (op === 'removed') this.#l = place.end
    else this.#r = place.end
  }

  /** A word for a sign: "5%" and "5 percent", "&" and "and". */
  #sign(op: 'removed' | 'added', place: Span): boolean {
    const other = op === 'removed' ? this.#right.text : this.#left.text
    const from = op === 'removed' ? this.#r : this.#l
    const found = /^(\s*)([&%$£€°+=]+)/.exec(other.slice(from, from + 8))
    if (found === null) return false
    const sign = { begin: from + (found[1] as string).length, end: from + found[0].length }
    const [one, two] = op === 'removed' ? [place, sign] : [sign, place]
    this.#gap(one.begin, two.begin)
    this.#swap({ left: one, right: two }, slice(this.#left, one), slice(this.#right, two))
    this.#l = one.end
    this.#r = two.end
    return true
  }

  /** What stands between two words, up to these places: marks and spaces. */
  #gap(toLeft: number, toRight: number): void {
    const [one, other] = [this.#left.text.slice(this.#l, toLeft), this.#right.text.slice(this.#r, toRight)]
    const [begin, end] = [this.#l, this.#r]
    this.#l = toLeft
    this.#r = toRight
    if (typographic(one) === typographic(other)) return this.#same(one, other)
    const ahead = commonLength(one, other)
    const behind = commonLength([...one.slice(ahead)].reverse().join(''), [...other.slice(ahead)].reverse().join(''))
    this.#same(one.slice(0, ahead), other.slice(0, ahead))
    const [from, to] = [one.slice(ahead, one.length - behind), other.slice(ahead, other.length - behind)]
    if (from.trim() === '' || to.trim() === '') {
      if (from !== '') this.#push({ op: 'removed', text: from })
      if (to !== '') this.#push({ op: 'added', text: to })
    } else this.#swap({ left: { begin: begin + ahead, end: begin + ahead + from.length }, right: { begin: end + ahead, end: end + ahead + to.length } }, from, to)
    this.#same(one.slice(one.length - behind), other.slice(other.length - behind))
  }

  #swap(swap: Swapped, from: string, to: string): void {
    this.#push({ op: 'swap', from, to, substitution: this.#number(swap) })
  }

  #same(text: string, right: string): void {
    if (text === '' && right === '') return
    this.#push(text === right ? { op: 'same', text } : { op: 'same', text, right })
  }

  #push(op: Op): void {
    const last = this.#ops.at(-1)
    const joins = last !== undefined && last.op === op.op && op.op !== 'swap' && last.op !== 'swap' && !('right' in last) && !('right' in op)
    if (joins) this.#ops[this.#ops.length - 1] = { op: op.op, text: last.text + op.text } as Op
    else this.#ops.push(op)
  }
}

/** Equal for what only looks otherwise: spaces, the shape of quotation marks and dashes, a hyphen for a space. */
function typographic(gap: string): string {
  if (/^[-‐‑]$/.test(gap)) return ' '
  return gap
    .replace(/[‘’‚‛`´′]/g, "'").replace(/[“”„«»″]|''/g, '"').replace(/[‐‑‒–—―]+/g, '-').replace(/…/g, '...')
    .replace(/\s+/g, ' ')
}

function commonLength(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at++
  return at > 0 && /[\uD800-\uDBFF]/.test(one[at - 1] as string) ? at - 1 : at
}
