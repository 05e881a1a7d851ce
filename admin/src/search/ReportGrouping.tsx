// What can somebody do who sees that versions do not belong together? Who decides goes to the review; who only reads
// says why, and the story waits for a review again.
import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { ask, sentenceOf } from '../api.ts'
import { forget } from './frame/asked.ts'
import { useSession } from './frame/session.ts'

export function ReportGrouping({ clusterId }: { readonly clusterId: string }): ReactElement | null {
  const may = useSession()?.may ?? []
  if (may.includes('decisions.make')) {
    return (
      <p className="report">
        <a href={`/admin/review/${clusterId}`}>Grouped wrongly? Review it</a>
      </p>
    )
  }
  return may.includes('clusters.report') ? <Report clusterId={clusterId} /> : null
}

const REASON_MOST = 2_000

function Report({ clusterId }: { readonly clusterId: string }): ReactElement {
  const fold = useRef<HTMLDetailsElement>(null)
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean }>()
  const id = useId()
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    setSending(true)
    ask(`/api/clusters/${clusterId}/reports`, { method: 'POST', body: { reason: String(new FormData(form).get('reason') ?? '') } })
      .then(() => {
        forget(`/api/clusters/${clusterId}`)
        setSaid({ text: 'Reported. A curator will look at it; nothing has changed yet.', failed: false })
        form.reset()
        if (fold.current !== null) fold.current.open = false
      })
      .catch((error: unknown) => setSaid({ text: `Not sent: ${sentenceOf(error)}`, failed: true }))
      .finally(() => setSending(false))
  }
  return (
    <div className="report">
      <details ref={fold} onToggle={(event) => event.currentTarget.open && setSaid(undefined)}>
        <summary>Report wrong grouping</summary>
        <form onSubmit={send}>
          <label htmlFor={id}>What does not belong together, and why?</label>
          <textarea id={id} name="reason" required maxLength={REASON_MOST} rows={3} />
          <button disabled={sending}>Send the report</button>
          {said?.failed === true && <p role="alert">{said.text}</p>}
        </form>
      </details>
      <p role="status">{said?.failed === false && said.text}</p>
    </div>
  )
}
