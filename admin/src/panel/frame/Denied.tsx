// What does a person see who may not? That it is a matter of rights, who can help, and the way back.
import type { ReactElement } from 'react'
import { useGetIdentity } from 'react-admin'
import { Link } from 'react-router-dom'
import { Page } from './Page.tsx'

export function Denied(): ReactElement {
  const { identity } = useGetIdentity()
  return (
    <Page title="This page is not open to you">
      <p>
        You are signed in as {String(identity?.fullName ?? '…')} with the role {String(identity?.['role'] ?? '…')}, which may not see it. An administrator can give you another role.
      </p>
      <p>
        <Link to="/">To the dashboard</Link>
      </p>
    </Page>
  )
}
