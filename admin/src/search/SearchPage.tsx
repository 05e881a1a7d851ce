// What does a reader do here? Types words, sees stories; copies of one text are folded into one hit.
import { useEffect, useState, type ReactElement } from 'react'
import { ask, isProblem, sentenceOf } from '../api.ts'
import type { Answer } from './answer.ts'
import { HitCard } from './HitCard.tsx'

const PER_PAGE = 20
const PAUSE_MS = 150

export function SearchPage(): ReactElement {
  const [question, setQuestion] = useState(() => new URLSearchParams(location.search).get('q') ?? '')
  const [page, setPage] = useState(1)
  const { answer, error } = useAnswer(question.trim(), page)
  const change = (words: string): void => {
    setQuestion(words)
    setPage(1)
    history.replaceState(null, '', words.trim() === '' ? '/' : `/?${new URLSearchParams({ q: words.trim() })}`)
  }
  return (
    <main>
      <header className="masthead">
        <h1>Copydesk</h1>
        <a href="/admin">Panel</a>
      </header>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label="Search the archive"
          placeholder="Words, a “phrase”, -without"
          autoFocus
          value={question}
          onChange={(event) => change(event.target.value)}
        />
      </form>
      <div aria-live="polite">
        {error !== undefined && <Trouble error={error} />}
        {answer !== undefined && error === undefined && <Hits answer={answer} page={page} onPage={setPage} />}
      </div>
    </main>
  )
}

/** Asks a moment after the last key; an answer that was overtaken is dropped. */
function useAnswer(question: string, page: number): { answer?: Answer; error?: unknown } {
  const [state, setState] = useState<{ answer?: Answer; error?: unknown }>({})
  useEffect(() => {
    if (question === '') {
      setState({})
      return
    }
    const asked = new AbortController()
    const query = new URLSearchParams({ q: question, page: String(page), perPage: String(PER_PAGE) })
    const timer = setTimeout(() => {
      ask<Answer>(`/api/search?${query}`, { signal: asked.signal })
        .then((answer) => setState({ answer }))
        .catch((error: unknown) => {
          if (!asked.signal.aborted) setState({ error })
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [question, page])
  return state
}

function Trouble({ error }: { readonly error: unknown }): ReactElement {
  if (!isProblem(error, 401)) return <p role="alert">{sentenceOf(error)}</p>
  return (
    <p role="alert">
      This archive answers those who are signed in. <a href="/admin">Sign in</a>
    </p>
  )
}

function Hits({ answer, page, onPage }: { readonly answer: Answer; readonly page: number; readonly onPage: (page: number) => void }): ReactElement {
  const stories = answer.total === 1 ? '1 story' : `${answer.total} stories`
  const articles = answer.totalArticles === 1 ? '1 article' : `${answer.totalArticles} articles`
  return (
    <>
      <p className="facts figures">{answer.total === 0 ? 'Nothing found. Try fewer or other words.' : `${stories} in ${articles}`}</p>
      <ol className="hits">
        {answer.hits.map((hit) => (
          <HitCard key={hit.id} hit={hit} />
        ))}
      </ol>
      <nav aria-label="Pages">
        {page > 1 && <button onClick={() => onPage(page - 1)}>Earlier hits</button>}
        {page * PER_PAGE < answer.total && <button onClick={() => onPage(page + 1)}>More hits</button>}
      </nav>
    </>
  )
}
