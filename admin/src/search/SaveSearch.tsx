// How is a search kept? Under a name, on the service, so that it is there on every machine and has a feed.
import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { ask, sentenceOf } from '../api.ts'
import { forget } from './frame/asked.ts'
import { signedIn, useSession } from './frame/session.ts'
import { FACET_TITLES, valueName } from './Facets.tsx'
import { FILTERS, keptParameters, type Question } from './question.ts'

export function SaveSearch({ question }: { readonly question: Question }): ReactElement | null {
  const session = useSession()
  const menu = useRef<HTMLDetailsElement>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean }>()
  const id = useId()
  if (!signedIn(session)) return null
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    ask('/api/saved-searches', { method: 'POST', body: { name, query: keptParameters(question).toString() } })
      .then(() => {
        forget('/api/saved-searches')
        setSaid({ text: `Saved as “${name}”.`, failed: false })
        if (menu.current !== null) menu.current.open = false
      })
      .catch((error: unknown) => setSaid({ text: sentenceOf(error), failed: true }))
  }
  return (
    <>
      <details className="menu" ref={menu} onToggle={(event) => event.currentTarget.open && setSaid(undefined)}>
        <summary>Save this search</summary>
        <form onSubmit={save} key={nameFor(question)}>
          <label htmlFor={id}>Name</label>
          <input id={id} name="name" required maxLength={200} defaultValue={nameFor(question)} />
          <button>Save</button>
          {said?.failed === true && <p role="alert">{said.text}</p>}
        </form>
      </details>
      <span role="status" className="facts">
        {said?.failed === false && said.text}
      </span>
    </>
  )
}

/** What a person would call it: the words, else the first filter. */
function nameFor(question: Question): string {
  if (question.q.trim() !== '') return question.q.trim().slice(0, 200)
  for (const name of FILTERS) {
    const [value] = question.filters[name] ?? []
    if (value !== undefined) return `${FACET_TITLES[name]}: ${valueName(name, value)}`.slice(0, 200)
  }
  return question.publishedFrom ?? 'All articles'
}
