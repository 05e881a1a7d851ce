// How does a person come in? By e-mail and password; where they go afterwards is the page's to say.
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { sentenceOf } from '../api.ts'

interface SignInProps {
  /** Rejects where they may not come in. */
  readonly onSignIn: (entered: { readonly email: string; readonly password: string }) => Promise<unknown>
  /** Above the fields. */
  readonly children?: ReactNode
}

export function SignInForm({ onSignIn, children }: SignInProps): ReactElement {
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    setBusy(true)
    setTrouble(undefined)
    onSignIn({ email: String(entered.get('email')), password: String(entered.get('password')) }).catch((error: unknown) => {
      setTrouble(sentenceOf(error))
      setBusy(false)
    })
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      {children}
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
      {trouble !== undefined && <p role="alert">{trouble}</p>}
    </form>
  )
}
