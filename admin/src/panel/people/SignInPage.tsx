// How does a person come in? By e-mail and password; afterwards they are where they wanted to go.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { useLogin } from 'react-admin'
import { sentenceOf } from '../../api.ts'

export function SignInPage(): ReactElement {
  const login = useLogin()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = 'Sign in – Copydesk panel'
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    setBusy(true)
    setError(undefined)
    login({ email: entered.get('email'), password: entered.get('password') })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <main className="alone">
      <p className="brand">Copydesk</p>
      <h1>Sign in to the panel</h1>
      <form className="sign-in" onSubmit={submit}>
        <label>
          E-mail
          <input name="email" type="email" autoComplete="username" required autoFocus />
        </label>
        <label>
          Password
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <button className="strong" disabled={busy}>
          Sign in
        </button>
        {error !== undefined && <p role="alert">{sentenceOf(error)}</p>}
      </form>
      <p className="facts">
        Only want to read? <a href="/">Search the archive</a>.
      </p>
    </main>
  )
}
