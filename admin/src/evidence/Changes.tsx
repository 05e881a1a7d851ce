// What matters to a journalist before any synonym? Facts that changed, and what people are quoted with but did not say.
import type { ReactElement } from 'react'
import { bodyOf, type Evidence, type Span } from './pair.ts'
import './pair.css'

interface ChangesProps {
  readonly evidence: Evidence
  /** Leads to a place in the texts. */
  readonly onPlace?: (place: { readonly left?: Span; readonly right?: Span }) => void
}

const FACT_WORDS: Readonly<Record<Evidence['facts'][number]['kind'], string>> = { name: 'Name', number: 'Number', date: 'Date', attribution: 'Attribution' }

export function ChangedFacts({ evidence, onPlace }: ChangesProps): ReactElement {
  if (evidence.facts.length === 0) return <p className="nothing">No name, number, date or attribution changed in the shared passages.</p>
  return (
    <ul className="changes">
      {evidence.facts.map((fact, at) => (
        <li key={at}>
          <span className="kind">{FACT_WORDS[fact.kind]}</span>
          <span className="change">
            <del>{fact.left.text}</del> <span aria-hidden="true">→</span> <ins>{fact.right.text}</ins>
          </span>
          <Show onPlace={onPlace} place={{ left: fact.left.span, right: fact.right.span }} what={fact.left.text} />
        </li>
      ))}
    </ul>
  )
}

const QUOTED: Readonly<Record<Evidence['quotations']['items'][number]['state'], string>> = { kept: 'Kept', altered: 'Altered', missing: 'No quotation there' }

/** Altered ones first to last; those that were kept are only counted. */
export function AlteredQuotations({ evidence, onPlace }: ChangesProps): ReactElement {
  const { items, total, altered } = evidence.quotations
  const told = items.filter((one) => one.state !== 'kept')
  if (items.length === 0) return <p className="nothing">No quotation stands in the shared passages.</p>
  const [left, right] = [bodyOf(evidence, 'left'), bodyOf(evidence, 'right')]
  return (
    <>
      <p className="facts">
        {altered} of {total} quotations altered
      </p>
      <ul className="changes quotations-list">
        {told.map((one, at) => (
          <li key={at}>
            <span className="kind">{QUOTED[one.state]}</span>
            <span className="change">
              {one.left !== undefined && <q>{textAt(left, one.left)}</q>}
              {one.left !== undefined && one.right !== undefined && <span aria-label="became"> → </span>}
              {one.right !== undefined && <q>{textAt(right, one.right)}</q>}
            </span>
            <Show onPlace={onPlace} place={one} what="the quotation" />
          </li>
        ))}
      </ul>
    </>
  )
}

function textAt(body: string, { begin, end }: Span): string {
  return body.slice(begin, end).replace(/\s+/g, ' ')
}

interface ShowProps {
  readonly onPlace: ChangesProps['onPlace']
  readonly place: { readonly left?: Span | undefined; readonly right?: Span | undefined }
  readonly what: string
}

function Show({ onPlace, place, what }: ShowProps): ReactElement | null {
  if (onPlace === undefined) return null
  const { left, right } = place
  return (
    <button type="button" className="plain nowrap" onClick={() => onPlace({ ...(left && { left }), ...(right && { right }) })}>
      Show<span className="hidden"> {what} in the texts</span>
    </button>
  )
}
