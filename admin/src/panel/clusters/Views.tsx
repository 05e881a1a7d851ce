// Which ways of looking are kept? Each person's own, on the service, by a name; a view that holds can be forgotten.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import type { SavedSearchAnswer } from '../../../../server/src/http/contract/saved-searches.ts'
import { sentenceOf } from '../../api.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { NameView } from '../frame/NameView.tsx'
import { addressOf, type Place, placeOf } from './place.ts'

interface ViewsProps {
  readonly place: Place
  readonly onShow: (place: Place) => void
}

export function Views({ place, onShow }: ViewsProps): ReactElement {
  const [naming, setNaming] = useState(false)
  const notify = useNotify()
  const { data } = useQuery({ queryKey: ['savedSearches', 'clusters'], queryFn: () => call<{ data: readonly SavedSearchAnswer[] }>('/api/saved-searches?about=clusters&perPage=100&sort=name') })
  const views = data?.data ?? []
  const query = queryOf(place)
  const held = views.find((view) => queryOf(placeOf(new URLSearchParams(view.query))) === query)
  const changed = (work: Promise<unknown>, said: string): void => {
    work.then(
      () => notify(said, { type: 'info' }),
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    ).finally(() => outdated('savedSearches'))
  }
  const show = (id: string): void => {
    const view = views.find((one) => one.id === id)
    onShow(placeOf(new URLSearchParams(view?.query ?? '')))
  }
  return (
    <>
      {views.length > 0 && (
        <label>
          <span className="hidden">Saved views</span>
          <select value={held?.id ?? ''} onChange={({ target }) => show(target.value)}>
            <option value="">Saved views</option>
            {views.map((view) => (
              <option key={view.id} value={view.id}>
                {view.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {held !== undefined && query !== '' && (
        <button type="button" onClick={() => changed(call(`/api/saved-searches/${held.id}`, { method: 'DELETE' }), `“${held.name}” is forgotten.`)}>
          Forget this view
        </button>
      )}
      {held === undefined && query !== '' && (
        <button type="button" onClick={() => setNaming(true)}>
          Save this view
        </button>
      )}
      <NameView open={naming} onClose={() => setNaming(false)} onName={(name) => changed(call('/api/saved-searches', { method: 'POST', body: { name, query, about: 'clusters' } }), `“${name}” is saved.`)} />
    </>
  )
}

/** Filters and order; the page is no part of a view. */
function queryOf(place: Place): string {
  return addressOf({ ...place, page: 1, perPage: 25 })
}
