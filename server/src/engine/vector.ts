// Which stems does one article hold, and how often? Kept as bytes beside the index, six a stem, so that a few hundred
// articles can be weighed anew within a millisecond.

/** Weighted occurrences by stem number, as bytes. */
export function termsOf<Stem extends { readonly count: number }>(stems: readonly Stem[], id: (stem: Stem) => number): Buffer {
  const terms = Buffer.allocUnsafe(stems.length * SIZE)
  let at = 0
  for (const stem of stems) {
    at = terms.writeUInt32LE(id(stem), at)
    at = terms.writeUInt16LE(Math.min(Math.round(stem.count * UNITS), LARGEST), at)
  }
  return terms
}

export function idsOf(terms: Buffer): readonly number[] {
  const ids: number[] = []
  for (let at = 0; at < terms.length; at += SIZE) ids.push(terms.readUInt32LE(at))
  return ids
}

/** Calls back with each stem's number and its weighted occurrences. */
export function eachTerm(terms: Buffer, take: (id: number, count: number) => void): void {
  for (let at = 0; at < terms.length; at += SIZE) take(terms.readUInt32LE(at), terms.readUInt16LE(at + 4) / UNITS)
}

const SIZE = 6
/** Field weights are quarters at the finest. */
const UNITS = 4
const LARGEST = 0xffff
