// How does a person come in? By e-mail and password; then on to the page that they wanted to see.
import { useState, type FormEvent, type ReactElement } from 'react'
import { ask, sentenceOf } from '../api.ts'
import { safeReturn } from './frame/session.ts'
import { Shell } from './frame/Shell.tsx'

export function SignInPage(): ReactElement {
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    setBusy(true)
    setTrouble(undefined)
    ask('/api/session', { method: 'POST', body: { email: entered.get('email'), password: entered.get('password') } })
      // A whole new page: nothing that was fetched for somebody else stays in memory.
      .then(() => location.replace(safeReturn(new URLSearchParams(location.search).get('to'))))
      .catch((error: unknown) => {
        setTrouble(sentenceOf(error))
        setBusy(false)
      })
  }
  return (
    <Shell title="Sign in" ready>
      <form className="sign-in" onSubmit={submit}>
        <h1>Sign in</h1>
        <p className="facts">Then you go on to the page that you asked for.</p>
        <label>
          E-mail
          <input name="email" type="email" autoComplete="username" required autoFocus />
        </label>
        <label>
          Password
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <button disabled={busy}>Sign in</button>
        {trouble !== undefined && <p role="alert">{trouble}</p>}
      </form>
    </Shell>
  )
}
