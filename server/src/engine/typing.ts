// Which known words may have been meant by a mistyped one? Optimal string alignment (Damerau 1964, restricted):
// a letter too much, missing, wrong, or two changed over count one. The sorted list is walked like a trie: the rows of
// the distance table are kept for the beginning that two neighbours share, and a hopeless beginning skips all its words.

export interface Near {
  readonly word: string
  readonly distance: number
}

/** `words` sorted by code unit. `unfinished`: the distance to the best beginning of a known word. */
export function nearest(words: readonly string[], wanted: string, distance: number, unfinished: boolean): readonly Near[] {
  const found: Near[] = []
  const table = firstRow(wanted.length)
  let before = ''
  let at = 0
  while (at < words.length) {
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
      if (unfinished) for (; words[at]?.startsWith(beginning) === true; at += 1) takeIfBegun(found, table, words[at] ?? '', dead, wanted, distance)
      else at = firstNotBeginning(words, beginning, at)
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

function takeIfBegun(found: Near[], table: Table, word: string, filled: number, wanted: string, distance: number): void {
  const reached = bestBeginning(table, word.slice(0, filled), wanted, distance)
  if (reached <= distance) found.push({ word, distance: reached })
}

function firstNotBeginning(words: readonly string[], beginning: string, from: number): number {
  let low = from + 1
  let high = words.length
  const past = `${beginning}\uFFFF`
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < past) low = middle + 1
    else high = middle
  }
  return low
}
