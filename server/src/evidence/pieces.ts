// Which words stand for which inside one edit? A run of other words is taken apart where it can be: "power in" and "energy
// within" word for word, "attacks throughout" and "assaults all through" by what is known from elsewhere in the two texts.
import { NUMBER } from '../domain/comparable.ts'
import { near } from './classes.ts'
import { NO_BORDER, type Side, type Words } from './side.ts'
import { EVEN_SWAP_WORDS, PIECE_WORDS, SWAP_WORDS } from './thresholds.ts'

/** Words that were replaced; one of the two may be empty. */
export interface Edit {
  readonly left: Words
  readonly right: Words
}

/** What stands for what, by folded words, and how often it was seen where there was no doubt. */
export type Known = ReadonlyMap<string, number>

/** Written together: one unit for whoever reads it. */
const JOINED = /^[-‐‑–&/@.'’_]$/
const CLAUSE = /[,;:!?()"“”«»\n]/

/** Swaps that need no other place to be read: word for word, or short enough to be one. */
export function learn(left: Side, right: Side, edits: readonly Edit[]): Known {
  const known = new Map<string, number>()
  for (const edit of edits) {
    const [ones, others] = [unitsOf(left, edit.left), unitsOf(right, edit.right)]
    const even = ones.length === others.length
    if (ones.length === 0 || others.length === 0 || Math.max(ones.length, others.length) > (even ? 3 : PIECE_WORDS)) continue
    const pieces = even ? ones.map((one, at) => ({ left: one, right: others[at] as Words })) : [edit]
    for (const piece of pieces) {
      const key = keyOf(left, right, piece)
      known.set(key, (known.get(key) ?? 0) + 1)
    }
  }
  return known
}

/** In order of both texts; together they are the edit. Pieces with two sides are words for words. */
export function piecesOf(left: Side, right: Side, edit: Edit, known: Known): readonly Edit[] {
  return taken(left, right, { left: unitsOf(left, edit.left), right: unitsOf(right, edit.right) }, known)
}

export function keyOf(left: Side, right: Side, piece: Edit): string {
  return `${folded(left, piece.left)}\n${folded(right, piece.right)}`
}

export function folded({ of }: Side, { begin, end }: Words): string {
  return of.words.slice(begin, end).join(' ')
}

/** Is this word written together with the one before? */
export function together(side: Side, at: number): boolean {
  return at > 0 && at < side.length && JOINED.test(between(side, at))
}

export function between({ text, of }: Side, at: number): string {
  return text.slice(of.ends[at - 1], of.begins[at])
}

interface Units {
  readonly left: readonly Words[]
  readonly right: readonly Words[]
}

function unitsOf(side: Side, { begin, end }: Words): readonly Words[] {
  const units: Words[] = []
  for (let at = begin; at < end; at++) {
    const last = units.at(-1)
    if (last !== undefined && together(side, at)) units[units.length - 1] = { begin: last.begin, end: at + 1 }
    else units.push({ begin: at, end: at + 1 })
  }
  return units
}

function taken(left: Side, right: Side, units: Units, known: Known): readonly Edit[] {
  const [m, n] = [units.left.length, units.right.length]
  if (m === 0 && n === 0) return []
  if (m === 0 || n === 0) return [whole(units)]
  const apart = atNumbers(left, right, units) ?? atClauses(left, right, units) ?? atKnown(left, right, units, known) ?? atSpelling(left, right, units)
  if (apart !== undefined) return apart.flatMap((part) => (part === undefined ? [] : taken(left, right, part, known)))
  if (m === n && m <= EVEN_SWAP_WORDS) return units.left.map((one, at) => ({ left: one, right: units.right[at] as Words }))
  const short = Math.max(m, n) <= SWAP_WORDS && Math.max(m, n) <= 3 * Math.min(m, n) + 1
  const edit = whole(units)
  if (short && !crossesSentence(left, edit.left) && !crossesSentence(right, edit.right)) return [edit]
  return [{ left: edit.left, right: { begin: edit.right.begin, end: edit.right.begin } }, { left: { begin: edit.left.end, end: edit.left.end }, right: edit.right }]
}

/** Units as one edit; a side without units stands where its neighbours meet, which the caller need not know. */
function whole({ left, right }: Units): Edit {
  return { left: hull(left), right: hull(right) }
}

function hull(units: readonly Words[]): Words {
  return { begin: units[0]?.begin ?? -1, end: units.at(-1)?.end ?? -1 }
}

function crossesSentence(side: Side, { begin, end }: Words): boolean {
  for (let at = begin + 1; at < end; at++) if (side.borders[at] !== NO_BORDER) return true
  return false
}

type Parts = readonly (Units | undefined)[] | undefined

function part(units: Units, l0: number, l1: number, r0: number, r1: number): Units | undefined {
  return l1 <= l0 && r1 <= r0 ? undefined : { left: units.left.slice(l0, l1), right: units.right.slice(r0, r1) }
}

/** Number answers number: "at least 133" and "more than 100". */
function atNumbers(left: Side, right: Side, units: Units): Parts {
  const [ones, others] = [numbersIn(left, units.left), numbersIn(right, units.right)]
  if (ones.length === 0 || ones.length !== others.length || (units.left.length === 1 && units.right.length === 1)) return undefined
  if (units.left.length === units.right.length && ones.every((at, index) => at === others[index])) return undefined
  const parts: (Units | undefined)[] = []
  let [l, r] = [0, 0]
  ones.forEach((at, index) => {
    const other = others[index] as number
    parts.push(part(units, l, at, r, other), part(units, at, at + 1, other, other + 1))
    ;[l, r] = [at + 1, other + 1]
  })
  return [...parts, part(units, l, units.left.length, r, units.right.length)]
}

function numbersIn({ of }: Side, units: readonly Words[]): readonly number[] {
  return units.flatMap(({ begin, end }, at) => (of.kinds.subarray(begin, end).includes(NUMBER) ? [at] : []))
}

/** What stands before a comma is no other words for what stands after it. */
function atClauses(left: Side, right: Side, units: Units): Parts {
  if (units.left.length === units.right.length) return undefined
  const [ones, others] = [clausesOf(left, units.left), clausesOf(right, units.right)]
  if (ones.length < 2 || ones.length !== others.length) return undefined
  return ones.map(([from, to], at) => part(units, from, to, others[at]?.[0] as number, others[at]?.[1] as number))
}

function clausesOf(side: Side, units: readonly Words[]): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let from = 0
  for (let at = 1; at <= units.length; at++) {
    const begin = units[at]?.begin ?? side.length
    if (at < units.length && side.borders[begin] === NO_BORDER && !CLAUSE.test(between(side, begin))) continue
    parts.push([from, at])
    from = at
  }
  return parts
}

/** A swap that is known from elsewhere, at the beginning or the end, the longest first. */
function atKnown(left: Side, right: Side, units: Units, known: Known): Parts {
  const [m, n] = [units.left.length, units.right.length]
  if (m === n && m > 1 && m <= 2) return undefined
  const sizes: [number, number][] = []
  for (let a = 1; a <= Math.min(m, PIECE_WORDS); a++) for (let b = 1; b <= Math.min(n, PIECE_WORDS); b++) if (a < m || b < n) sizes.push([a, b])
  sizes.sort((one, other) => other[0] + other[1] - one[0] - one[1])
  for (const [a, b] of sizes) {
    const first = part(units, 0, a, 0, b) as Units
    if (known.has(keyOf(left, right, whole(first)))) return [first, part(units, a, m, b, n)]
    const last = part(units, m - a, m, n - b, n) as Units
    if (known.has(keyOf(left, right, whole(last)))) return [part(units, 0, m - a, 0, n - b), last]
  }
  return undefined
}

/** One word in two spellings, at the beginning or the end: "face" and "government faces". */
function atSpelling(left: Side, right: Side, units: Units): Parts {
  const [m, n] = [units.left.length, units.right.length]
  if (m === n) return undefined
  const alike = (one: Words | undefined, other: Words | undefined): boolean =>
    one !== undefined && other !== undefined && near(folded(left, one).replace(/ /g, ''), folded(right, other).replace(/ /g, ''))
  if (alike(units.left[0], units.right[0])) return [part(units, 0, 1, 0, 1), part(units, 1, m, 1, n)]
  if (alike(units.left.at(-1), units.right.at(-1))) return [part(units, 0, m - 1, 0, n - 1), part(units, m - 1, m, n - 1, n)]
  return undefined
}
