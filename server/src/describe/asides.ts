// Which lines in mid-story lead to another story? `READ: …`, `WATCH | …`, `Related story: …`: a word that invites, a mark, a headline.
// Over the story the same words may open its own headline, so only lines below its first paragraph are asked.
import { countWords, endsSentence, foldLine, LONGEST_LINE, looksLikeHeadline } from '../domain/line.ts'
import type { Notes } from './notes.ts'

const INVITATIONS: readonly string[] = [
  // English
  'read', 'read (?:also|more|next|now|this|on)', '(?:also|must|further) (?:read|see|watch|reading)', 'more', 'more (?:on|from|in) [^:|]{1,40}', 'more (?:stories|news|coverage)',
  'see (?:also|more)', 'watch', 'watch (?:also|more|now|this|live)', 'listen', 'listen (?:also|now|to)', 'related', 'related (?:story|stories|articles?|coverage|reading|news|content|links?|video)',
  "don't miss", 'recommended(?: (?:for you|reading|stories))?', '(?:you )?(?:may|might) also (?:like|enjoy|be interested in)', "editors?'?s?'? (?:pick|choice)s?", 'in case you missed it', 'icymi', 'trending(?: now)?', 'up next', 'also on [^:|]{1,40}',
  // German, French, Spanish, Italian, Dutch, Portuguese
  '(?:lesen sie )?(?:auch|mehr)(?: (?:dazu|zum thema|lesen))?', 'lesen sie (?:auch|hier|mehr)', 'mehr zum thema', 'siehe auch', '(?:à|a) (?:lire|voir|écouter)(?: (?:aussi|également))?', 'lire (?:aussi|également|plus)', 'sur le même sujet',
  'le(?:a|e) (?:también|más)', 'te puede interesar', '(?:leggi|guarda) anche', 'lees ook', 'lees meer', 'lei(?:a|am) (?:também|mais)', 'veja também',
]
const ASIDE = new RegExp(`^[(\\[>»→▶►•*\\s]*(?:${INVITATIONS.join('|')})\\s*(?:[:|»→]|>>|\\s[-–—])\\s*\\S`, 'iu')
const LONGEST_ASIDE = 30
const LONGEST_LABEL = 4
const PARAGRAPH = 12

/** Marks them as related links. */
export function readAsides(notes: Notes): void {
  const open = notes.open()
  const first = open.find((at) => isParagraph(notes.blocks[at]?.text ?? ''))
  if (first === undefined) return
  markListed(notes, first)
  for (const at of open) {
    const text = notes.blocks[at]?.text ?? ''
    if (at <= first || text.length > LONGEST_LINE) continue
    const line = foldLine(text)
    if (ASIDE.test(line) && countWords(line) <= LONGEST_ASIDE && !/[.…]["']?$/.test(line)) notes.markFurniture(at, 'related-links')
  }
}

/** Under `Related stories` in mid-story: the lines that are no sentences, up to where the story goes on. */
function markListed(notes: Notes, first: number): void {
  let listing = false
  for (let at = first + 1; at < notes.blocks.length; at += 1) {
    const mark = notes.markOf(at)
    const text = notes.blocks[at]?.text ?? ''
    if (mark?.as === 'furniture') listing = mark.reason === 'related-links' ? countWords(text) <= LONGEST_LABEL : listing
    else if (listing && looksLikeHeadline(text) && !endsSentence(text) && countWords(text) <= LONGEST_ASIDE) notes.markFurniture(at, 'related-links')
    else listing = false
  }
}

function isParagraph(text: string): boolean {
  return endsSentence(text) && countWords(text) >= PARAGRAPH
}
