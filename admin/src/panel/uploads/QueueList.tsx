// Which file is how far? Only the rows in view exist, so that ten thousand are as light as ten.
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { sentenceOf } from '../../api.ts'
import { bytes } from '../../evidence/numbers.ts'
import { allItems, isEnded, useQueue, type Item, type Phase } from './queue.ts'
import { cancel } from './sending.ts'

const ROW = 48
const SPARE = 6

const STATES: Readonly<Record<Phase, string>> = {
  waiting: 'Waits to be sent', sending: 'Sending', processing: 'Being read', done: 'Done', refused: 'Refused', failed: 'Failed', cancelled: 'Cancelled',
}

export function QueueList(): ReactElement {
  useQueue()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 480 })
  const items = allItems()
  useLayoutEffect(() => {
    const height = box.current?.clientHeight ?? 480
    setView((before) => (before.height === height ? before : { ...before, height }))
  }, [items.length])
  const first = Math.max(0, Math.floor(view.top / ROW) - SPARE)
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / ROW) + SPARE)
  return (
    <div ref={box} className="queue" tabIndex={0} role="region" aria-label="Files of this visit" onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}>
      <div style={{ height: items.length * ROW }} className="queue-all">
        <ul style={{ transform: `translateY(${first * ROW}px)` }}>
          {items.slice(first, last).map((item, index) => (
            <Row key={item.key} item={item} place={first + index + 1} of={items.length} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function Row({ item, place, of }: { readonly item: Item; readonly place: number; readonly of: number }): ReactElement {
  const notify = useNotify()
  const stop = (): void => {
    cancel(item).catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Delete') stop()
  }
  return (
    <li className={`queue-row phase-${item.phase}`} aria-setsize={of} aria-posinset={place} title={item.reason}>
      <span className="queue-name">{item.name}</span>
      <span className="queue-size figures">{bytes(item.size)}</span>
      <span className="queue-state">{stateOf(item)}</span>
      <Bars item={item} />
      {isEnded(item.phase) ? (
        <span className="queue-act" />
      ) : (
        <button type="button" className="plain queue-act" onClick={stop} onKeyDown={onKeyDown} aria-label={`Cancel ${item.name}`}>
          Cancel
        </button>
      )}
    </li>
  )
}

/** Two bars: what went over the line, and what the archive made of it. */
function Bars({ item }: { readonly item: Item }): ReactElement {
  return (
    <svg className="queue-bars" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-whole" width="48" height="8" />
      <rect className="bar-whole" x="52" width="48" height="8" />
      <rect className="bar-share" width={Math.round(item.sent * 48)} height="8" />
      {item.phase === 'processing' && <rect className="bar-share bar-half" x="52" width="24" height="8" />}
      {isEnded(item.phase) && item.phase !== 'cancelled' && <rect className={item.phase === 'done' ? 'bar-share' : 'bar-bad'} x="52" width="48" height="8" />}
    </svg>
  )
}

function stateOf(item: Item): string {
  if (item.phase === 'sending') return `Sending, ${Math.round(item.sent * 100)} %`
  if (item.phase === 'done' && item.reason !== undefined) return 'Already here, linked'
  if (item.phase === 'done' && item.articles !== undefined) return item.articles === 1 ? '1 article' : `${item.articles} articles`
  if (item.phase === 'refused' || item.phase === 'failed') return `${STATES[item.phase]}: ${item.reason ?? ''}`
  return STATES[item.phase]
}
