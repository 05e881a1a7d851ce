// How is the list narrowed down? By words of a headline, and by values with their counts; several values of one facet are
// alternatives, pressed once to choose and once more to let go.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import type { ClusterList } from '../../../../server/src/http/contract/clusters.ts'
import { counted } from '../../evidence/numbers.ts'
import { type Facet, FACETS, put, toggled } from './place.ts'
import { FACET_NAMES, filterName, valueName } from './said.ts'

const SHOWN = 8
/** Facets whose values have an order of their own. */
const ORDERED: Readonly<Partial<Record<Facet, readonly string[]>>> = { standing: ['open', 'changed', 'conflict', 'reviewed'], confidence: ['high', 'medium', 'low'] }

interface FiltersProps {
  readonly filters: URLSearchParams
  readonly facets: ClusterList['facets']
  readonly onChange: (filters: URLSearchParams) => void
}

export function Filters({ filters, facets, onChange }: FiltersProps): ReactElement {
  return (
    <div className="filters">
      <Words value={filters.get('q') ?? ''} onWords={(words) => onChange(put(filters, 'q', words))} />
      {FACETS.map((facet) => (
        <FacetValues key={facet} facet={facet} counts={facets?.[facet] ?? {}} chosen={filters.getAll(facet)} onToggle={(value) => onChange(toggled(filters, facet, value))} />
      ))}
      <button type="button" className="facet-value" aria-pressed={filters.get('later') === 'true'} onClick={() => onChange(put(filters, 'later', filters.get('later') === 'true' ? undefined : 'true'))}>
        <span>Put off for later</span>
      </button>
    </div>
  )
}

function Words({ value, onWords }: { readonly value: string; readonly onWords: (words: string) => void }): ReactElement {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onWords(text.trim())
  }
  return (
    <form role="search" onSubmit={submit}>
      <label>
        Words in a headline
        <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
    </form>
  )
}

interface FacetProps {
  readonly facet: Facet
  readonly counts: Readonly<Record<string, number>>
  readonly chosen: readonly string[]
  readonly onToggle: (value: string) => void
}

function FacetValues({ facet, counts, chosen, onToggle }: FacetProps): ReactElement | null {
  const [all, setAll] = useState(false)
  const values = valuesOf(facet, counts, chosen)
  if (values.length === 0) return null
  return (
    <section>
      <h2>{FACET_NAMES[facet]}</h2>
      <ul>
        {(all ? values : values.slice(0, SHOWN)).map(([value, count]) => (
          <li key={value}>
            <button type="button" className="facet-value" aria-pressed={chosen.includes(value)} onClick={() => onToggle(value)}>
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

function valuesOf(facet: Facet, counts: Readonly<Record<string, number>>, chosen: readonly string[]): readonly (readonly [string, number])[] {
  const missing = chosen.filter((value) => counts[value] === undefined).map((value) => [value, 0] as const)
  const values = [...missing, ...Object.entries(counts)]
  const order = ORDERED[facet]
  return order === undefined ? values.toSorted(([, one], [, other]) => other - one) : values.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
}

/** The filters that hold, each to be let go by itself. */
export function Chosen({ filters, onChange }: Omit<FiltersProps, 'facets'>): ReactElement | null {
  const entries = [...filters]
  if (entries.length === 0) return null
  const without = (name: string, value: string): URLSearchParams => {
    const rest = new URLSearchParams(filters)
    rest.delete(name, value)
    return rest
  }
  return (
    <ul className="filter-chips" aria-label="Filters that hold">
      {entries.map(([name, value]) => (
        <li key={`${name} ${value}`}>
          <button type="button" className="chip removable" onClick={() => onChange(without(name, value))}>
            {filterName(name, value)} <span aria-hidden="true">×</span>
            <span className="hidden">, remove</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="plain" onClick={() => onChange(new URLSearchParams())}>
          Clear filters
        </button>
      </li>
    </ul>
  )
}
