// What is an article's small signature? Two sampled sets that are looked up in an inverted index.

/** Signed 32-bit integers, so that every store holds them without loss. Sets: sorted, no repeats. */
export interface Fingerprint {
  /** Changes when the same text would give other numbers; candidates are looked up within one version only. */
  readonly version: number
  /** Sampled word 4-grams, by segment of the text (so that a copy inside a longer text is found). */
  readonly shingles: readonly Int32Array[]
  /** Ordered pairs of neighbouring names and numbers, the whole article. Survives a spinner. */
  readonly names: Int32Array
  /** Hash of the comparable text: equal for texts that differ in furniture, spacing and marks only. */
  readonly contentHash: string
  /** Tokens of the comparable text. */
  readonly tokenCount: number
}

/** An article that shares enough of a fingerprint to be worth a closer look. */
export interface Candidate {
  readonly articleId: string
  /** Sum of ln(N/df) over the shared fingerprints. */
  readonly score: number
  readonly sharedShingles: number
  readonly sharedNames: number
}
