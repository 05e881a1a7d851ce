// Which set phrases give page furniture away? Families of wording, each with the reason it stands for.
// A phrase must fill its line (or open it, where it says so): body text that merely mentions a newsletter stays.
import { FIELDS, LEGAL, MASTHEAD, NOTICES } from './phrases/page.ts'
import type { Phrase } from './phrases/phrase.ts'
import { ADVERTISEMENT, PAYWALL, PROMOTION } from './phrases/selling.ts'
import { CLOSING, SHARING } from './phrases/sharing.ts'

/** All families, most telling first; the first that fits names the reason. */
export const PHRASES: readonly Phrase[] = [
  ...ADVERTISEMENT, ...SHARING, ...PAYWALL, ...PROMOTION, ...CLOSING, ...LEGAL, ...FIELDS, ...NOTICES, ...MASTHEAD,
]
