// Where are the other results? Links, so that a page can be opened beside, kept and gone back to.
import type { ReactElement } from 'react'
import { counted } from '../evidence/numbers.ts'
import { Link } from './frame/Link.tsx'
import { addressOf, PER_PAGE, type Question } from './question.ts'

export function Pages({ question, total }: { readonly question: Question; readonly total: number }): ReactElement | null {
  const last = Math.ceil(total / PER_PAGE)
  if (last <= 1) return null
  const { page } = question
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <Link rel="prev" href={addressOf({ ...question, page: page - 1 })}>
          ← Previous
        </Link>
      )}
      <span className="figures">
        Page {counted(page)} of {counted(last)}
      </span>
      {page < last && (
        <Link rel="next" href={addressOf({ ...question, page: page + 1 })}>
          Next →
        </Link>
      )}
    </nav>
  )
}
