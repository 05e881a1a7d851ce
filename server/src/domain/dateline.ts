// Where and when was it filed? The dateline that opens a report, and lines that hold a date and nothing else.
import { foldLine, LONGEST_LINE } from './line.ts'

export interface Dateline {
  /** As it stands, without the dash: `KABUL, March 24 (AP)`. */
  readonly words: string
  /** The agency's mark in brackets, if any. */
  readonly agency?: string
  /** UTF-16 code units of the text that it takes, dash included. */
  readonly length: number
}

const MONTHS =
  'jan(?:uary|uar|vier|eiro)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary|ruar|rero|braio|ruari)?|fév(?:rier)?|févr|fev(?:ereiro)?|mar(?:ch|s|zo|ço|t)?|märz|mrt|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|maggio|maio|mei|mag|june?|juni?|juin|junio|giugno|junho|giu|july?|juli?|juillet|julio|luglio|julho|lug|juil|aug(?:ust|ustus)?|août|ago(?:sto)?|sept?(?:ember|embre|tembre|tiembre|iembre|embro)?|set(?:tembre|embro)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?'
const WEEKDAYS =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terça|quarta|quinta|sexta|feira'
const SAID =
  'published|updated|posted|last|first|modified|date|on|at|of|the|a|publication|created|issued|load|veröffentlicht|aktualisiert|geändert|stand|am|um|vom|uhr|publié|modifié|mis|mise|jour|le|à|publicado|actualizado|modificado|el|las|pubblicato|aggiornato|modificato|il|alle|ore|gepubliceerd|bijgewerkt|op|om|em|às|de|del|do|edition|print|a\\.?m\\.?|p\\.?m\\.?|am|pm|noon|midnight|et|est|edt|ct|cst|cdt|pt|pst|pdt|mt|gmt|utc|bst|cet|cest|ist|z|h|hours?|minutes?|mins?|days?|ago|st|nd|rd|th'
const TOKEN = new RegExp(`^(?:${MONTHS}|${WEEKDAYS}|${SAID}|\\d{1,4}(?:st|nd|rd|th|er|º)?|\\d{1,2}[h:.]\\d{2}(?:[:.]\\d{2})?(?:[ap]m)?|\\d{1,2}[ap]m)$`, 'iu')
const MONTH = new RegExp(`(?:^|[^\\p{L}])(?:${MONTHS})(?=$|[^\\p{L}])`, 'iu')
const NUMERIC = /(?:^|\D)(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d)(?=$|\D)/
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/

/** A line that holds a day, month and year (or a full numeric date) and nothing but words that go with a date. */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST_LINE) return false
  const line = unglued(foldLine(text))
  if (line.length > 110 || line.length < 6 || !/\d/.test(line)) return false
  if (ISO_MOMENT.test(line)) return true
  const tokens = line.split(/[\s,;:|()/\-–—·•.]+/u).filter((token) => token !== '')
  if (tokens.length > 16 || !tokens.every((token) => TOKEN.test(token))) return false
  if (NUMERIC.test(line)) return true
  return MONTH.test(line) && /(?:19|20)\d\d/.test(line) && tokens.filter((token) => /^\d{1,2}(?:st|nd|rd|th|er|º)?$/u.test(token)).length > 0
}

// `March 15, 20241:12 PM UTCUpdated 5 hours ago`, where a page set its parts apart by their looks alone.
function unglued(line: string): string {
  return line.replace(/((?:19|20)\d\d)(?=\d{1,2}:\d\d)/, '$1 ').replace(/\b(UTC|GMT|[AP]M)(?=\p{Lu}\p{Ll})/u, '$1 ')
}

const CAPITALS = "\\p{Lu}[\\p{Lu}.'’ -]{1,40}\\p{Lu}\\.?"
const PLACE = "\\p{Lu}[\\p{L}.'’ -]{1,40}"
const DAY = '(?:\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2}\\.? (?:de )?\\p{L}{3,10}\\.?)(?:,? (?:de )?\\d{4})?'
const AGENCY = '\\(([^()]{2,40})\\)'
// Beside a place in ordinary case, only agencies by name: `Acme (South Africa) - lubricants` is no dateline.
const KNOWN_AGENCY =
  '\\(((?:[\\p{L} ]{2,12}/)?(?:AP|Reuters|REUTERS|AFP|dpa|DPA|UPI|ANSA|Ansa|EFE|Efe|TASS|Xinhua|XINHUA|PTI|ANI|IANS|Kyodo|Yonhap|Bloomberg|Interfax|KNA|epd|APA|SID|sid|Adnkronos|AGI|AdnKronos|EUROPA PRESS|Europa Press|Lusa|ANP|Belga|NTB|TT|Ritzau|CNN|BBC|RNS|JTA|VOA|RFE/RL|Dow Jones|MTI|PAP|CTK|Anadolu|AA|WAM|SPA|MENA|NAN|GNA|BNS|STT|Telam|Télam|Notimex)(?:[/ -][\\p{L} ]{2,20})?)\\)'
// A station's letters: `MARL, Ohio (WMRL) —`.
const CALL_SIGN = '\\([A-Z]{3,5}(?:[-/ ][A-Z0-9]{2,6})?\\)'
const DASH = '\\s*(?:—|–|--+|-(?=\\s)|―)\\s*'
const FORMS: readonly RegExp[] = [
  new RegExp(`^(${CAPITALS}(?:, ${PLACE}){0,2}(?:, ${DAY})?(?:,? (?:${KNOWN_AGENCY}|${CALL_SIGN}))?)${DASH}`, 'u'),
  new RegExp(`^(${PLACE}(?:, ${PLACE})?, ${DAY},? ${AGENCY})${DASH}`, 'u'),
  new RegExp(`^(${PLACE}(?:, ${PLACE}){0,2}(?:, ${DAY})?,? ${KNOWN_AGENCY})${DASH}`, 'u'),
  new RegExp(`^(${PLACE}(?:, ${PLACE})?, ${DAY})${DASH}`, 'u'),
  new RegExp(`^(${KNOWN_AGENCY})${DASH}`, 'u'),
]
// `LAHORE: The court …`, as in South Asia; before a whole paragraph only, for headlines have such openings too.
const COLON = /^(\p{Lu}{4,}(?: \p{Lu}{3,}){0,2}):\s+(?=\p{Lu}|["'“‘])/u
const KICKER = /^(?:BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|UPDATED?|EXPLAINER|REVIEW|VIDEO|PHOTOS|LIVE|EDITORIAL|COMMENT|SOURCE|HEADLINE|BYLINE|DATELINE|SECTION|LENGTH|BODY)\b/

/** The dateline that a paragraph opens with. A place in ordinary case counts only with an agency or a day. */
export function readDateline(text: string): Dateline | undefined {
  const opening = text.slice(0, 140)
  for (const form of FORMS) {
    const found = form.exec(opening)
    const words = found?.[1]
    if (found === null || words === undefined || words.split(/\s+/).length > 12) continue
    // `NATO — the alliance` is a sentence; a place by itself needs five letters.
    if (/^[\p{Lu}.-]{1,4}$/u.test(words) || !/\S/.test(text.slice(found[0].length, found[0].length + 40))) continue
    const agency = found[2]
    return { words, length: found[0].length, ...(agency === undefined ? {} : { agency }) }
  }
  const colon = text.length > 120 && !KICKER.test(opening) ? COLON.exec(opening) : null
  return colon === null ? undefined : { words: colon[1] ?? '', length: colon[0].length }
}
