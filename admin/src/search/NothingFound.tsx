// What helps where nothing was found? Fewer filters, fewer words, ungrouped; each a step that is one press away.
import type { ReactElement } from 'react'
import { Link } from './frame/Link.tsx'
import { addressOf, isFiltered, withoutFilters, type Question } from './question.ts'

export function NothingFound({ question }: { readonly question: Question }): ReactElement {
  const fewer = fewerWords(question.q)
  return (
    <section className="nothing">
      <h2>{question.q.trim() === '' ? 'No articles match these filters' : `Nothing found for “${question.q.trim()}”`}</h2>
      <ul>
        {isFiltered(question) && (
          <li>
            <Link href={addressOf(withoutFilters(question))}>Search without filters</Link>
          </li>
        )}
        {fewer !== undefined && (
          <li>
            <Link href={addressOf({ ...question, page: 1, q: fewer })}>Search for {fewer}</Link>
          </li>
        )}
        {question.collapse && (
          <li>
            <Link href={addressOf({ ...question, page: 1, collapse: false })}>Search without grouping near-copies</Link>
          </li>
        )}
        {question.page > 1 && (
          <li>
            <Link href={addressOf({ ...question, page: 1 })}>Go to the first page</Link>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Without marks first, then without the last word. */
export function fewerWords(question: string): string | undefined {
  const plain = question.replace(/"/g, ' ').replace(/(^|\s)-\S+/g, ' ').trim().replace(/\s+/g, ' ')
  if (plain !== question.trim()) return plain === '' ? undefined : plain
  const words = plain.split(' ')
  return words.length > 1 ? words.slice(0, -1).join(' ') : undefined
}
