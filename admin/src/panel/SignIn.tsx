// How does a person come in? By e-mail and password; the service answers with a cookie that scripts can't read.
import { useState, type FormEvent, type ReactElement } from 'react'
import { ask, sentenceOf } from '../api.ts'

export function SignIn({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    setBusy(true)
    setError(undefined)
    ask('/api/session', { method: 'POST', body: { email: entered.get('email'), password: entered.get('password') } })
      .then(onDone)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      <label>
        E-mail
        <input name="email" type="email" autoComplete="username" required autoFocus />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button disabled={busy}>Sign in</button>
      {error !== undefined && <p role="alert">{sentenceOf(error)}</p>}
    </form>
  )
}
