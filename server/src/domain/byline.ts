// Who wrote it, by the look of one line? `By A and B`, in the languages whose papers we read most.
import { foldLine, LONGEST_LINE } from './line.ts'

export interface Byline {
  /** As written, all-capital names in ordinary case; empty for a newsroom, and for a bare `By` whose name stands on the next line. */
  readonly names: readonly string[]
  /** What stood after the names: a role, an outlet. */
  readonly rest: string
}

const LEAD =
  /^(?:[-–—•*|]\s*)?(?:(?:written|reported|story|words|text|report|posted|published|opinion|analysis|review|interview|commentary|column)\s+)?(?:by(?:line)?|von|par|por|di|door|av|af|napisał|autor(?:in|en)?|auteur|author|autore|autora)\s*:?\s+(?=\S)/iu
const BARE = /^(?:[-–—•*|]\s*)?(?:by|von|par|por|di|door|author|autor)\s*:?$/iu
const PARTICLE = /^(?:de|del|della|der|den|di|da|do|dos|das|du|la|le|van|von|zu|zur|ten|ter|bin|ibn|al|el|ben|bint|e|y|af|av|ur|ul|und)$/iu
const NOT_A_NAME =
  /\b(?:staff|correspondents?|reporters?|editors?|writers?|columnists?|photographers?|bureau|chief|contributors?|contributing|producers?|analysts?|desk|newsroom|agency|agencies|agences?|daily|weekly|business|magazine|media|radio|television|network|redaktion|redacción|redazione|rédaction|redactie|press|news|times|post|journal|tribune|herald|gazette|reuters|associated|bloomberg|the|in|at|for|with|on|to|of|is|are|was|has|korrespondent\w*|correspondiente|corresponsal|envoyée?|inviat[oa]|reporterin|professor|director|minister)\b/iu
const JOINT = /\s+(?:and|und|et|y|e|en|och|og|with|avec|con|mit|&)\s+|\s*[,;/|·•]\s*|\s*&\s*/iu
// `By a staff writer, Marl Valley Post`: signed, by nobody in particular.
const NEWSROOM = /^(?:(?:an?|our|the) )?(?:staff|own|special|agency|agencies|news ?desk|web ?desk|online desk|wire|city desk)\b[^.!?]{0,60}$/iu
const MAX_LENGTH = 240

/** Reads a line as a byline; `undefined` where it is none. */
export function readByline(text: string): Byline | undefined {
  if (text.length > LONGEST_LINE) return undefined
  const line = foldLine(text)
  if (line.length > MAX_LENGTH) return undefined
  if (BARE.test(line)) return { names: [], rest: '' }
  const lead = LEAD.exec(line)
  if (lead === null) return undefined
  const named = readNames(line.slice(lead[0].length))
  if (named.names.length > 0) return named
  const rest = line.slice(lead[0].length)
  return NEWSROOM.test(rest) ? { names: [], rest } : undefined
}

/** Names without a `By` before them. */
export function readNames(text: string): Byline {
  const clean = foldLine(text)
    .replace(/\s*[(<[]?\S+@\S+\.\S+[)>\]]?/g, ' ')
    .replace(/\s*[(|]?\s*@\w+\)?/g, ' ')
    .replace(/\s*(?:\||·|•|—|–|\s-\s|\bupdated\b|\bpublished\b).*$/iu, '')
    .replace(/\s*\((?:AP|Reuters|AFP|dpa)\)\s*$/iu, '')
    .replace(/[\s.,;:]+$/, (tail) => (/\b(?:Jr|Sr|[A-Z])\.$/.test(text) ? tail : ''))
    .trim()
  const names: string[] = []
  const parts = clean.split(JOINT).flatMap((part) => part.split(/\s+(?=(?:for|of|at|in|from|para|für|pour|per|voor)\s)/u))
  let used = 0
  for (const whole of parts) {
    // `Hélène Keel (Brackwater, envoyée spéciale)`
    const part = whole.replace(/\s*[([].*$/, '')
    if (!isPersonName(part)) break
    names.push(ordinaryCase(part.trim()))
    used += 1
  }
  const first = parts[used]
  return { names, rest: first === undefined ? '' : clean.slice(clean.lastIndexOf(first)).trim() }
}

/** Two to five capitalised words, particles aside; a single word only in capitals is none. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > 6 || text.length > 60 || NOT_A_NAME.test(text) || /\d/.test(text)) return false
  const capital = words.filter((word) => /^(?:d'|al-|el-|ur-|O')?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word))
  if (capital.length < 2) return false
  return words.every((word) => capital.includes(word) || PARTICLE.test(word) || /^(?:al|el|ul|ur|ad|an|ar|as|at|az)-\p{Lu}/u.test(word))
}

function ordinaryCase(name: string): string {
  if (name !== name.toUpperCase() || !/\p{Lu}{2}/u.test(name)) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{L})/gu, (_whole, letter: string) => `Mc${letter.toUpperCase()}`)
}
