// Who is here, and what does the archive hold? Signed in: the counts and the ways in. Otherwise: the sign-in form.
import { useCallback, useEffect, useState, type ReactElement } from 'react'
import { ask, isProblem, sentenceOf } from '../api.ts'
import { Holdings } from './Holdings.tsx'
import { SignIn } from './SignIn.tsx'

type Visitor = 'asking' | 'nobody' | 'somebody'

export function Panel(): ReactElement {
  const [visitor, setVisitor] = useState<Visitor>('asking')
  const [error, setError] = useState<unknown>()
  const look = useCallback(() => {
    ask('/api/session')
      .then(() => setVisitor('somebody'))
      .catch((problem: unknown) => {
        setVisitor('nobody')
        if (!isProblem(problem, 401)) setError(problem)
      })
  }, [])
  useEffect(look, [look])
  const leave = (): void => {
    ask('/api/session', { method: 'DELETE' })
      .then(() => setVisitor('nobody'))
      .catch(setError)
  }
  return (
    <main>
      <header className="masthead">
        <h1>Copydesk</h1>
        <a href="/">Search</a>
        {visitor === 'somebody' && <button onClick={leave}>Sign out</button>}
      </header>
      {error !== undefined && <p role="alert">{sentenceOf(error)}</p>}
      {visitor === 'nobody' && <SignIn onDone={look} />}
      {visitor === 'somebody' && <Holdings />}
    </main>
  )
}
