// How do words become numbers? FNV-1a over UTF-16 units with MurmurHash3's finaliser: fast, the same on every machine,
// and even in its low bits, which the sampling needs. Not against an adversary: a forged print costs one useless look.

export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return finish(hash)
}

/** Order matters: (a, b) and (b, a) differ. */
export function join(hash: number, next: number): number {
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0x6546b64 + Math.imul(next, 0x9e3779b1)) | 0
}

export function finish(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) | 0
}

/** Is this print in the sample? Told by other bits than the print itself, so that a print keeps all its 32. */
export function sampled(raw: number, oneIn: number): boolean {
  return (finish(raw ^ 0x5bd1e995) >>> 0) % oneIn === 0
}
