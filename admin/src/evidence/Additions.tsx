// What does only one text have? Its sentences, with the names and numbers in them that the other text nowhere holds.
import type { ReactElement } from 'react'
import { amount } from './numbers.ts'
import type { Evidence, Span } from './pair.ts'
import './pair.css'

interface AdditionsProps {
  readonly additions: Evidence['additions']['left']
  /** Whose: "Only in The Courier". */
  readonly name: string
  readonly onPlace?: (span: Span) => void
}

export function Additions({ additions, name, onPlace }: AdditionsProps): ReactElement {
  if (additions.length === 0) return <p className="nothing">Nothing stands only in {name}.</p>
  return (
    <>
      <p className="facts">
        {amount(additions.length, 'passage', 'passages')} only in {name}
      </p>
      <ul className="additions">
        {additions.map((one) => (
          <li key={`${one.span.begin}-${one.span.end}`}>
            <p className="addition">{one.text}</p>
            <NewFacts names={one.names} numbers={one.numbers} />
            {onPlace !== undefined && (
              <button type="button" className="plain" onClick={() => onPlace(one.span)}>
                Show<span className="hidden"> in the texts: {one.text.slice(0, 60)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

export function NewFacts({ names, numbers }: { readonly names: readonly string[]; readonly numbers: readonly string[] }): ReactElement | null {
  if (names.length + numbers.length === 0) return null
  return (
    <p className="facts">
      {names.length > 0 && (
        <span>
          Names: <strong>{names.join(', ')}</strong>
        </span>
      )}
      {numbers.length > 0 && (
        <span>
          Numbers: <strong>{numbers.join(', ')}</strong>
        </span>
      )}
    </p>
  )
}
