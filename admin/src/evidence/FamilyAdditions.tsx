// What does each version of a story add that no other has?
import type { ReactElement } from 'react'
import { NewFacts } from './Additions.tsx'
import type { Family } from './pair.ts'
import './pair.css'

interface FamilyAdditionsProps {
  readonly additions: Family['additions']
  readonly nameOf: (articleId: string) => string
}

export function FamilyAdditions({ additions, nameOf }: FamilyAdditionsProps): ReactElement {
  if (additions.length === 0) return <p className="nothing">No version has anything that no other has.</p>
  const ids = [...new Set(additions.map((one) => one.articleId))]
  return (
    <>
      {ids.map((id) => (
        <section key={id} aria-label={nameOf(id)}>
          <h3>{nameOf(id)}</h3>
          <ul className="additions">
            {additions.filter((one) => one.articleId === id).map((one) => (
              <li key={`${one.span.begin}-${one.span.end}`}>
                <p className="addition">{one.text}</p>
                <NewFacts names={one.names} numbers={one.numbers} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
