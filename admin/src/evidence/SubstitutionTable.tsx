// Which words stand for which? The table is the explanation of a spun text; each row leads through its places one by one.
import { useState, type ReactElement } from 'react'
import { amount } from './numbers.ts'
import type { Names, Occurrence, Substitution } from './pair.ts'
import './pair.css'

const SHOWN_FIRST = 12

interface SubstitutionTableProps {
  readonly substitutions: readonly Substitution[]
  readonly names: Names
  /** Called with each place in turn; without it the rows lead nowhere. */
  readonly onOccurrence?: (place: Occurrence, index: number) => void
}

export const CLASS_WORDS: Readonly<Record<Substitution['class'], string>> = {
  name: 'name', number: 'number', date: 'date', quotation: 'in a quotation', synonym: 'wording', spelling: 'spelling', punctuation: 'mark',
}

export function SubstitutionTable({ substitutions, names, onOccurrence }: SubstitutionTableProps): ReactElement {
  const [all, setAll] = useState(false)
  const [kind, setKind] = useState<Substitution['class']>()
  if (substitutions.length === 0) return <p className="nothing">No words stand for others in the shared passages.</p>
  const kept = kind === undefined ? substitutions : substitutions.filter((one) => one.class === kind)
  const shown = all ? kept : kept.slice(0, SHOWN_FIRST)
  return (
    <div className="substitutions">
      <Kinds substitutions={substitutions} kind={kind} onKind={setKind} />
      <div className="scroller" role="group" aria-label="Substitutions">
        <table>
          <thead>
            <tr>
              <th scope="col">{names.left}</th>
              <th scope="col">{names.right}</th>
              <th scope="col" className="number">
                Times
              </th>
              <th scope="col">Kind</th>
              {onOccurrence !== undefined && <th scope="col">In the texts</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <SubstitutionRow key={one.id} one={one} onOccurrence={onOccurrence} />
            ))}
          </tbody>
        </table>
      </div>
      {kept.length > SHOWN_FIRST && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${amount(kept.length, 'substitution', 'substitutions')}`}
        </button>
      )}
    </div>
  )
}

interface KindsProps {
  readonly substitutions: readonly Substitution[]
  readonly kind: Substitution['class'] | undefined
  readonly onKind: (kind: Substitution['class'] | undefined) => void
}

function Kinds({ substitutions, kind, onKind }: KindsProps): ReactElement | null {
  const counts = new Map<Substitution['class'], number>()
  for (const one of substitutions) counts.set(one.class, (counts.get(one.class) ?? 0) + 1)
  if (counts.size < 2) return null
  const order = (Object.keys(CLASS_WORDS) as Substitution['class'][]).filter((one) => counts.has(one))
  return (
    <div className="kinds" role="group" aria-label="Kinds of substitution">
      <button type="button" className="chip" aria-pressed={kind === undefined} onClick={() => onKind(undefined)}>
        all {substitutions.length}
      </button>
      {order.map((one) => (
        <button key={one} type="button" className="chip" aria-pressed={kind === one} onClick={() => onKind(kind === one ? undefined : one)}>
          {CLASS_WORDS[one]} {counts.get(one)}
        </button>
      ))}
    </div>
  )
}

interface RowProps {
  readonly one: Substitution
  readonly onOccurrence: SubstitutionTableProps['onOccurrence']
}

function SubstitutionRow({ one, onOccurrence }: RowProps): ReactElement {
  const [step, setStep] = useState(0)
  const walk = (): void => {
    const next = step % one.at.length
    const place = one.at[next]
    setStep(next + 1)
    if (place !== undefined) onOccurrence?.(place, next)
  }
  const leads = onOccurrence !== undefined
  return (
    <tr {...(leads && { onClick: walk })} className={`class-${one.class}`}>
      <td>
        <del>{one.from}</del>
      </td>
      <td>
        <ins>{one.to}</ins>
      </td>
      <td className="number figures nowrap">
        {one.count} of {one.of}
      </td>
      <td>
        <span className="kind">{CLASS_WORDS[one.class]}</span>
      </td>
      {leads && (
        <td>
          <button type="button" className="plain nowrap" onClick={(event) => (event.stopPropagation(), walk())}>
            {step > 0 ? `${step} of ${one.at.length}, next` : 'Show'}
            <span className="hidden">
              {' '}
              {one.from} as {one.to}
            </span>
          </button>
        </td>
      )}
    </tr>
  )
}
