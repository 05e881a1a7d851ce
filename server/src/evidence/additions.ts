// What does only one side have? Sentences of its own, and what was put into shared ones, with the names and numbers that the
// other text nowhere holds: that is what a copy adds.
import { NAME, NUMBER, ORDINARY } from '../domain/comparable.ts'
import type { Addition } from '../domain/evidence.ts'
import type { AlignedWords } from '../domain/match.ts'
import type { Item } from './ops.ts'
import { partnersOf } from './quotations.ts'
import { oneLine, PARAGRAPH, placeOf, type Side, slice, type Words, wordsPlace } from './side.ts'
import { ADDED_WORDS, OWN_SENTENCE } from './thresholds.ts'

/** What `side`, which is `name` of the pair, has alone. `items`: all that is not equal in the parts that answer each other. */
export function additionsOf(side: Side, other: Side, name: 'left' | 'right', shared: readonly AlignedWords[], items: readonly Item[]): readonly Addition[] {
  const elsewhere = new Set(other.of.words)
  const own = ownSentences(side, partnersOf(side, shared, name))
  const put = items.flatMap((item, at) => (putIn(items, at, name) && !holds(own, item[name].begin) && tells(side, item[name], elsewhere, replaces(items, at, name)) ? [item[name]] : []))
  const found = [...own.map((words) => ({ words, span: placeOf(side, words) })), ...put.map((words) => ({ words, span: wordsPlace(side, words.begin, words.end) }))]
  return found
    .sort((one, next) => one.words.begin - next.words.begin)
    .map(({ words, span }) => ({ span, text: oneLine(slice(side, span)), names: runsOf(side, words, NAME, elsewhere), numbers: runsOf(side, words, NUMBER, elsewhere) }))
}

function putIn(items: readonly Item[], at: number, name: 'left' | 'right'): boolean {
  const item = items[at] as Item
  return item[name].end > item[name].begin && isEmpty(item[otherOf(name)])
}

/** Something else was taken out at the same place: a recast, not an addition. */
function replaces(items: readonly Item[], at: number, name: 'left' | 'right'): boolean {
  const item = items[at] as Item
  return [items[at - 1], items[at + 1]].some((near) => {
    if (near === undefined || !isEmpty(near[name])) return false
    return near[name].begin === item[name].begin || near[name].begin === item[name].end
  })
}

function otherOf(name: 'left' | 'right'): 'left' | 'right' {
  return name === 'left' ? 'right' : 'left'
}

function isEmpty({ begin, end }: Words): boolean {
  return end <= begin
}

/** Sentences hardly a word of which stands on the other side; neighbours of one paragraph are one. */
function ownSentences(side: Side, partners: Int32Array): readonly Words[] {
  const own: Words[] = []
  for (let at = 0; at + 1 < side.sentences.length; at++) {
    const [begin, end] = [side.sentences[at] as number, side.sentences[at + 1] as number]
    let paired = 0
    for (let word = begin; word < end; word++) if ((partners[word] as number) >= 0) paired++
    if (paired >= (end - begin) * OWN_SENTENCE) continue
    const last = own.at(-1)
    if (last?.end === begin && side.borders[begin] !== PARAGRAPH) own[own.length - 1] = { begin: last.begin, end }
    else own.push({ begin, end })
  }
  return own
}

function holds(ranges: readonly Words[], at: number): boolean {
  return ranges.some(({ begin, end }) => begin <= at && at < end)
}

/** Long enough to say something, or with a name or number that is new. */
function tells(side: Side, { begin, end }: Words, elsewhere: ReadonlySet<string>, recast: boolean): boolean {
  if (end - begin >= ADDED_WORDS && !recast) return true
  for (let at = begin; at < end; at++) if (side.of.kinds[at] !== ORDINARY && !elsewhere.has(side.of.words[at] as string)) return true
  return false
}

/** Names (numbers) in a row as one, each once, as they are written; only those that the other text does not hold. */
function runsOf(side: Side, { begin, end }: Words, kind: number, elsewhere: ReadonlySet<string>): readonly string[] {
  const runs = new Map<string, string>()
  for (let from = begin; from < end; from++) {
    if (side.of.kinds[from] !== kind) continue
    let to = from + 1
    while (to < end && side.of.kinds[to] === kind && /^(?:[ \u00a0'’-]|\. ?)$/.test(side.text.slice(side.of.ends[to - 1], side.of.begins[to]))) to++
    const words = side.of.words.slice(from, to)
    if (words.some((word) => !elsewhere.has(word))) runs.set(words.join(' '), oneLine(slice(side, wordsPlace(side, from, to))))
    from = to - 1
  }
  return [...runs.values()]
}
