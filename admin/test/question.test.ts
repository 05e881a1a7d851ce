// Does an address say the same question every time, and does a cut or mistyped one do no harm?
import { expect, it } from 'vitest'
import { fewerWords } from '../src/search/NothingFound.tsx'
import { periods } from '../src/search/periods.ts'
import { addressOf, callFor, inPeriod, keptParameters, questionOf, toggled } from '../src/search/question.ts'
import { safeReturn } from '../src/search/frame/session.ts'
import { totalsSentence } from '../src/search/totals.ts'

it('writes a question into an address and reads it back', () => {
  const address = '/?q=%22low+tide%22&publisher=A+%26+B&publisher=C&publishedFrom=2024-11&publishedTo=2024-12&sort=oldest&collapse=false&page=3'
  expect(addressOf(questionOf(address.slice(1)))).toBe(address)
})

it('passes over what makes no sense in an address', () => {
  expect(addressOf(questionOf('?q=tide&page=-1&sort=sideways&publishedFrom=soon&nonsense=1'))).toBe('/?q=tide')
})

it('asks for whole dates, and knows a whole year or month again when it was kept', () => {
  const question = inPeriod(questionOf('?q=tide'), '2024-12')
  expect(callFor(question)).toContain('publishedFrom=2024-12-01&publishedTo=2025-01-01')
  expect(questionOf(keptParameters(question).toString())).toEqual(question)
})

it('goes to the first page where the question changes', () => {
  expect(toggled(questionOf('?q=tide&page=4'), 'language', 'en').page).toBe(1)
})

it('offers months within two years, and years beyond', () => {
  const months = { '2023-12': 2, '2024-02': 1 }
  expect(periods({ years: {}, months }).map((one) => one.period)).toEqual(['2023-12', '2024-01', '2024-02'])
  const long = { years: { '1998': 1, '2001': 4 }, months: { '1998-01': 1, '2001-05': 3, '2001-06': 3 } }
  expect(periods(long)).toEqual([{ period: '1998', count: 1 }, { period: '1999', count: 0 }, { period: '2000', count: 0 }, { period: '2001', count: 4 }])
  expect(periods(long, '2001')).toHaveLength(12)
})

it('asks for less where nothing was found', () => {
  expect(fewerWords('"low tide" -gate')).toBe('low tide')
  expect(fewerWords('low tide')).toBe('low')
  expect(fewerWords('tide')).toBeUndefined()
})

it('says hits and independent texts, and "about" where it is not sure', () => {
  expect(totalsSentence({ total: 3, totalArticles: 14, exact: true }, true)).toBe('14 hits, 3 independent texts')
  expect(totalsSentence({ total: 1, totalArticles: 1, exact: true }, true)).toBe('1 story')
  expect(totalsSentence({ total: 1240, totalArticles: 1300, exact: false }, true)).toBe('About 1,300 hits, 1,240 independent texts')
  expect(totalsSentence({ total: 2, totalArticles: 2, exact: true }, false)).toBe('2 articles, near-copies not grouped')
})

it('returns from the sign-in form to a path of this site only', () => {
  expect(['/articles/1?x=1', '//example.org', '/\\example.org', 'https://example.org', '/sign-in?to=/', null].map((to) => safeReturn(to))).toEqual(['/articles/1?x=1', '/', '/', '/', '/', '/'])
})
