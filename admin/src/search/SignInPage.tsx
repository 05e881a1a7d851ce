// Who is it? The form, then on to the page that they wanted to see.
import type { ReactElement } from 'react'
import { ask } from '../api.ts'
import { SignInForm } from '../look/SignInForm.tsx'
import { safeReturn } from './frame/session.ts'
import { Shell } from './frame/Shell.tsx'

export function SignInPage(): ReactElement {
  return (
    <Shell title="Sign in" ready>
      <SignInForm onSignIn={signIn}>
        <h1>Sign in</h1>
        <p className="facts">Then you go on to the page that you asked for.</p>
      </SignInForm>
    </Shell>
  )
}

/** A whole new page afterwards: nothing that was fetched for somebody else stays in memory. */
async function signIn(entered: { readonly email: string; readonly password: string }): Promise<void> {
  await ask('/api/session', { method: 'POST', body: entered })
  location.replace(safeReturn(new URLSearchParams(location.search).get('to')))
}
