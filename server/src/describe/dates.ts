// Which day do these words name? Machine dates as they stand; words by the calendar of their language.
// Nothing is read relative to today: a bare weekday, or a day without its year, gives no date.
import * as chrono from 'chrono-node'

type Parser = Pick<chrono.Chrono, 'parse'>

const PARSERS: Readonly<Record<string, Parser>> = {
  en: chrono.en.strict,
  de: chrono.de.strict,
  fr: chrono.fr.strict,
  es: chrono.es.strict,
  it: chrono.it.strict,
  nl: chrono.nl.strict,
  pt: chrono.pt.strict,
  sv: chrono.sv.strict,
  fi: chrono.fi.strict,
  ru: chrono.ru.strict,
  uk: chrono.uk.strict,
  ja: chrono.ja.strict,
  vi: chrono.vi.strict,
}

const MACHINE = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?/i
const EARLIEST = Date.UTC(1600, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** A date as machines write it; a moment without a zone is taken as UTC. ISO 8601, UTC. */
export function machineDate(value: string): string | undefined {
  const found = MACHINE.exec(value.trim())
  if (found !== null && found[3] !== undefined) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = found
    const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2') : 'Z'
    return isoOf(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`))
  }
  if (/^\w{3},? \d{1,2} \w{3} \d{4} \d\d:\d\d/.test(value)) return isoOf(new Date(value))
  return wordedDate(value, 'en')
}

// Past this length a line is prose, and its dates are about something else.
const LONGEST = 300

/** The first full date in words: day, month and year all said. ISO 8601, UTC; midnight where no time is said. */
export function wordedDate(words: string, language: string): string | undefined {
  // With dots the day comes first; the calendar of English takes it for the month.
  const line = language === 'en' ? tidy(words).replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/g, dayFirst) : tidy(words)
  if (line.length > LONGEST || !/\d/.test(line)) return undefined
  const numeric = /(?:^|[^\d])(\d{4}-\d\d-\d\d)(?=$|[^\d])/.exec(line)?.[1]
  if (numeric !== undefined) return isoOf(new Date(`${numeric}T00:00:00Z`))
  for (const parser of [PARSERS[language], PARSERS['en']]) {
    const found = parser?.parse(line, new Date(0)).find((result) => {
      const start = result.start
      return start.isCertain('year') && start.isCertain('month') && start.isCertain('day')
    })
    if (found === undefined) continue
    const { start } = found
    const hour = start.isCertain('hour') ? (start.get('hour') ?? 0) : 0
    const minute = start.isCertain('hour') ? (start.get('minute') ?? 0) : 0
    // Without an hour there is nothing that a zone could move.
    const zone = start.isCertain('hour') && start.isCertain('timezoneOffset') ? (start.get('timezoneOffset') ?? 0) : 0
    const day = Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1, hour, minute)
    return isoOf(new Date(day - zone * 60_000))
  }
  return undefined
}

function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/((?:19|20)\d\d)(?=\d{1,2}:\d\d)/g, '$1 ')
    .replace(/\b(UTC|GMT|[AP]M)(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/\b(\d{1,2})\.(?=\s?\p{L})/gu, '$1. ')
    .replace(/\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s)/g, '$1')
    .replace(/(\d)\s*[|·•]\s*(?=\d)/g, '$1 ')
    .trim()
}

function dayFirst(words: string, day: string, month: string, year: string): string {
  return Number(month) < 1 || Number(month) > 12 || Number(day) > 31 ? words : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isoOf(moment: Date): string | undefined {
  const time = moment.getTime()
  return Number.isNaN(time) || time < EARLIEST || time > LATEST ? undefined : moment.toISOString()
}
