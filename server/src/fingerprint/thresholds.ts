// Which numbers steer the look-up of candidates? All of them, with unit, reason and source.
// "Measured" means `node server/bench/matching.mjs synthetic`; a change of the first five asks for a new FINGERPRINT_VERSION.

/** Raised when the same text would give other prints. */
export const FINGERPRINT_VERSION = 1

/** Words a shingle. Four survive a spinner that swaps two words in five (13 % of them), and are rarely met by chance. */
export const SHINGLE_WORDS = 4
/** One shingle in so many is kept in longer texts; mod sampling keeps containment, fixed-size sketches do not (Broder 1997). */
export const SAMPLE_ONE_IN = 4
/** Words of a segment and from one to the next: a copy inside a digest is looked up as if it stood alone. */
export const SEGMENT_WORDS = 250
export const SEGMENT_STRIDE = 200
/** Up to so many words every shingle is kept: a brief has too few to sample from. */
export const UNSAMPLED_WORDS = 250
/** Words within which two names or numbers in a row make a pair: a clause and a half. */
export const NAME_PAIR_REACH = 12

/** Articles a print, at most: a print that more hold is a set phrase. The oldest are looked at. */
export const HOLDER_CAP = 100
/** Shared shingles in one segment that make a candidate. */
export const SHARED_SHINGLES = 3
/** Shared name pairs that make a candidate. */
export const SHARED_NAME_PAIRS = 5
/** Share of a segment's shingles that must be shared where the rare ones alone are too few: the 151st copy of a wire story. */
export const SHARED_COMMON = 0.2
/** Candidates looked at closely, a segment and for the name pairs of the whole: the source stands among the first five up to 40 % of words swapped. */
export const BEST_A_SEGMENT = 16
