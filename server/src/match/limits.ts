// Which thresholds draw the line between the relations, and can be tried with another value? Those that weigh an alignment,
// not those that find it. Passed along as a value, so that a trial changes nothing for anybody else.
import * as thresholds from './thresholds.ts'

export interface LimitSaid {
  readonly unit: 'count' | 'share'
  readonly says: string
}

/** Each with what it says; the reasons stand with the values. */
export const LIMITS = {
  COPY_MATCHED: { unit: 'count', says: 'Matched words of a copy, at least, outside quotations.' },
  COPY_SHARE: { unit: 'share', says: 'Share of one text’s words that must be matched in a copy.' },
  LONG_COPY_MATCHED: { unit: 'count', says: 'Matched words from which a smaller share is a copy.' },
  LONG_COPY_SHARE: { unit: 'share', says: 'That smaller share.' },
  COPY_RUN: { unit: 'count', says: 'Words of the longest unbroken run of a copy whose words were not swapped.' },
  RECAST_SHARE: { unit: 'share', says: 'Share that must be matched where no run is so long.' },
  CUT_COPY_SHARE: { unit: 'share', says: 'Share that must be matched where a paywall cut one text.' },
  CUT_COPY_MATCHED: { unit: 'count', says: 'Matched words of a copy that a paywall cut.' },
  HEAVY_COVER: { unit: 'share', says: 'Share aligned in order from which a text is a copy although many words were swapped.' },
  HEAVY_MATCHED: { unit: 'count', says: 'Matched words of such a copy.' },
  HEAVY_FACTS_KEPT: { unit: 'share', says: 'Share of its names and numbers that must be kept.' },
  SHORT_WORDS: { unit: 'count', says: 'Words below which a text is short.' },
  SHORT_COPY_SHARE: { unit: 'share', says: 'Share of a short text that must be matched.' },
  SHORT_COPY_MATCHED: { unit: 'count', says: 'Matched words of a short copy.' },
  TEMPLATE_FACTS: { unit: 'count', says: 'Names and numbers aligned before their agreement is judged.' },
  TEMPLATE_FACTS_KEPT: { unit: 'share', says: 'Share of names and numbers kept below which it is another story in the same form.' },
  TEMPLATE_MARGIN: { unit: 'share', says: 'By how much they must agree less than the other words.' },
  TEMPLATE_NUMBERS: { unit: 'count', says: 'Numbers aligned before their agreement alone is judged.' },
  TEMPLATE_NUMBERS_KEPT: { unit: 'share', says: 'Share of numbers kept below which it is a template.' },
  SPUN_MARGIN: { unit: 'share', says: 'By how much names and numbers are kept more often than other words in a spun copy.' },
  COPY_IDENTITY: { unit: 'share', says: 'Equal share of the aligned words from which nothing was swapped.' },
  SPUN_SWAPPED: { unit: 'share', says: 'Share of aligned words swapped for others from which a copy may be spun.' },
  FEW_FACTS: { unit: 'count', says: 'Names and numbers below which their change says nothing.' },
  SPUN_SWAPS: { unit: 'count', says: 'Swapped words of a spun copy, at least.' },
  SPUN_RUN: { unit: 'count', says: 'Words of an unbroken run that no spinner leaves.' },
  SPUN_SWAPS_OF_CHANGES: { unit: 'share', says: 'Share of the changed words that are a spinner’s swaps.' },
  EDITED_IDENTITY: { unit: 'share', says: 'Equal share below which two whole texts are not small edits of one another.' },
  WHOLE_COVER: { unit: 'share', says: 'Share of a text that counts as the whole.' },
  EXCERPT_STRETCH: { unit: 'share', says: 'How far aligned words may be stretched before parts were left out.' },
  RELATED_NAME_PAIRS: { unit: 'count', says: 'Pairs of names that both texts hold from which they tell of one event.' },
  RELATED_NAMES: { unit: 'share', says: 'Shared share of names and numbers from which they do.' },
  RELATED_NAMES_SHARED: { unit: 'count', says: 'Names and numbers shared for that.' },
} as const satisfies Record<string, LimitSaid>

export type LimitName = keyof typeof LIMITS
export type Limits = Readonly<Record<LimitName, number>>

const NAMES = Object.keys(LIMITS) as LimitName[]

export const USUAL: Limits = Object.fromEntries(NAMES.map((name) => [name, thresholds[name]])) as Record<LimitName, number>

export function isLimit(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name)
}
