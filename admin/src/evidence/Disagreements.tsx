// Where do versions of one story say different things? One matter a row: each value, and who has it.
import type { ReactElement } from 'react'
import type { Family } from './pair.ts'
import './pair.css'

interface DisagreementsProps {
  readonly disagreements: Family['disagreements']
  readonly nameOf: (articleId: string) => string
}

export function Disagreements({ disagreements, nameOf }: DisagreementsProps): ReactElement {
  if (disagreements.length === 0) return <p className="nothing">The versions agree on every name, number, date and attribution that they share.</p>
  return (
    <ul className="disagreements">
      {disagreements.map((one, at) => (
        <li key={at}>
          <p className="what">{one.what}</p>
          <dl>
            {one.values.map((value) => (
              <div key={value.value}>
                <dt>“{value.value}”</dt>
                <dd>{value.articleIds.map(nameOf).join('; ')}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
