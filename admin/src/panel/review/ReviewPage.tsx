// The workspace: one cluster at a time, all that is known of it, and every decision one key away. This file holds the
// address and the queue together; what is decided is in `Workspace`.
import { useEffect, useState, type ReactElement } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { isProblem } from '../../api.ts'
import { useEvents } from '../archive/live.ts'
import type { StreamEvent } from '../archive/stream.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { addressOf, endOf, filterOf } from './address.ts'
import { useAdvance } from './advance.ts'
import { useCluster } from './questions.ts'
import { following, neighbour } from './queue.ts'
import { enter, heard, look, lookAgain } from './review.ts'
import { QueueHead } from './QueueHead.tsx'
import { useSession } from './session.ts'
import { useWayKeys } from './way-keys.ts'
import { Workspace } from './Workspace.tsx'
import './review.css'

export function ReviewPage(): ReactElement {
  const { clusterId: id = '' } = useParams()
  const [params] = useSearchParams()
  const filter = filterOf(params)
  const session = useSession()
  const { moved } = session
  const queueError = useQueue(filter, session.queue?.filter)
  const go = useGoing(filter)
  const [advance, turnAdvance] = useAdvance()
  const asked = useCluster(id)
  useEvents(listen)
  useEffect(() => look(id), [id, session.queue?.begun])
  const home = moved[id]
  useEffect(() => {
    if (home !== undefined) go.to(home, true)
  }, [home])
  const queue = session.queue?.filter === filter ? session.queue : undefined
  const step = (by: 1 | -1): void => {
    const next = queue === undefined ? undefined : neighbour(queue, id, by)
    if (next !== undefined) go.to(next)
    else if (by > 0 && queue !== undefined) go.end()
  }
  const onDone = (): void => {
    const next = queue === undefined ? undefined : following(queue, id)
    if (next !== undefined) go.to(next)
    else if (queue !== undefined) go.end()
  }
  useWayKeys(go.to, step)
  const gone = isProblem(asked.error, 404)
  return (
    <div className="review">
      <QueueHead queue={queue} id={id} filter={filter} advance={advance} onAdvance={turnAdvance} onStep={step} />
      {queueError !== undefined && <Failed what="The queue" error={queueError} onAgain={() => void enter(filter)} />}
      {gone && <Gone onNext={() => step(1)} />}
      {!gone && asked.error !== null && asked.data === undefined && <Failed what="This cluster" error={asked.error} onAgain={() => void asked.refetch()} />}
      {asked.data === undefined && asked.error === null && <Skeleton lines={14} />}
      {asked.data !== undefined && <Workspace cluster={asked.data} queue={queue} go={go} onDone={advance ? onDone : undefined} />}
    </div>
  )
}

/** Where one can go from here; the filter goes along. */
export interface Going {
  to(id: string | undefined, instead?: boolean): void
  end(): void
}

function useGoing(filter: string): Going {
  const navigate = useNavigate()
  return {
    to: (id, instead = false) => {
      if (id !== undefined) void navigate(addressOf(id, filter), { replace: instead, flushSync: true })
    },
    end: () => void navigate(endOf(filter), { flushSync: true }),
  }
}

/** Who comes by a link has the queue of its filter, too. */
function useQueue(filter: string, present: string | undefined): unknown {
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (present === filter) return
    setError(undefined)
    enter(filter).catch(setError)
  }, [filter, present])
  return error
}

function listen(event: StreamEvent): void {
  if (event.kind === 'resync') lookAgain()
  else if (event.kind === 'clusters.changed') for (const id of event.clusters) heard(id, event.actor)
}

function Gone({ onNext }: { readonly onNext: () => void }): ReactElement {
  return (
    <Page title="This cluster is no more">
      <p>Its articles were moved to another cluster or to the bin, by a decision or by what came in since.</p>
      <div className="actions">
        <button type="button" className="strong" onClick={onNext}>
          Next cluster
        </button>
        <Link to="/clusters">To the clusters</Link>
      </div>
    </Page>
  )
}
