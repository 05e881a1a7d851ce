// Which row is under the hand? The one that holds the focus: keys move the focus itself, so that what is seen, what is
// heard and what a key acts on are always the same row.
import { useCallback } from 'react'

const ROW = '[data-row]'
const GRIP = '[data-grip]'

export interface RowKeys {
  /** The id of the row that holds the focus. */
  readonly here: () => string | undefined
  /** To the row after or before; to the first where none holds it. */
  readonly move: (by: 1 | -1) => void
}

export function useRowKeys(): RowKeys {
  const here = useCallback(() => rowNow()?.dataset['row'], [])
  const move = useCallback((by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>(ROW)]
    const now = rowNow()
    const next = rows[now === undefined ? 0 : rows.indexOf(now) + by]
    next?.querySelector<HTMLElement>(GRIP)?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }, [])
  return { here, move }
}

function rowNow(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>(ROW) ?? undefined
}
