// What stands at an address where there is nothing? A word, and the ways on.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { Page } from './Page.tsx'

export function Lost(): ReactElement {
  return (
    <Page title="There is no such page">
      <p>
        The address may be mistyped or old. Go to the <Link to="/">dashboard</Link>, or <a href="/">search the archive</a>.
      </p>
    </Page>
  )
}
