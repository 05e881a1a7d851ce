// How are numbers, dates and amounts written? By the reader's own habits where they read English, else as in Britain.

const LOCALE = typeof navigator !== 'undefined' && navigator.language.startsWith('en') ? navigator.language : 'en-GB'
const COUNT = new Intl.NumberFormat(LOCALE)
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const LANGUAGE = new Intl.DisplayNames([LOCALE], { type: 'language', fallback: 'none' })

export function counted(count: number): string {
  return COUNT.format(count)
}

/** "1 story", "1,204 stories". */
export function amount(count: number, one: string, many: string): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`
}

export function day(iso: string): string {
  return DAY.format(new Date(iso))
}

export function moment(iso: string): string {
  return `${MOMENT.format(new Date(iso))} UTC`
}

/** When a text was published: many say only the day, which is kept as its midnight; a time that nobody stated is not shown. */
export function published(iso: string): string {
  return statedDay(iso) === undefined ? moment(iso) : day(iso)
}

/** `2026-04-02` of a moment that stands for the whole day, else nothing. */
export function statedDay(iso: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})T00:00(:00(\.0+)?)?Z$/.exec(iso)?.[1]
}

/** `2024-11` as "November 2024"; `2024` stays. */
export function monthOrYear(value: string): string {
  return value.length === 4 ? value : MONTH.format(new Date(`${value}-01T00:00:00Z`))
}

export function languageName(code: string): string {
  if (code === 'und') return 'Not known'
  return LANGUAGE.of(code) ?? code
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} bytes`
  const units = ['kB', 'MB', 'GB'] as const
  const step = Math.min(units.length, Math.floor(Math.log(size) / Math.log(1024)))
  return `${(size / 1024 ** step).toFixed(1)} ${units[step - 1]}`
}
