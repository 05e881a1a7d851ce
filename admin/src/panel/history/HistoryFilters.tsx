// How is the history narrowed down? By a row of fields; who decided is asked for by name.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { dayOf, type FilterName, put, timeOf } from './place.ts'
import { KINDS } from './words.ts'

interface FiltersProps {
  readonly filters: URLSearchParams
  readonly onChange: (filters: URLSearchParams) => void
}

export function HistoryFilters({ filters, onChange }: FiltersProps): ReactElement {
  const set = (name: FilterName, value: string): void => onChange(put(filters, name, value))
  return (
    <div className="history-filters" role="search" aria-label="Decisions">
      <label>
        Kind
        <select value={filters.get('kind') ?? ''} onChange={({ target }) => set('kind', target.value)}>
          <option value="">All kinds</option>
          {Object.entries(KINDS).map(([kind, { label }]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Field label="Person" name="actor" filters={filters} onSet={set} />
      <Field label="Cluster" name="cluster" filters={filters} onSet={set} />
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {name === 'from' ? 'From' : 'Up to'}
          <input type="date" value={dayOf(filters, name)} onChange={({ target }) => set(name, timeOf(target.value, name))} />
        </label>
      ))}
      <label>
        Holds
        <select value={filters.get('withdrawn') ?? ''} onChange={({ target }) => set('withdrawn', target.value)}>
          <option value="">Whether or not</option>
          <option value="false">Holds</option>
          <option value="true">Undone</option>
        </select>
      </label>
      {[...filters].length > 0 && (
        <button type="button" className="plain" onClick={() => onChange(new URLSearchParams())}>
          Clear filters
        </button>
      )}
    </div>
  )
}

function Field({ label, name, filters, onSet }: { readonly label: string; readonly name: FilterName; readonly filters: URLSearchParams; readonly onSet: (name: FilterName, value: string) => void }): ReactElement {
  const value = filters.get(name) ?? ''
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (text.trim() !== value) onSet(name, text.trim())
  }
  return (
    <form onSubmit={submit}>
      <label>
        {label}
        <input type="text" value={text} onChange={({ target }) => setText(target.value)} onBlur={() => submit()} />
      </label>
    </form>
  )
}
