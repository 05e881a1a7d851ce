// How long ago? In the words of a person; the exact time is in a title beside it.

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const
const WORDS = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const SHORT_WITH_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function ago(iso: string): string {
  const seconds = (Date.parse(iso) - Date.now()) / 1000
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return unit === 'day' && seconds < -7 * length ? MOMENT.format(new Date(iso)) : WORDS.format(Math.round(seconds / length), unit)
  }
  return 'just now'
}

/** "14 Nov", with the year where it is another one; in the reader's own time zone. */
export function shortDay(iso: string): string {
  const date = new Date(iso)
  return (date.getFullYear() === new Date().getFullYear() ? SHORT : SHORT_WITH_YEAR).format(date)
}

/** In the reader's own time zone. */
export function localMoment(iso: string): string {
  return MOMENT.format(new Date(iso))
}
