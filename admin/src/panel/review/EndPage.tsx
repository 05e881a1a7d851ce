// What was done, when the queue is through? How many and in what time, what was put off, passed over or not saved, and the
// ways on.
import { useEffect, useState, type ReactElement } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { Page } from '../frame/Page.tsx'
import { Empty } from '../states/Empty.tsx'
import { addressOf, entryOf, filterOf } from './address.ts'
import { open, tally, type Queue } from './queue.ts'
import { look, undo } from './review.ts'
import { useSession } from './session.ts'
import { Snack } from './Snack.tsx'
import { useWayKeys } from './way-keys.ts'
import './review.css'

const MINUTE_MS = 60_000

export function EndPage(): ReactElement {
  const [params] = useSearchParams()
  const filter = filterOf(params)
  const session = useSession()
  const navigate = useNavigate()
  const { queue } = session
  useEffect(() => look(''), [])
  const back = (id: string | undefined): void => {
    if (id !== undefined) void navigate(addressOf(id, filter))
  }
  useWayKeys(back, (by) => by < 0 && back(queue?.ids.at(-1)))
  return (
    <Page title="Review">
      {queue === undefined ? (
        <Empty why="all-done" title="This queue is through.">
          <Link className="button" to={entryOf(filter)}>
            See what waits now
          </Link>
        </Empty>
      ) : (
        <Summary queue={queue} filter={filter} />
      )}
      <Troubled />
      <div className="review-foot">
        <Snack session={session} onUndo={(key) => back(undo(key))} onShow={back} />
      </div>
    </Page>
  )
}

function Summary({ queue, filter }: { readonly queue: Queue; readonly filter: string }): ReactElement {
  const [ended] = useState(Date.now)
  const { decided, later, others } = tally(queue)
  const skipped = open(queue)
  const all = skipped.length === 0 ? 'All caught up.' : 'The queue is through.'
  const sentence = [`${decided} reviewed in ${lasted(ended - queue.begun)}`, ...(later > 0 ? [`${later} marked Later`] : []), ...(others > 0 ? [`${others} ${others === 1 ? 'was' : 'were'} resolved by others`] : [])].join(', ')
  return (
    <Empty why="all-done" title={`${all} ${sentence}.`}>
      <div className="review-ways">
        {skipped.length > 0 && (
          <Link className="button" to={addressOf(skipped[0] as string, filter)}>
            {skipped.length === 1 ? 'See the one that you skipped' : `Go through the ${skipped.length} that you skipped`}
          </Link>
        )}
        {later > 0 && (
          <Link className="button" to="/review?later=true">
            {`Review the ${later} marked Later`}
          </Link>
        )}
        <Link className="button" to={entryOf(filter)}>
          See what waits now
        </Link>
      </div>
    </Empty>
  )
}

/** What could not be saved is named, and is never passed over in silence. */
function Troubled(): ReactElement | null {
  const { troubles, queue } = useSession()
  const ids = Object.keys(troubles)
  if (ids.length === 0) return null
  return (
    <div className="failed" role="alert">
      <p>
        <strong>{amount(ids.length, 'decision was', 'decisions were')} not saved:</strong>
      </p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link to={addressOf(id, queue?.filter ?? '')}>{troubles[id]?.act.headline}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function lasted(milliseconds: number): string {
  return milliseconds < MINUTE_MS ? 'less than a minute' : `${Math.round(milliseconds / MINUTE_MS)} min`
}
