// Which page is meant? One line an address; who may see nothing is led to the sign-in form and back.
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { sentenceOf } from '../api.ts'
import { goInstead, usePlace } from './frame/place.ts'
import { askSession, SessionContext, signInAddress, type Session } from './frame/session.ts'
import { Lost } from './Lost.tsx'
import { SearchPage } from './SearchPage.tsx'
import { SignInPage } from './SignInPage.tsx'

const ArticlePage = lazy(() => import('./reader/ArticlePage.tsx'))
const ComparePage = lazy(() => import('./compare/ComparePage.tsx'))
const VersionsPage = lazy(() => import('./versions/VersionsPage.tsx'))

type Known = { readonly session: Session | undefined } | { readonly trouble: string }

export function App(): ReactElement | null {
  const place = usePlace()
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    askSession()
      .then((session) => setKnown({ session }))
      .catch((error: unknown) => setKnown({ trouble: sentenceOf(error) }))
  }, [])
  const signingIn = place.path === '/sign-in'
  const locked = known !== undefined && 'session' in known && known.session === undefined
  useEffect(() => {
    if (locked && !signingIn) goInstead(signInAddress(place.path + place.query))
  }, [locked, signingIn, place])
  if (known === undefined || (locked && !signingIn)) return null
  if ('trouble' in known) {
    return (
      <main>
        <h1>Copydesk</h1>
        <p role="alert">{known.trouble}</p>
        <a href={place.path + place.query}>Try again</a>
      </main>
    )
  }
  return (
    <SessionContext value={known.session}>
      <Suspense>{pageAt(place.path)}</Suspense>
    </SessionContext>
  )
}

function pageAt(path: string): ReactElement {
  if (path === '/') return <SearchPage />
  if (path === '/sign-in') return <SignInPage />
  const [, kind, one, other, ...rest] = path.split('/')
  if (kind === 'articles' && one && other === undefined) return <ArticlePage key={one} id={one} />
  if (kind === 'versions' && one && other === undefined) return <VersionsPage key={one} cluster={one} />
  if (kind === 'compare' && one && other && rest.length === 0) return <ComparePage key={`${one}/${other}`} left={one} right={other} />
  return <Lost />
}
