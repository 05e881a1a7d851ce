// What frames every page of the panel? The name, the ways with their counts, whether the line to the archive is live, and
// the drop target: a file may be dropped anywhere.
import { useState, type ReactElement, type ReactNode } from 'react'
import { useGetIdentity, useLogout } from 'react-admin'
import { Link } from 'react-router-dom'
import { ThemeSwitch } from '../../search/frame/ThemeSwitch.tsx'
import { useFreshness } from '../archive/live.ts'
import { TaskCard } from '../machinery/TaskCard.tsx'
import { useUnsent } from '../review/unsent.ts'
import { DropAnywhere } from '../uploads/DropAnywhere.tsx'
import { QueueChip } from '../uploads/QueueChip.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { LineChip } from './LineChip.tsx'
import { Menu } from './Menu.tsx'
import { Notices } from './Notices.tsx'
import { useArrival } from './arrival.ts'
import { useGlobalKeys } from './keys.ts'

export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const [help, setHelp] = useState(false)
  useFreshness()
  useUnsent()
  useArrival()
  useGlobalKeys(() => setHelp(true))
  return (
    <DropAnywhere>
      <a className="skip" href="#main">
        Skip to the main part
      </a>
      <header className="masthead">
        <Link className="brand" to="/">
          Copydesk
        </Link>
        <div className="masthead-side">
          <QueueChip />
          <LineChip />
          <a href="/">Search</a>
          <button type="button" className="quiet" onClick={() => setHelp(true)} aria-keyshortcuts="?" title="Keys">
            <span aria-hidden="true">?</span>
            <span className="hidden">Keys</span>
          </button>
          <ThemeSwitch />
          <WhoIsHere />
        </div>
      </header>
      <div className="rooms">
        <Menu />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
      <TaskCard />
      <Notices />
    </DropAnywhere>
  )
}

function WhoIsHere(): ReactElement {
  const { identity } = useGetIdentity()
  const leave = useLogout()
  return (
    <button type="button" className="plain" onClick={() => void leave()} title={`Signed in as ${String(identity?.fullName ?? '')}`}>
      Sign out
    </button>
  )
}
