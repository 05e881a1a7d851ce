// Which ways of looking are kept? Each person's own, on the service: the same list as the search page's saved searches, for
// a view is a question. And the list leaves the archive as a file.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useListContext, useNotify } from 'react-admin'
import type { SavedSearchAnswer } from '../../../../server/src/http/contract/saved-searches.ts'
import { sentenceOf } from '../../api.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { NameView } from '../frame/NameView.tsx'
import { FACETS, type Filters, RANGES } from './filters.ts'

const KEPT: readonly string[] = ['q', 'documentId', 'clusterId', ...FACETS, ...RANGES.flatMap(({ from, to }) => [from, to])]

export function Views(): ReactElement {
  const { filterValues, setFilters } = useListContext()
  const [naming, setNaming] = useState(false)
  const notify = useNotify()
  const { data } = useQuery({ queryKey: ['savedSearches'], queryFn: () => call<{ data: readonly SavedSearchAnswer[] }>('/api/saved-searches?perPage=100&sort=name') })
  const query = queryOf(filterValues as Filters)
  const views = data?.data ?? []
  const show = (id: string): void => {
    const view = views.find((one) => one.id === id)
    if (view !== undefined) setFilters(filtersOf(view.query))
  }
  const save = (name: string): void => {
    call('/api/saved-searches', { method: 'POST', body: { name, query } }).then(
      () => {
        notify(`“${name}” is saved, here and among your searches.`, { type: 'info' })
        outdated('savedSearches')
      },
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  return (
    <>
      {views.length > 0 && (
        <label>
          <span className="hidden">Saved views</span>
          <select value={views.find((view) => queryOf(filtersOf(view.query)) === query)?.id ?? ''} onChange={({ target }) => show(target.value)}>
            <option value="">Saved views</option>
            {views.map((view) => (
              <option key={view.id} value={view.id}>
                {view.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {query !== '' && (
        <button type="button" onClick={() => setNaming(true)}>
          Save this view
        </button>
      )}
      <a className="button" href={`/api/search/export?${query === '' ? '' : `${query}&`}format=csv&collapse=false`} download>
        Export as CSV
      </a>
      <NameView open={naming} onClose={() => setNaming(false)} onName={save} />
    </>
  )
}

/** As in an address, in an order of its own, so that equal views are equal texts. */
function queryOf(filters: Filters): string {
  return new URLSearchParams(KEPT.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]]))).toString()
}

function filtersOf(query: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => KEPT.includes(name)))
}
