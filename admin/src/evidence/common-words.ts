// Which words do two runs of words have in common, in order? Words that stand once on each side are anchors
// (Cohen's patience diff); between anchors a longest common subsequence is computed where it is small enough.

/** Cells of one table; beyond it a gap counts as having nothing in common. */
const CELLS_MOST = 4_000_000

export interface Run {
  readonly words: readonly string[]
  readonly begin: number
  readonly end: number
}

/** Pairs of places of equal words, rising on both sides. */
export function commonWords(left: Run, right: Run): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let [from, to] = [left.begin, right.begin]
  for (const [at, other] of [...anchors(left, right), [left.end, right.end] as const]) {
    pairs.push(...subsequence({ ...left, begin: from, end: at }, { ...right, begin: to, end: other }))
    if (at < left.end) pairs.push([at, other])
    ;[from, to] = [at + 1, other + 1]
  }
  return pairs
}

function anchors(left: Run, right: Run): readonly (readonly [number, number])[] {
  const [here, there] = [once(left), once(right)]
  const pairs: [number, number][] = []
  for (const [word, at] of here) {
    const other = there.get(word)
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other])
  }
  return rising(pairs.sort((one, two) => one[0] - two[0]))
}

/** Where each word stands, -1 where it stands more than once. */
function once(run: Run): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let at = run.begin; at < run.end; at++) {
    const word = run.words[at] ?? ''
    places.set(word, places.has(word) ? -1 : at)
  }
  return places
}

/** The longest run of pairs whose right sides rise. */
function rising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const before = new Int32Array(pairs.length).fill(-1)
  const tails: number[] = []
  pairs.forEach(([, right], index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number]?.[1] as number) < right) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  })
  const chain: (readonly [number, number])[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number) chain.push(pairs[index] as readonly [number, number])
  return chain.reverse()
}

function subsequence(left: Run, right: Run): readonly (readonly [number, number])[] {
  const [rows, columns] = [left.end - left.begin, right.end - right.begin]
  if (rows <= 0 || columns <= 0 || rows * columns > CELLS_MOST) return []
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  const same = (row: number, column: number): boolean => left.words[left.begin + row] === right.words[right.begin + column]
  const cell = (row: number, column: number): number => lengths[row * width + column] as number
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = same(row, column) ? cell(row + 1, column + 1) + 1 : Math.max(cell(row + 1, column), cell(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(row, column)) pairs.push([left.begin + row++, right.begin + column++])
    else if (cell(row + 1, column) >= cell(row, column + 1)) row++
    else column++
  }
  return pairs
}
