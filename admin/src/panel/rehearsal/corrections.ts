// What does a person say of a reading? Values that only grow out of one another, so that every step can be undone.
import type { CorrectedFields, Corrections, LineKind } from '../../../../server/src/domain/correction.ts'
import type { Reading, ReadLine, RehearsedArticle } from './rehearsed.ts'

export type { CorrectedFields, Corrections, LineKind }

export const NONE: Corrections = { marks: [], values: [] }

export interface Stretch {
  readonly begin: number
  readonly end: number
}

/** Where articles begin in the reading that is shown. */
export function startsOf(reading: Reading): readonly number[] {
  return reading.borders.map(({ at }) => at)
}

export function withStart(corrections: Corrections, reading: Reading, at: number): Corrections {
  return { ...corrections, starts: sorted([...startsOf(reading), at]) }
}

export function withoutStart(corrections: Corrections, reading: Reading, at: number): Corrections {
  return { ...corrections, starts: startsOf(reading).filter((start) => start !== at) }
}

/** To the line before or after; never past another border. */
export function movedStart(corrections: Corrections, reading: Reading, at: number, by: -1 | 1): Corrections | undefined {
  const place = reading.lines.findIndex(({ span }) => span.begin === at)
  const target = reading.lines[place + by]?.span.begin
  if (place < 0 || target === undefined || target === 0 || startsOf(reading).includes(target)) return undefined
  return { ...corrections, starts: sorted([...startsOf(reading).filter((start) => start !== at), target]) }
}

/** The borders as they are shown, said by a person. */
export function confirmed(corrections: Corrections, reading: Reading): Corrections {
  return { ...corrections, starts: startsOf(reading) }
}

export function withMark(corrections: Corrections, span: Stretch, is: LineKind): Corrections {
  const others = corrections.marks.filter((mark) => mark.span.begin < span.begin || mark.span.end > span.end)
  return { ...corrections, marks: [...others, { span: { begin: span.begin, end: span.end }, is }] }
}

export function withValue(corrections: Corrections, article: Stretch, at: number, fields: CorrectedFields): Corrections {
  const before = corrections.values.filter((value) => inside(value.at, article))
  const others = corrections.values.filter((value) => !inside(value.at, article))
  const merged = Object.assign({}, ...before.map((value) => value.fields), fields) as CorrectedFields
  return { ...corrections, values: [...others, { at, fields: merged }] }
}

/** What the archive read is taken again. */
export function withoutValue(corrections: Corrections, article: Stretch, field: keyof CorrectedFields): Corrections {
  const values = corrections.values.map((value) => {
    if (!inside(value.at, article)) return value
    const { [field]: _gone, ...fields } = value.fields
    return { ...value, fields }
  })
  return { ...corrections, values: values.filter(({ fields }) => Object.keys(fields).length > 0) }
}

/** The reach of an article: from where its reading begins to where the next begins. */
export function reachOf(reading: Reading, article: Pick<RehearsedArticle, 'span'>): Stretch {
  const starts = startsOf(reading)
  const begin = starts.findLast((start) => start <= article.span.begin) ?? 0
  return { begin, end: starts.find((start) => start > article.span.begin) ?? Number.POSITIVE_INFINITY }
}

/** Stays in the article when the lines of its head are moved about. */
export function anchorOf(lines: readonly ReadLine[], reach: Stretch): number {
  const own = lines.filter(({ span }) => inside(span.begin, reach))
  return (own.find((line) => line.as === 'body') ?? own[0])?.span.begin ?? reach.begin
}

export function inside(at: number, { begin, end }: Stretch): boolean {
  return at >= begin && at < end
}

/** Where a border may stand within a line: at its begin, and at each line end or sentence in it. */
export function placesIn(line: ReadLine): readonly number[] {
  const places = [0]
  for (const found of line.text.matchAll(/(?:\n\s*|[.!?]["'”’)]*\s+)(?=\S)/g)) places.push(found.index + found[0].length)
  return places.map((place) => line.span.begin + place)
}

function sorted(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((one, other) => one - other)
}

export function isNothing({ starts, marks, values }: Corrections): boolean {
  return starts === undefined && marks.length === 0 && values.length === 0
}
