// Where in the queue is one? The place, the narrowing, the way back and on, and whether a decision moves on by itself.
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router-dom'
import { wordsFor } from '../../evidence/words.ts'
import { COPIES } from './kinds.ts'
import { entryOf } from './address.ts'
import type { Queue } from './queue.ts'
import { placeOf, tally } from './queue.ts'

interface QueueHeadProps {
  readonly queue: Queue | undefined
  readonly id: string
  readonly filter: string
  readonly advance: boolean
  readonly onAdvance: () => void
  readonly onStep: (by: 1 | -1) => void
}

export function QueueHead({ queue, id, filter, advance, onAdvance, onStep }: QueueHeadProps): ReactElement {
  const count = queue?.ids.length ?? 0
  const place = queue === undefined ? -1 : placeOf(queue, id)
  const done = queue === undefined ? undefined : tally(queue)
  return (
    <header className="review-head">
      <h1>
        Review <span className="figures">{place < 0 ? '' : `${place + 1} of ${count}`}</span>
      </h1>
      <div className="review-steps" role="group" aria-label="Queue">
        <button type="button" className="quiet" aria-keyshortcuts="k" title="Previous (k)" onClick={() => onStep(-1)}>
          <span aria-hidden="true">‹</span>
          <span className="hidden">Previous cluster</span>
        </button>
        <button type="button" className="quiet" aria-keyshortcuts="j" title="Next (j)" onClick={() => onStep(1)}>
          <span aria-hidden="true">›</span>
          <span className="hidden">Next cluster</span>
        </button>
      </div>
      {done !== undefined && count > 0 && <Progress decided={done.decided} later={done.later} others={done.others} count={count} />}
      <Narrowing filter={filter} />
      <label className="switch">
        <input type="checkbox" role="switch" checked={advance} onChange={onAdvance} /> Move on by itself
      </label>
    </header>
  )
}

interface ProgressProps {
  readonly decided: number
  readonly later: number
  readonly others: number
  readonly count: number
}

function Progress({ decided, later, others, count }: ProgressProps): ReactElement {
  const says = [`${decided} decided`, ...(later > 0 ? [`${later} later`] : []), ...(others > 0 ? [`${others} by others`] : [])].join(', ')
  return (
    <span className="review-progress">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-whole" width="100" height="6" />
        <rect className="bar-share" width={((decided + later + others) / count) * 100} height="6" />
      </svg>
      <span className="facts figures">{says}</span>
    </span>
  )
}

const BANDS = { high: 'High', medium: 'Medium', low: 'Low' } as const

/** Another filter is another queue. */
function Narrowing({ filter }: { readonly filter: string }): ReactElement {
  const navigate = useNavigate()
  const params = new URLSearchParams(filter)
  const narrow = (name: string, value: string): void => {
    if (value === '') params.delete(name)
    else params.set(name, value)
    void navigate(entryOf(params.toString()))
  }
  return (
    <span className="review-narrowing">
      <select aria-label="Confidence" value={params.get('confidence') ?? ''} onChange={(event) => narrow('confidence', event.target.value)}>
        <option value="">Any confidence</option>
        {Object.entries(BANDS).map(([band, label]) => (
          <option key={band} value={band}>
            {label}
          </option>
        ))}
      </select>
      <select aria-label="Kind" value={params.get('kind') ?? ''} onChange={(event) => narrow('kind', event.target.value)}>
        <option value="">Any kind</option>
        {COPIES.map((relation) => (
          <option key={relation} value={relation}>
            {wordsFor(relation).label}
          </option>
        ))}
      </select>
    </span>
  )
}
