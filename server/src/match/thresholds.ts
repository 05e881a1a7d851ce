// Which numbers decide how two texts stand to each other? All of them, with unit, reason and source.
// "Measured" means `node server/bench/matching.mjs`; whoever changes one raises MATCH_VERSION and runs it again.

/** Stored with every verdict: an older one is told from a newer. */
export const MATCH_VERSION = '1'

// — Seeds and chains (words) —
/** Equal words in a row that start an alignment: at two words swapped in five, one stands every five words. */
export const SEED_WORDS = 3
/** A run of words that stands more often than this in one text is a set phrase and starts nothing. */
export const SEED_REPEATS = 6
/** Words between two seeds of one chain, in either text. */
export const CHAIN_GAP = 30
/** Words by which the gaps of the two texts may differ. */
export const CHAIN_DRIFT = 12
/** Seeds looked back at for the best chain: bounds the work on texts that repeat themselves. */
export const CHAIN_LOOK_BACK = 64
/** Words past the first and last seed in which the alignment is carried on. */
export const EXTEND_WORDS = 24
/** Matched words of a chain, at least; in a text too short for it, this share of the text. */
export const CHAIN_MATCHED = 10
export const CHAIN_MATCHED_SHARE = 0.6
/** Matched words from which a chain is carried on at its ends: a lone set phrase is not. */
export const CHAIN_SEEDED = 5
/** Matched share of a chain's longer side, at least: below it the order is chance. */
export const CHAIN_IDENTITY = 0.45

// — Is it a copy? —
/** Matched words of a copy, at least, outside quotations; the seeds' best stranger has 12. */
export const COPY_MATCHED = 25
/**
 * Share of one text's words that must be matched, quotations left out: below it two reporters worked from one
 * press release or one agency's background paragraphs (measured on same-event news).
 */
export const COPY_SHARE = 0.45
/** The same for so many matched words: no two reporters hit on them, and a strong cut keeps no larger share. */
export const LONG_COPY_MATCHED = 120
export const LONG_COPY_SHARE = 0.33
/** Words of the longest unbroken run of a copy whose words were not swapped, unless this share is matched: an agency's hand shows in it. */
export const COPY_RUN = 15
export const RECAST_SHARE = 0.6
/** The same where a paywall cut one text: what it would have shared further down is not seen. */
export const CUT_COPY_SHARE = 0.2
export const CUT_COPY_MATCHED = 80
/** A text of which this share is aligned in order, with its facts kept, is a copy although more words were swapped. */
export const HEAVY_COVER = 0.8
export const HEAVY_MATCHED = 80
export const HEAVY_FACTS_KEPT = 0.9
/** A text of fewer words is a copy where the second share of it is matched, and so many words. */
export const SHORT_WORDS = 42
export const SHORT_COPY_SHARE = 0.6
export const SHORT_COPY_MATCHED = 8

// — Template —
/** Names and numbers aligned, at least, before their agreement is judged. */
export const TEMPLATE_FACTS = 10
/** Share of names and numbers kept below which it is another story; in market reports the median is .45 to .5. */
export const TEMPLATE_FACTS_KEPT = 0.75
/** And below the share of other words kept, by so much. */
export const TEMPLATE_MARGIN = 0.05
/** Numbers aligned, at least, before their agreement alone is judged, and the share kept below which it is a template. */
export const TEMPLATE_NUMBERS = 6
export const TEMPLATE_NUMBERS_KEPT = 0.5

// — Spun —
/** Names and numbers kept more often than other words by this much. */
export const SPUN_MARGIN = 0.08
/** Identity of a copy whose words were not swapped. */
export const COPY_IDENTITY = 0.9
/** Share of aligned words that were swapped one for one or phrase for phrase. */
export const SPUN_SWAPPED = 0.08
/** Names and numbers below which it says nothing that some of them were changed. */
export const FEW_FACTS = 5
/** Swapped words, at least: fewer are a correction. */
export const SPUN_SWAPS = 6
/** Swaps of at most so many words are a spinner's; an editor recasts more at once. */
export const SWAP_WORDS = 3
/** The same where word stands for word: several swapped ones in a row. */
export const EVEN_SWAP_WORDS = 8
/** Words of an unbroken run that no spinner leaves: at one word swapped in seven, one run in two thousand is as long. */
export const SPUN_RUN = 60
/** Identity below which two whole texts are not small edits of one another. */
export const EDITED_IDENTITY = 0.7
/** Share of the changed words that are such swaps. */
export const SPUN_SWAPS_OF_CHANGES = 0.6

// — The same text with most of its words swapped: names and numbers keep step —
/** Names and numbers in the same order, at least, in number and as a share of those of the text that has fewer. */
export const STEP_FACTS = 12
export const STEP_SHARE = 0.6
/** Share of the distances between them that agree, and by how much of the longer one they may differ. */
export const STEP_KEPT = 0.7
export const STEP_DRIFT = 0.2
/** Names and numbers looked at, at most: bounds the work, and more prove nothing more. */
export const STEP_MOST_FACTS = 250

// — Extent —
/** Cover of both for the whole text, of one for a part of the other. */
export const WHOLE_COVER = 0.8
/** Words of the longer text between the first and the last aligned word over aligned words: above it parts were left out. */
export const EXCERPT_STRETCH = 1.2

// — Paraphrase, after Sanchez-Perez et al. 2014 unless said —
/** Words of a sentence: fewer are joined to the next, more are parted (lists without full stops). */
export const SENTENCE_WORDS_LEAST = 3
export const SENTENCE_WORDS_MOST = 60
/** Letters of a stem: the first so many; needs no language. */
export const STEM_LETTERS = 6
/** Sentences of both texts together below which their rarity says nothing. */
export const PARAPHRASE_SENTENCES = 4
/** Cosine and Dice of two sentences that begin a paraphrase; cosine of the whole. */
export const SEED_COSINE = 0.33
export const SEED_DICE = 0.33
export const WHOLE_COSINE = 0.34
/** Sentences between two seeds of one paraphrase. */
export const PARAPHRASE_GAP = 4
/** The same for a summary, and how much longer the text that it sums up must be. */
export const SUMMARY_GAP = 24
export const SUMMARY_RATIO = 3
/** UTF-16 code units of a paraphrase, at least, on both sides. */
export const PARAPHRASE_LENGTH = 150
/** UTF-16 code units of an aligned stretch that needs no paraphrase around it. */
export const VERBATIM_LENGTH = 256
/** Sentences that may hold a stem before it finds no partners, and partners looked at in all: bounds the work on books. */
export const COMMON_STEM = 60
export const PARAPHRASE_LOOKS = 400_000

// — Related —
/** Name pairs that both texts hold. Coverage of one event in the seeds: 13 and more; strangers: 7 and fewer. */
export const RELATED_NAME_PAIRS = 8
/** Shared share of the names and numbers of the text that has fewer, with so many shared. */
export const RELATED_NAMES = 0.3
export const RELATED_NAMES_SHARED = 6

// — What is shown —
/** Matched words of a passage that is shown where the texts are no copies; in short texts this share of the shorter. */
export const LONE_PASSAGE = 16
export const LONE_PASSAGE_SHARE = 0.4
export const SUBSTITUTIONS_SHOWN = 200
/** Words of a substitution, on either side. */
export const SUBSTITUTION_WORDS = 6
/** Words of a quotation, at least: less is a word in scare quotes. */
export const QUOTATION_WORDS = 3
