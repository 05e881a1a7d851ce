// Is what is on screen still true? Whether the line to the archive holds, in a word and a mark.
import type { ReactElement } from 'react'
import { useLine } from '../archive/live.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

export function LineChip(): ReactElement {
  const { state, since } = useLine()
  const text = state === 'live' ? 'Live' : state === 'connecting' ? 'Connecting…' : `Reconnecting… showing data from ${CLOCK.format(since)}`
  return (
    <span className={`line line-${state}`} role="status">
      <span aria-hidden="true">{state === 'live' ? '●' : '○'}</span> {text}
    </span>
  )
}
