// What if a page itself breaks? The words of the error, and a way on; the rest of the panel still works.
import type { ReactElement } from 'react'
import { sentenceOf } from '../../api.ts'

export function Broken({ error }: { readonly error?: unknown }): ReactElement {
  return (
    <main className="alone">
      <h1>This page broke</h1>
      <p role="alert">{sentenceOf(error)}</p>
      <p>
        Nothing was lost on the service. <a href={location.href}>Load it again</a>, or go to the <a href="/admin/">dashboard</a>.
      </p>
    </main>
  )
}
