// How is a moment shown? As a person says it, with the exact time for who asks.
import type { ReactElement } from 'react'
import { ago, localMoment } from './moments.ts'

export function Ago({ at }: { readonly at: string }): ReactElement {
  return (
    <time dateTime={at} title={localMoment(at)}>
      {ago(at)}
    </time>
  )
}
