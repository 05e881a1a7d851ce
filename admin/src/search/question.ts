// What is asked? The question as the address of the page holds it; the same names as the service's own.

export const FILTERS = ['publisher', 'language', 'byline', 'relation', 'completeness', 'tags', 'documentId', 'clusterId'] as const
export type FilterName = (typeof FILTERS)[number]
export type Sort = 'relevance' | 'newest' | 'oldest'

export interface Question {
  readonly q: string
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>
  /** `2024` or `2024-11` or a day; the end is not included. */
  readonly publishedFrom?: string
  readonly publishedTo?: string
  readonly sort: Sort
  readonly collapse: boolean
  /** From 1. */
  readonly page: number
}

export const PER_PAGE = 20
const FACETS = 'publisher,publishedYear,publishedMonth,language,byline,relation,completeness'
/** As many as anybody reads in a list. */
const FACET_VALUES = 60
const SORTS: readonly string[] = ['relevance', 'newest', 'oldest'] satisfies readonly Sort[]
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

/** Anything that the address says and that makes no sense is passed over: a link is often cut or mistyped. */
export function questionOf(query: string): Question {
  const given = new URLSearchParams(query)
  const filters: Partial<Record<FilterName, readonly string[]>> = {}
  for (const name of FILTERS) {
    const values = given.getAll(name).filter((value) => value !== '')
    if (values.length > 0) filters[name] = [...new Set(values)]
  }
  const [from, to] = shortened(given.get('publishedFrom'), given.get('publishedTo'))
  const page = Number(given.get('page') ?? 1)
  const sort = given.get('sort') ?? ''
  return {
    q: given.get('q') ?? '',
    filters,
    ...(from !== null && DATE.test(from) ? { publishedFrom: from } : {}),
    ...(to !== null && DATE.test(to) ? { publishedTo: to } : {}),
    sort: SORTS.includes(sort) ? (sort as Sort) : 'relevance',
    collapse: given.get('collapse') !== 'false',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  }
}

/** The address of a question; what is as usual is left out. */
export function addressOf(question: Question): string {
  const query = parameters(question)
  if (question.page > 1) query.set('page', String(question.page))
  const text = query.toString()
  return text === '' ? '/' : `/?${text}`
}

/** The parameters that say which articles and in which order, without paging. */
function parameters(question: Question): URLSearchParams {
  const query = new URLSearchParams()
  if (question.q.trim() !== '') query.set('q', question.q)
  for (const name of FILTERS) for (const value of question.filters[name] ?? []) query.append(name, value)
  if (question.publishedFrom !== undefined) query.set('publishedFrom', question.publishedFrom)
  if (question.publishedTo !== undefined) query.set('publishedTo', question.publishedTo)
  if (question.sort !== 'relevance') query.set('sort', question.sort)
  if (!question.collapse) query.set('collapse', 'false')
  return query
}

/** The call that answers the question. Without words the newest come first: there is nothing to be relevant to. */
export function callFor(question: Question): string {
  const query = serviceParameters(question)
  query.set('facets', FACETS)
  query.set('facetValues', String(FACET_VALUES))
  query.set('page', String(question.page))
  query.set('perPage', String(PER_PAGE))
  return `/api/search?${query}`
}

/** As `parameters`, with whole dates: as the service takes it, and as a saved search keeps it. */
export function keptParameters(question: Question): URLSearchParams {
  const query = parameters(question)
  if (question.publishedFrom !== undefined) query.set('publishedFrom', wholeDate(question.publishedFrom))
  if (question.publishedTo !== undefined) query.set('publishedTo', wholeDate(question.publishedTo))
  return query
}

export function serviceParameters(question: Question): URLSearchParams {
  const query = keptParameters(question)
  if (question.q.trim() === '' && question.sort === 'relevance') query.set('sort', 'newest')
  return query
}

export function isEmpty(question: Question): boolean {
  return question.q.trim() === '' && !isFiltered(question) && question.page === 1
}

export function isFiltered(question: Question): boolean {
  return Object.keys(question.filters).length > 0 || question.publishedFrom !== undefined || question.publishedTo !== undefined
}

export function withoutFilters({ q, sort, collapse }: Question): Question {
  return { q, sort, collapse, filters: {}, page: 1 }
}

/** Takes a value into a filter, or out where it is in. */
export function toggled(question: Question, name: FilterName, value: string): Question {
  const held = question.filters[name] ?? []
  const values = held.includes(value) ? held.filter((one) => one !== value) : [...held, value]
  const { [name]: _, ...others } = question.filters
  return { ...question, page: 1, filters: values.length === 0 ? others : { ...others, [name]: values } }
}

/** A year or month as a range, its end not included; `undefined` takes the range away. */
export function inPeriod(question: Question, period: string | undefined): Question {
  const { publishedFrom: _from, publishedTo: _to, ...rest } = question
  return period === undefined ? { ...rest, page: 1 } : { ...rest, page: 1, publishedFrom: period, publishedTo: after(period) }
}

/** The year or month that the range is, where it is exactly one. */
export function periodOf({ publishedFrom, publishedTo }: Question): string | undefined {
  return publishedFrom !== undefined && publishedFrom.length <= 7 && publishedTo === after(publishedFrom) ? publishedFrom : undefined
}

function after(period: string): string {
  const [year = 0, month] = period.split('-').map(Number)
  if (month === undefined) return String(year + 1).padStart(4, '0')
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${period.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`
}

/** Whole years and months by their short names, as the histogram has them. */
function shortened(from: string | null, to: string | null): readonly [string | null, string | null] {
  if (from === null || to === null) return [from, to]
  if (from.endsWith('-01-01') && to.endsWith('-01-01')) return [from.slice(0, 4), to.slice(0, 4)]
  return /-\d\d-01$/.test(from) && /-\d\d-01$/.test(to) ? [from.slice(0, 7), to.slice(0, 7)] : [from, to]
}

function wholeDate(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}
