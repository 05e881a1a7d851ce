// Which searches has this person kept? Each opens, is renamed or deleted, and has a feed that a reader can follow.
import { useState, type FormEvent, type ReactElement } from 'react'
import type { SavedSearchAnswer } from '../../../server/src/http/contract/saved-searches.ts'
import { ask, sentenceOf } from '../api.ts'
import { useAsked } from './frame/asked.ts'
import { Link } from './frame/Link.tsx'
import { signedIn, useSession } from './frame/session.ts'

const ADDRESS = '/api/saved-searches?perPage=100'

export function SavedSearches(): ReactElement | null {
  const session = useSession()
  const { answer, again } = useAsked<{ readonly data: readonly SavedSearchAnswer[] }>(signedIn(session) ? ADDRESS : undefined)
  if (answer === undefined || answer.data.length === 0) return null
  return (
    <section aria-labelledby="saved-title" className="saved">
      <h2 id="saved-title">Saved searches</h2>
      <ul>
        {answer.data.map((one) => (
          <SavedRow key={one.id} one={one} onChange={again} />
        ))}
      </ul>
    </section>
  )
}

function SavedRow({ one, onChange }: { readonly one: SavedSearchAnswer; readonly onChange: () => void }): ReactElement {
  const [renaming, setRenaming] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const change = (method: 'PATCH' | 'DELETE', body?: { readonly name: string }): void => {
    ask(`/api/saved-searches/${one.id}`, { method, ...(body && { body }) })
      .then(() => {
        setRenaming(false)
        setTrouble(undefined)
        onChange()
      })
      .catch((error: unknown) => setTrouble(sentenceOf(error)))
  }
  const rename = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    change('PATCH', { name: String(new FormData(event.currentTarget).get('name') ?? '') })
  }
  return (
    <li>
      {renaming ? (
        <form onSubmit={rename} className="rename">
          <input name="name" aria-label={`New name for ${one.name}`} defaultValue={one.name} required maxLength={200} autoFocus />
          <button>Rename</button>
          <button type="button" className="plain" onClick={() => setRenaming(false)}>
            Cancel
          </button>
        </form>
      ) : (
        <>
          <Link href={one.query === '' ? '/' : `/?${one.query}`}>{one.name}</Link>
          <a className="facts" href={one.feed} type="application/atom+xml">
            Feed<span className="hidden"> of {one.name}</span>
          </a>
          <button type="button" className="plain facts" onClick={() => setRenaming(true)}>
            Rename<span className="hidden"> {one.name}</span>
          </button>
          <button type="button" className="plain facts" onClick={() => change('DELETE')}>
            Delete<span className="hidden"> {one.name}</span>
          </button>
        </>
      )}
      {trouble !== undefined && <p role="alert">{trouble}</p>}
    </li>
  )
}
