// Which years or months does the histogram show? Few enough to be read: months within two years, else years.

export interface Period {
  /** `2024` or `2024-11`. */
  readonly period: string
  readonly count: number
}

/** A story told in two months counts in both, and once in their year: years are not sums of months. */
export interface Counts {
  /** By `2024`. */
  readonly years: Readonly<Record<string, number>>
  /** By `2024-11`. */
  readonly months: Readonly<Record<string, number>>
}

const MONTHS_MOST = 24
const YEARS_MOST = 60

/** Without gaps, in order. `within`: a chosen year is shown by its months. */
export function periods({ years, months }: Counts, within?: string): readonly Period[] {
  const known = Object.keys(months).filter((month) => /^\d{4}-\d\d$/.test(month)).sort()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const year = within?.slice(0, 4)
  if (year !== undefined) return monthsOf(`${year}-01`, `${year}-12`).map((period) => ({ period, count: months[period] ?? 0 }))
  const all = monthsOf(first, last)
  if (all.length <= MONTHS_MOST) return all.map((period) => ({ period, count: months[period] ?? 0 }))
  return yearsOf(years)
}

function yearsOf(years: Readonly<Record<string, number>>): readonly Period[] {
  const known = Object.keys(years).filter((year) => /^\d{4}$/.test(year)).sort()
  const [from, to] = [Number(known[0]), Number(known.at(-1))]
  if (to - from >= YEARS_MOST) return known.slice(-YEARS_MOST).map((period) => ({ period, count: years[period] ?? 0 }))
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const period = String(from + index).padStart(4, '0')
    return { period, count: years[period] ?? 0 }
  })
}

function monthsOf(first: string, last: string): readonly string[] {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const count = Math.min(number(last) - number(first) + 1, 12 * 400)
  return Array.from({ length: count }, (_, index) => {
    const at = number(first) + index
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
