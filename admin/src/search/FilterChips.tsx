// Which filters hold? One chip each, that goes away when pressed.
import type { ReactElement } from 'react'
import { monthOrYear } from '../evidence/numbers.ts'
import { FACET_TITLES, valueName } from './Facets.tsx'
import { FILTERS, inPeriod, isFiltered, periodOf, toggled, withoutFilters, type Question } from './question.ts'

interface FilterChipsProps {
  readonly question: Question
  readonly onChange: (question: Question) => void
}

export function FilterChips({ question, onChange }: FilterChipsProps): ReactElement | null {
  if (!isFiltered(question)) return null
  return (
    <ul className="filter-chips" aria-label="Filters">
      {FILTERS.flatMap((name) =>
        (question.filters[name] ?? []).map((value) => (
          <Chip key={`${name}\n${value}`} title={FACET_TITLES[name]} value={valueName(name, value)} onRemove={() => onChange(toggled(question, name, value))} />
        )),
      )}
      {(question.publishedFrom !== undefined || question.publishedTo !== undefined) && (
        <Chip title="Published" value={rangeName(question)} onRemove={() => onChange(inPeriod(question, undefined))} />
      )}
      <li>
        <button type="button" className="plain" onClick={() => onChange(withoutFilters(question))}>
          Clear filters
        </button>
      </li>
    </ul>
  )
}

function Chip({ title, value, onRemove }: { readonly title: string; readonly value: string; readonly onRemove: () => void }): ReactElement {
  return (
    <li>
      <button type="button" className="chip removable" onClick={onRemove}>
        <span className="hidden">Remove the filter </span>
        {title}: {value} <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}

function rangeName(question: Question): string {
  const period = periodOf(question)
  if (period !== undefined) return monthOrYear(period)
  const { publishedFrom: from, publishedTo: to } = question
  if (from !== undefined && to !== undefined) return `${from} to before ${to}`
  return from !== undefined ? `from ${from}` : `before ${to ?? ''}`
}
