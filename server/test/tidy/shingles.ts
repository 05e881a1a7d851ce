// Does a text hold a sentence of another? Runs of eight words are compared, by hash, so that gigabytes can pass by.

const RUN = 8
/** Fewer words of letters than this is a table or a list of numbers, not a sentence. */
const LETTERED = 6

/** 53-bit hashes of every run of eight words that reads like a sentence. */
export function* sentenceRuns(text: string): Generator<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const lettered = words.map((word) => (/^\p{L}{2,}$/u.test(word) ? 1 : 0))
  let inRun = 0
  for (let index = 0; index < words.length; index += 1) {
    inRun += (lettered[index] ?? 0) - (lettered[index - RUN] ?? 0)
    if (index >= RUN - 1 && inRun >= LETTERED) yield runHash(hashes, index - RUN + 1)
  }
}

/** The first words of `text` that begin a run held in `known`, if any. */
export function firstShared(text: string, known: ReadonlySet<number>): string | undefined {
  for (const run of sentenceRuns(text)) {
    if (known.has(run)) return wordsOf(text, run)
  }
  return undefined
}

function wordsOf(text: string, wanted: number): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const at = words.findIndex((_, index) => index + RUN <= words.length && runHash(hashes, index) === wanted)
  return words.slice(at, at + RUN).join(' ')
}

/** FNV-1a (Fowler, Noll, Vo), 32 bit. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function runHash(hashes: readonly number[], from: number): number {
  let high = 0
  let low = 0
  for (let index = from; index < from + RUN; index += 1) {
    const hash = hashes[index] ?? 0
    high = (Math.imul(high, 31) + hash) | 0
    low = (Math.imul(low, 0x01000193) ^ hash) | 0
  }
  return (high >>> 0) * 0x200000 + (low >>> 11)
}
