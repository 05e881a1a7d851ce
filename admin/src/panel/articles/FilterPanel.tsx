// How is the list narrowed down? By words, and by values with their counts; pressed once to choose, once more to let go.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { useListContext } from 'react-admin'
import { counted } from '../../evidence/numbers.ts'
import { dayAfter, FACET_NAMES, FACETS, RANGES, useFacets, valueName, type Facet, type Filters } from './filters.ts'

const SHOWN = 8

export function FilterPanel(): ReactElement {
  const { filterValues, setFilters } = useListContext()
  const filters = filterValues as Filters
  const facets = useFacets(filters)
  const choose = (name: string, value: string | undefined): void => {
    const { [name]: _before, ...rest } = filters
    setFilters(value === undefined ? rest : { ...rest, [name]: value })
  }
  return (
    <div className="filters">
      <Words value={filters['q'] ?? ''} onChange={(value) => choose('q', value)} />
      {FACETS.map((facet) => (
        <FacetValues key={facet} facet={facet} counts={facets[facet] ?? {}} chosen={filters[facet]} onChoose={(value) => choose(facet, value)} />
      ))}
      <details className="dates" open={RANGES.some(({ from, to }) => filters[from] !== undefined || filters[to] !== undefined)}>
        <summary>Dates</summary>
        {RANGES.map(({ name, from, to }) => (
          <DayRange key={name} name={name} from={filters[from]} to={filters[to]} onChange={(first, end) => setFilters(without({ ...filters, [from]: first, [to]: end }))} />
        ))}
      </details>
      <button type="button" className="facet-value" aria-pressed={filters['status'] === 'binned'} onClick={() => setFilters(filters['status'] === 'binned' ? {} : { status: 'binned' })}>
        <span>In the bin</span>
      </button>
    </div>
  )
}

function without(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

interface RangeProps {
  readonly name: string
  readonly from: string | undefined
  /** The day after the last. */
  readonly to: string | undefined
  readonly onChange: (from: string | undefined, to: string | undefined) => void
}

/** The last day is meant whole. */
function DayRange({ name, from, to, onChange }: RangeProps): ReactElement {
  return (
    <fieldset className="plain-set day-range">
      <legend>{name}</legend>
      <DayInput label={`${name}, from`} word="from" value={from?.slice(0, 10) ?? ''} onChange={(day) => onChange(day, to)} />
      <DayInput label={`${name}, to`} word="to" value={to === undefined ? '' : dayAfter(to.slice(0, 10), -1)} onChange={(day) => onChange(from, day && dayAfter(day, 1))} />
    </fieldset>
  )
}

function DayInput({ label, word, value, onChange }: { readonly label: string; readonly word: string; readonly value: string; readonly onChange: (day: string | undefined) => void }): ReactElement {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  // While a year is typed it is a year of the first millennium: nothing is asked for before it stands.
  const change = (day: string): void => {
    setText(day)
    if (day !== value && (day === '' || day >= '1500')) onChange(day === '' ? undefined : day)
  }
  return (
    <label>
      <span aria-hidden="true">{word}</span>
      <input type="date" aria-label={label} value={text} onChange={({ target }) => change(target.value)} />
    </label>
  )
}

function Words({ value, onChange }: { readonly value: string; readonly onChange: (value: string | undefined) => void }): ReactElement {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange(text.trim() === '' ? undefined : text.trim())
  }
  return (
    <form role="search" onSubmit={submit}>
      <label>
        Words in the article
        <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
    </form>
  )
}

interface FacetProps {
  readonly facet: Facet
  readonly counts: Readonly<Record<string, number>>
  readonly chosen: string | undefined
  readonly onChoose: (value: string | undefined) => void
}

function FacetValues({ facet, counts, chosen, onChoose }: FacetProps): ReactElement | null {
  const [all, setAll] = useState(false)
  const values = Object.entries(counts).sort(([, one], [, other]) => other - one)
  if (chosen !== undefined && counts[chosen] === undefined) values.unshift([chosen, 0])
  if (values.length === 0) return null
  const shown = all ? values : values.slice(0, SHOWN)
  return (
    <section>
      <h2>{FACET_NAMES[facet]}</h2>
      <ul>
        {shown.map(([value, count]) => (
          <li key={value}>
            <button type="button" className="facet-value" aria-pressed={value === chosen} onClick={() => onChoose(value === chosen ? undefined : value)}>
              <span>{valueName(facet, value)}</span> <span className="figures">{counted(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {values.length > SHOWN && (
        <button type="button" className="plain" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${values.length}`}
        </button>
      )}
    </section>
  )
}
