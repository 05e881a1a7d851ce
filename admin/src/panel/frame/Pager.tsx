// Which page of a list? The rows shown, of how many, and the way to the others.
import type { ReactElement } from 'react'
import { counted } from '../../evidence/numbers.ts'

interface PagerProps {
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly onPage: (page: number) => void
  readonly onPerPage?: (perPage: number) => void
}

export function Pager({ page, perPage, total, onPage, onPerPage }: PagerProps): ReactElement | null {
  if (total <= perPage && page === 1 && (onPerPage === undefined || total <= 25)) return null
  const pages = Math.max(1, Math.ceil(total / perPage))
  return (
    <nav className="pager figures" aria-label="Pages">
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span role="status">
        {counted((page - 1) * perPage + 1)}–{counted(Math.min(total, page * perPage))} of {counted(total)}
      </span>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next
      </button>
      {onPerPage !== undefined && (
        <label>
          Rows
          <select value={perPage} onChange={({ target }) => onPerPage(Number(target.value))}>
            {[25, 50, 100].map((rows) => (
              <option key={rows}>{rows}</option>
            ))}
          </select>
        </label>
      )}
    </nav>
  )
}
