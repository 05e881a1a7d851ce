// Who is it? The form alone, and the way to what needs no sign-in here; afterwards they are where they wanted to go.
import { useEffect, type ReactElement } from 'react'
import { useLogin } from 'react-admin'
import { useLocation } from 'react-router-dom'
import { SignInForm } from '../../look/SignInForm.tsx'

/** The place in a page that was asked for: react-admin brings people back to the page alone. */
const asked = { path: location.pathname, hash: location.hash }

export function SignInPage(): ReactElement {
  const login = useLogin()
  const { nextPathname: page, nextSearch: search = '' } = (useLocation().state ?? {}) as { readonly nextPathname?: string; readonly nextSearch?: string }
  // One step to the page and the place together: a second one, after the page has begun to open, is lost now and then.
  const place = page !== undefined && asked.hash !== '' && asked.path.endsWith(page) ? `${page}${search}${asked.hash}` : undefined
  const signIn = async (given: object): Promise<void> => {
    await login(given, place)
  }
  useEffect(() => {
    document.title = 'Sign in – Copydesk panel'
  }, [])
  return (
    <main className="alone">
      <p className="brand">Copydesk</p>
      <h1>Sign in to the panel</h1>
      <SignInForm onSignIn={signIn} />
      <p className="facts">
        Only want to read? <a href="/">Search the archive</a>.
      </p>
    </main>
  )
}
