// Why is there nothing? Three reasons that must not look alike: nothing yet, nothing that matches, nothing left to do.
import type { ReactElement, ReactNode } from 'react'

interface EmptyProps {
  readonly why: 'nothing-yet' | 'no-match' | 'all-done'
  readonly title: string
  readonly children?: ReactNode
}

const MARKS = { 'nothing-yet': '◌', 'no-match': '⌕', 'all-done': '✓' } as const

export function Empty({ why, title, children }: EmptyProps): ReactElement {
  return (
    <div className={`empty empty-${why}`}>
      <span className="empty-mark" aria-hidden="true">
        {MARKS[why]}
      </span>
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
