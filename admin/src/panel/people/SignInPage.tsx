// Who is it? The form alone, and the way to what needs no sign-in here; afterwards they are where they wanted to go.
import { useEffect, type ReactElement } from 'react'
import { useLogin } from 'react-admin'
import { SignInForm } from '../../look/SignInForm.tsx'

export function SignInPage(): ReactElement {
  const login = useLogin()
  useEffect(() => {
    document.title = 'Sign in – Copydesk panel'
  }, [])
  return (
    <main className="alone">
      <p className="brand">Copydesk</p>
      <h1>Sign in to the panel</h1>
      <SignInForm onSignIn={login} />
      <p className="facts">
        Only want to read? <a href="/">Search the archive</a>.
      </p>
    </main>
  )
}
