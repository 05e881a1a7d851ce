// Which words name a newspaper, a station or an agency?
import { countWords, foldLine, isTitleCase, LONGEST_LINE } from '../domain/line.ts'

const OUTLET =
  /\b(?:times|post|news|herald|gazette|journal|tribune|guardian|telegraph|standard|observer|daily|mail|express|mirror|chronicle|globe|mercury|courier|independent|magazine|weekly|monitor|examiner|inquirer|dispatch|register|bulletin|sentinel|republic|advertiser|argus|echo|star|sun|radio|television|tv|broadcasting|press|wire|agency|media|jazeera|reuters|bloomberg|politico|axios|vox|zeitung|anzeiger|nachrichten|kurier|rundschau|tagblatt|tageblatt|spiegel|presse|bote|figaro|monde|libération|parisien|país|mundo|vanguardia|nación|diario|corriere|repubblica|stampa|gazzetta|messaggero|giornale|volkskrant|telegraaf|handelsblad|folha|estado|globo|público|expresso|pravda|izvestia)\b|\.(?:com|org|net|de|fr|es|it|nl|co\.uk|info)\b/i
const ACRONYM = /^(?:AP|AFP|UPI|DPA|dpa|ANSA|EFE|TASS|PTI|IANS|ANI|BBC|CNN|NBC|CBS|ABC|NPR|PBS|VOA|RFE\/RL|DW|RT|RTÉ|ITV|CBC|ZDF|ARD|ORF|SRF|NZZ|FAZ|taz|RAI|RTVE|RFI|NOS|NHK|AFX|KNA|epd|APA|SID|Xinhua|Kyodo|Yonhap|Interfax|Anadolu|Reuters|Bloomberg|TOLOnews)(?: (?:News|Sport|World|Africa|Online|Arabic|Persian|Urdu|English|Business))?$/
const SECTION =
  /^(?:opinion|analysis|exclusive|breaking(?: news)?|world|politics|business|sports?|culture|science|health|technology|tech|local(?: news)?|national|international|editorial|commentary|comment|feature|features|news|top stories|explainer|live|video|photos?|interview|review|letters?|obituar(?:y|ies)|lifestyle|travel|education|environment|climate|economy|markets|money|crime|courts?|asia|africa|europe|americas|middle east|us|u\.s\.|uk|updates?|special report|investigation|long read|meinung|politik|wirtschaft|sport|kultur|ausland|inland|monde|économie|société|mundo|economía|deportes|cultura|mondo|economia|cronaca|wereld|binnenland|buitenland)$/i

const LONGEST_NAME = 7

/** A line that is an outlet's name and nothing else. */
export function isOutletName(text: string): boolean {
  if (text.length > LONGEST_LINE) return false
  const line = foldLine(text).replace(/^(?:the|via|from)\s+/i, '')
  if (line.length > 60 || countWords(line) > LONGEST_NAME || /[.!?:;]$/.test(line) || SECTION.test(line)) return false
  return ACRONYM.test(line) || (OUTLET.test(line) && (isTitleCase(line) || /^[\w.-]+\.\w{2,4}$/.test(line)))
}

/** A line above a headline that could be a masthead: a name in capitals, no section of a paper. */
export function couldBeMasthead(text: string): boolean {
  if (text.length > LONGEST_LINE) return false
  const line = foldLine(text)
  const words = countWords(line)
  return words >= 1 && words <= 6 && line.length <= 50 && isTitleCase(line) && !SECTION.test(line) && !/[.!?:;,|>/]/.test(line) && !/\d/.test(line)
}

/** Name of the section of a paper, as stands over headlines. */
export function isSection(text: string): boolean {
  return text.length <= LONGEST_LINE && SECTION.test(foldLine(text))
}

/** The outlet that opens a role: `BBC security correspondent`. */
export function outletOfRole(role: string): string | undefined {
  const line = foldLine(role).replace(/^(?:for|with|at|from|of)\s+/i, '')
  const first = line.split(/\s+/, 1)[0] ?? ''
  if (ACRONYM.test(first)) return first
  const last = line.split(/\s*[,/|]\s*/).at(-1) ?? ''
  if (last !== line && isOutletName(last)) return last
  const named = /^((?:The )?\p{Lu}[\p{L}.'&-]*(?: \p{Lu}[\p{L}.'&-]*){0,4})(?:\s+(?:staff|correspondent|reporter|editor|writer|contributor|bureau)\b|$)/u.exec(line)?.[1]
  return named !== undefined && isOutletName(named) ? named : undefined
}

/** The outlet that an author's note or a picture credit names: `reporter with …`, `for The …`. */
export function outletOfNote(note: string): string | undefined {
  const found =
    /\b(?:reporter|correspondent|editor|columnist|writer|journalist|bureau chief|staff writer|producer|contributor)\b[\p{L} ,-]{0,30}?\b(?:for|with|at|of|to)\s+((?:The\s+)?\p{Lu}[\p{L}.'&-]*(?:\s+\p{Lu}[\p{L}.'&-]*){0,4})/u.exec(foldLine(note)) ??
    /\bcredit\b.{0,80}?\bfor\s+((?:The\s+)?\p{Lu}[\p{L}.'&-]*(?:\s+\p{Lu}[\p{L}.'&-]*){0,4})$/iu.exec(foldLine(note))
  const name = found?.[1]?.replace(/\.\s.*$/, '').replace(/[.,]+$/, '')
  return name !== undefined && (isOutletName(name) || /^The \p{Lu}/u.test(name)) ? name : undefined
}

/** A line of the form `SOURCE: AL JAZEERA`, or a bare agency mark `(Reuters)`: the name in it. */
export function sourceLine(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return undefined
  const line = foldLine(text)
  if (line.length > 100) return undefined
  const named = /^(?:source|quelle|fuente|fonte|bron|publisher|publication|published (?:in|by)|via)\s*:\s*(\S.{1,70})$/i.exec(line)?.[1]
  if (named !== undefined && countWords(named) <= LONGEST_NAME) return named.replace(/[.\s]+$/, '')
  const mark = /^[-–—(\[]+\s*([\p{L} /.]{2,30}?)\s*[)\]]?$/u.exec(line)?.[1]
  return mark !== undefined && isOutletName(mark) ? mark : undefined
}
