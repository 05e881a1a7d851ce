// What is said at an address where there is nothing? So much, and the search.
import type { ReactElement } from 'react'
import { Link } from './frame/Link.tsx'
import { Shell } from './frame/Shell.tsx'

export function Lost({ what = 'There is nothing at this address' }: { readonly what?: string }): ReactElement {
  return (
    <Shell title="Not found" ready>
      <h1>{what}</h1>
      <p>
        It may have been deleted, or the link was cut short. <Link href="/">Search the archive</Link>
      </p>
    </Shell>
  )
}
