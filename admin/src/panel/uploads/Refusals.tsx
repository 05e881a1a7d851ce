// What was not accepted, and why? One panel for all of them, not a notice each.
import type { ReactElement } from 'react'
import { dismissRefusals, refused, useQueue } from './queue.ts'
import { READ_TYPES, summaryOf } from './taking.ts'

const SHOWN = 100

export function Refusals(): ReactElement | null {
  useQueue()
  const refusals = refused()
  if (refusals.length === 0) return null
  return (
    <section className="refusals" role="alert">
      <p>
        <strong>{summaryOf(refusals)}.</strong> Nothing of them was sent. The archive reads {READ_TYPES.toLowerCase()}.
      </p>
      <details>
        <summary>Which ones</summary>
        <ul>
          {refusals.slice(0, SHOWN).map((refusal, index) => (
            <li key={index}>{refusal.reason}</li>
          ))}
          {refusals.length > SHOWN && <li>… and {refusals.length - SHOWN} more</li>}
        </ul>
      </details>
      <button type="button" onClick={dismissRefusals}>
        Dismiss
      </button>
    </section>
  )
}
