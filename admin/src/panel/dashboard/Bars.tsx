// How do a few named figures look beside one another? Bars that are a list: a name that leads on, its length, its figure.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { counted } from '../../evidence/numbers.ts'

export interface Bar {
  readonly name: string
  readonly to: string
  readonly value: number
  /** The part of `value` that stands out. */
  readonly part?: number
  /** What the part is, after its figure. */
  readonly says?: string
}

export function Bars({ rows }: { readonly rows: readonly Bar[] }): ReactElement {
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <ul className="bars figures">
      {rows.map(({ name, to, value, part = 0, says }) => (
        <li key={name}>
          <Link className="bars-name" to={to}>
            {name}
          </Link>
          <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className="tone-new" width={(value / most) * 100} height="4" />
            {part > 0 && <rect className="tone-exact" width={(part / most) * 100} height="4" />}
          </svg>
          <span>
            {counted(value)}
            {says !== undefined && <span className="facts"> {says}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
