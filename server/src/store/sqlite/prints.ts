// How is a fingerprint kept? As postings to look it up by, and packed with the article, so that its postings can be
// taken out when the article is binned and put back when it is restored.
import type { Fingerprint } from '../../domain/fingerprint.ts'

export interface Prints {
  readonly shingle: Int32Array
  readonly name: Int32Array
}

/** The two sets that are looked up, sorted, each number once. */
export function printsOf(fingerprint: Fingerprint): Prints {
  return { shingle: union(fingerprint.shingles), name: union([fingerprint.names]) }
}

/** Little-endian: the number of shingle prints, those, the name prints. */
export function packed(prints: Prints): Uint8Array {
  const words = new Int32Array(1 + prints.shingle.length + prints.name.length)
  words[0] = prints.shingle.length
  words.set(prints.shingle, 1)
  words.set(prints.name, 1 + prints.shingle.length)
  return new Uint8Array(words.buffer)
}

export function unpacked(bytes: Uint8Array): Prints {
  // A copy: a blob need not begin at a multiple of four.
  const words = new Int32Array(bytes.slice().buffer)
  const shingles = words[0] ?? 0
  return { shingle: words.slice(1, 1 + shingles), name: words.slice(1 + shingles) }
}

function union(sets: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(sets.reduce((sum, set) => sum + set.length, 0))
  let end = 0
  for (const set of sets) {
    all.set(set, end)
    end += set.length
  }
  all.sort()
  return all.filter((print, place) => place === 0 || print !== all[place - 1])
}
