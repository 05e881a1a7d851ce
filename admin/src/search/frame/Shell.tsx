// What frames every page? The name, the ways out, a skip link, and one place where counts are read aloud.
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { ask } from '../../api.ts'
import { useKeys } from './keys.ts'
import { Link } from './Link.tsx'
import { goTo, scrollToRestore, usePlace } from './place.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { signedIn, signInAddress, useSession } from './session.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface ShellProps {
  /** Of the window: "<title> – Copydesk". */
  readonly title?: string
  /** Where there is something to scroll to. */
  readonly ready: boolean
  readonly children: ReactNode
}

export function Shell({ title, ready, children }: ShellProps): ReactElement {
  const [help, setHelp] = useState(false)
  useTitle(title)
  useScroll(ready)
  useKeys({
    '?': () => setHelp(true),
    '/': () => {
      const box = document.querySelector<HTMLInputElement>('input[type=search]')
      if (box === null) goTo('/')
      else box.select()
      box?.focus()
    },
  })
  return (
    <>
      <a className="skip" href="#main">
        Skip to the main part
      </a>
      <header className="masthead">
        <Link className="brand" href="/">
          Copydesk
        </Link>
        <nav aria-label="Site">
          <Ways />
          <button type="button" className="quiet keys" onClick={() => setHelp(true)} aria-keyshortcuts="?">
            <kbd aria-hidden="true">?</kbd>
            <span className="hidden">Keys</span>
          </button>
          <ThemeSwitch />
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
    </>
  )
}

function Ways(): ReactElement {
  const session = useSession()
  const place = usePlace()
  const leave = (): void => {
    ask('/api/session', { method: 'DELETE' }).then(() => location.assign('/'), () => location.assign('/'))
  }
  if (!signedIn(session)) return <Link href={signInAddress(place.path + place.query)}>Sign in</Link>
  return (
    <>
      {session?.actor.role !== 'reader' && <a href="/admin">Panel</a>}
      <button type="button" className="plain" onClick={leave} title={`Signed in as ${session?.actor.name ?? ''}`}>
        Sign out
      </button>
    </>
  )
}

function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined || title === '' ? 'Copydesk' : `${title} – Copydesk`
  }, [title])
}

/** The page that last had the focus; the first one of a visit keeps what the browser chose. */
let focused: string | undefined

/** A new page begins at its top with the focus on its main part; on the way back the old place is found again. */
function useScroll(ready: boolean): void {
  const { key, path } = usePlace()
  const done = useRef('')
  useEffect(() => {
    if (!ready || done.current === key) return
    done.current = key
    window.scrollTo(0, scrollToRestore() ?? 0)
    if (focused !== undefined && focused !== path && path !== '/') document.getElementById('main')?.focus({ preventScroll: true })
    focused = path
  }, [ready, key, path])
}
