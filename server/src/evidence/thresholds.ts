// Which numbers decide what is shown? All of them, with unit and reason. They change no verdict, only the picture of it.

/** Equal words in a row that readers take for shared wording: below it two reports of one event agree by chance. */
export const SHARED_RUN = 5
/** Words of a quotation, at least: less is a word in scare quotes. */
export const QUOTATION_WORDS = 3
/** Share of a quotation's words that must be paired with the other side for the two to be one quotation. */
export const QUOTATION_SHARE = 1 / 3

/** Share of the shorter sentence's words that two sentences must have in common to answer each other, unless a run of three is among them. */
export const SENTENCE_SHARE = 0.2
/** Share of the rarer words (by weight) that makes two sentences one recast one. */
export const RECAST_SHARE = 0.4
/** Sentences of a gap on either side, at most, in which recast ones are looked for. */
export const RECAST_SENTENCES = 80

/** Equal words of a moved passage, at least: fewer are a set phrase. */
export const MOVED_WORDS = 8
/** Words by which a moved passage is carried on to the borders of its sentences, at most. */
export const MOVED_CARRIED = 14

/** Words on either side of what counts as words standing for others; longer is text cut and text put in. */
export const SWAP_WORDS = 6
/** The same for as many words as there were. */
export const EVEN_SWAP_WORDS = 8
/** Words of a piece of a swap, on either side: "at least" and "no less than". */
export const PIECE_WORDS = 4

/** Share of a sentence's words paired with the other side below which the sentence is one side's own. */
export const OWN_SENTENCE = 0.2
/** Words of something put into a shared sentence that are told as an addition. */
export const ADDED_WORDS = 8
/** Words of an edit in which a changed fact is looked for, on either side: in longer ones the two say different things. */
export const FACT_WORDS = 10

/** Share of its places in which a spinner swaps a name, from which it is a mere swap and no changed fact. */
export const CONSISTENT = 2 / 3

/** Confidence (margin to the next rule) from which a person reads High, and Medium. */
export const HIGH_CONFIDENCE = 0.8
export const MEDIUM_CONFIDENCE = 0.6
