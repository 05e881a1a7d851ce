// Which words stand for which? The table is the explanation of a spun text; each row leads through its places.
import { useState, type ReactElement, type RefObject } from 'react'
import type { Substitution } from '../../../server/src/domain/match.ts'
import { amount } from './numbers.ts'
import { occurrencesOf, pointAt } from './occurrences.ts'

const SHOWN_FIRST = 12

interface SubstitutionsProps {
  readonly substitutions: readonly Substitution[]
  readonly leftName: string
  readonly rightName: string
  /** The two texts, where the places are. */
  readonly texts: RefObject<HTMLElement | null>
}

export function Substitutions({ substitutions, leftName, rightName, texts }: SubstitutionsProps): ReactElement | null {
  const [all, setAll] = useState(false)
  if (substitutions.length === 0) return null
  const shown = all ? substitutions : substitutions.slice(0, SHOWN_FIRST)
  return (
    <section className="substitutions" aria-labelledby="substitutions-title">
      <h2 id="substitutions-title">Words that stand for others</h2>
      <div className="scroller" role="group" aria-labelledby="substitutions-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{leftName}</th>
              <th scope="col">{rightName}</th>
              <th scope="col" className="number">
                Times
              </th>
              <th scope="col">In the texts</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <SubstitutionRow key={`${one.from}\n${one.to}`} one={one} texts={texts} />
            ))}
          </tbody>
        </table>
      </div>
      {substitutions.length > SHOWN_FIRST && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${amount(substitutions.length, 'substitution', 'substitutions')}`}
        </button>
      )}
    </section>
  )
}

function SubstitutionRow({ one, texts }: { readonly one: Substitution; readonly texts: SubstitutionsProps['texts'] }): ReactElement {
  const [step, setStep] = useState({ at: 0, of: 0 })
  const walk = (): void => {
    const root = texts.current
    const places = root === null ? [] : occurrencesOf(root, one.from, one.to)
    const at = places.length === 0 ? 0 : (step.at % places.length) + 1
    const place = places[at - 1]
    setStep({ at, of: places.length })
    if (root !== null && place !== undefined) pointAt(root, place)
  }
  return (
    <tr onClick={walk}>
      <td>
        <del>{one.from}</del>
      </td>
      <td>
        <ins>{one.to}</ins>
      </td>
      <td className="number figures">{one.count}</td>
      <td>
        <button type="button" className="plain" onClick={(event) => (event.stopPropagation(), walk())}>
          {step.at > 0 ? `${step.at} of ${step.of}, next` : 'Show'}
          <span className="hidden">
            {' '}
            {one.from} as {one.to}
          </span>
        </button>
      </td>
    </tr>
  )
}
