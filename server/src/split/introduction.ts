// Is what stands before the first item of a digest an introduction? Its title, greeting and table of contents are no article.
import type { Look } from './look.ts'

const SHORT = 60
const LONGEST = 220
const GREETING =
  /\b(?:good (?:morning|afternoon|evening)|in this (?:issue|edition|digest|bulletin|week)|today'?s (?:top )?(?:stories|headlines|news)|top stories|welcome to|here (?:are|is) (?:the|what|your|our|today)|(?:news|press|media|daily|weekly|morning|evening) (?:digest|briefing|bulletin|review|summary|round-?up|clips|clippings|monitor(?:ing)?)|press ?(?:review|clips|clippings|cuttings)|digest|newsletter|contents|table of contents|pressespiegel|presseschau|inhalt|revue de presse|sommaire|resumen|rassegna stampa)\b/i

/** Too short for an article, or named an introduction by its own first lines. */
export function isIntroduction(lead: readonly Look[]): boolean {
  const story = lead.filter((look) => look.story)
  const body = story.filter((look) => look.paragraph).reduce((sum, look) => sum + look.words, 0)
  if (body < SHORT) return true
  return body < LONGEST && story.slice(0, 4).some((look) => namesDigest(look.block.text.slice(0, 400)))
}

/** Words that only the editor of a digest uses. */
export function namesDigest(text: string): boolean {
  return GREETING.test(text)
}
