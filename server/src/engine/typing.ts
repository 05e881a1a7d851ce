// Which known words may have been meant by a mistyped one? Optimal string alignment (Damerau 1964, restricted):
// a letter too much, missing, wrong, or two changed over count one. The sorted list is walked like a trie: the rows of
// the distance table are kept for the beginning that two neighbours share, and a hopeless beginning skips all its words.

export interface Near {
  readonly word: string
  readonly distance: number
}

/**
 * Known words that may have been meant. The first letter is seldom mistyped: a mistake there counts double, as in
 * Meilisearch, which leaves most of the list out of a search.
 */
export function likely(words: readonly string[], wanted: string, distance: number, unfinished: boolean): readonly Near[] {
  const initial = wanted.charCodeAt(0)
  const from = firstFrom(words, String.fromCharCode(initial), 0, words.length)
  const to = firstFrom(words, String.fromCharCode(initial + 1), from, words.length)
  const alike = nearest(words, wanted, distance, unfinished, from, to)
  if (distance < 2) return alike
  const before = nearest(words, wanted, distance - 1, unfinished, 0, from)
  return [...before, ...alike, ...nearest(words, wanted, distance - 1, unfinished, to)]
}

/** `words` sorted by code unit, looked through from `from` to `end`. `unfinished`: the distance to the best beginning of a known word. */
export function nearest(words: readonly string[], wanted: string, distance: number, unfinished: boolean, from = 0, end = words.length): readonly Near[] {
  const found: Near[] = []
  const table = firstRow(wanted.length)
  let before = ''
  let at = from
  while (at < end) {
    const word = words[at] ?? ''
    const dead = fill(table, before, word, wanted, distance)
    before = word
    if (dead === undefined) {
      const reached = unfinished ? bestBeginning(table, word, wanted, distance) : cell(table, word.length, wanted.length)
      if (reached <= distance) found.push({ word, distance: reached })
      at += 1
    } else {
      const beginning = word.slice(0, dead)
      // Past a hopeless beginning the list goes on with the first word that begins otherwise.
      const next = firstFrom(words, `${beginning}\uFFFF`, at + 1, end)
      if (unfinished) takeBegun(found, words.slice(at, next), bestBeginning(table, beginning, wanted, distance), distance)
      at = next
    }
  }
  return found
}

/** How many mistakes are forgiven: none in short words, one from four letters, two from nine. */
export function forgiven(word: string): number {
  const letters = [...word].length
  return letters < 4 ? 0 : letters < 9 ? 1 : 2
}

type Table = number[][]

function firstRow(length: number): Table {
  return [Array.from({ length: length + 1 }, (_, at) => at)]
}

function cell(table: Table, row: number, at: number): number {
  return table[row]?.[at] ?? Number.POSITIVE_INFINITY
}

/** Fills the rows of `word` that it doesn't share with the word before; the length of the beginning that is hopeless, if any. */
function fill(table: Table, before: string, word: string, wanted: string, distance: number): number | undefined {
  let shared = 0
  while (shared < before.length && shared < word.length && shared + 1 < table.length && before[shared] === word[shared]) shared += 1
  table.length = shared + 1
  for (let row = shared + 1; row <= word.length; row += 1) {
    if (fillRow(table, row, word, wanted) > distance) return row
  }
  return undefined
}

/** Returns the least of the row, or of the row before where a change-over may still lower it. */
function fillRow(table: Table, row: number, word: string, wanted: string): number {
  const letter = word[row - 1]
  const line = [row]
  let least = row
  for (let at = 1; at <= wanted.length; at += 1) {
    const same = letter === wanted[at - 1] ? 0 : 1
    let value = Math.min(cell(table, row - 1, at) + 1, (line[at - 1] ?? 0) + 1, cell(table, row - 1, at - 1) + same)
    if (row > 1 && at > 1 && letter === wanted[at - 2] && word[row - 2] === wanted[at - 1]) value = Math.min(value, cell(table, row - 2, at - 2) + 1)
    line.push(value)
    least = Math.min(least, value)
  }
  table[row] = line
  return least
}

function bestBeginning(table: Table, word: string, wanted: string, distance: number): number {
  let best = Number.POSITIVE_INFINITY
  const from = Math.max(1, wanted.length - distance)
  for (let row = from; row <= Math.min(word.length, wanted.length + distance); row += 1) best = Math.min(best, cell(table, row, wanted.length))
  return best
}

function takeBegun(found: Near[], words: readonly string[], reached: number, distance: number): void {
  if (reached <= distance) for (const word of words) found.push({ word, distance: reached })
}

/** The place of the first word that does not come before this one. */
function firstFrom(words: readonly string[], past: string, from: number, end: number): number {
  let low = from
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < past) low = middle + 1
    else high = middle
  }
  return low
}
