// Which versions has this story, how did each come about, and what did people decide on it?
import { useState, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link, useParams } from 'react-router-dom'
import { isProblem, sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import { usePanelKeys } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { Undoable } from '../frame/Undoable.tsx'
import { CarryOver } from '../history/CarryOver.tsx'
import { ClusterHistory } from '../history/ClusterHistory.tsx'
import { Reports } from '../history/Reports.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import './clusters.css'
import { type Cluster, confirm, takeBack, useCluster } from './clusters.ts'
import { Family } from './Family.tsx'
import { BandMark, StandingMark } from './Marks.tsx'
import { Near } from './Near.tsx'
import { confirmedSays } from './said.ts'
import { Versions } from './Versions.tsx'

export function ClusterPage(): ReactElement {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useCluster(id)
  if (isProblem(error, 404)) return <Gone id={id} />
  if (data === undefined) {
    return (
      <Page title="Cluster">
        {error !== null && <Failed what="The cluster" error={error} onAgain={() => void refetch()} />}
        {isPending && <Skeleton lines={10} />}
      </Page>
    )
  }
  return <Shown cluster={data} />
}

function Shown({ cluster }: { readonly cluster: Cluster }): ReactElement {
  const { id, size, confidence, newestAt } = cluster
  const headline = cluster.principalHeadline || 'Without a headline'
  return (
    <Page
      title={headline}
      windowTitle={`${headline} – cluster ${id}`}
      intro={
        <span className="card-marks">
          <span>Cluster {id}</span>
          <span className="figures">{amount(size, 'version', 'versions')}</span>
          {size > 1 && <BandMark band={confidence} />}
          {size > 1 && <StandingMark cluster={cluster} />}
          <span>
            newest <Ago at={newestAt} />
          </span>
          <Reviewed cluster={cluster} />
        </span>
      }
      actions={<Actions cluster={cluster} />}
    >
      <Disputes cluster={cluster} />
      <Changes cluster={cluster} />
      <Reports cluster={cluster} />
      <Versions cluster={cluster} />
      {size > 1 && <Family cluster={cluster} />}
      <Near cluster={cluster} />
      <ClusterHistory id={id} />
    </Page>
  )
}

function Reviewed({ cluster: { reviewedAt, reviewedBy } }: { readonly cluster: Cluster }): ReactElement | null {
  if (reviewedAt === undefined || reviewedBy === undefined) return null
  return (
    <span>
      {reviewedBy}, <Ago at={reviewedAt} />
    </span>
  )
}

function Actions({ cluster }: { readonly cluster: Cluster }): ReactElement | null {
  const { canAccess: mayDecide } = useCanAccess({ resource: 'decisions', action: 'make' })
  const { canAccess: mayEdit } = useCanAccess({ resource: 'articles', action: 'edit' })
  const [carrying, setCarrying] = useState(false)
  const notify = useNotify()
  const open = cluster.size > 1 && cluster.standing !== 'reviewed' && mayDecide === true
  const confirmIt = (): void => {
    confirm(cluster).then(
      ({ decision }) => notify(<Undoable key={decision.id} text={confirmedSays(cluster.size)} undone="It waits again." onUndo={() => takeBack(decision.id)} />, { type: 'info', autoHideDuration: 12_000 }),
      (error: unknown) => notify(isProblem(error, 409) ? 'Not confirmed: the cluster changed a moment ago. Nothing was decided; look at it as it is now.' : sentenceOf(error), { type: 'warning' }),
    )
  }
  usePanelKeys(open ? { y: confirmIt } : {})
  return (
    <>
      {cluster.size > 1 && mayEdit === true && (
        <button type="button" onClick={() => setCarrying(true)}>
          Carry over …
        </button>
      )}
      {mayDecide === true && (
        <Link className="button" to={`/review/${cluster.id}`}>
          Review
        </Link>
      )}
      {open && (
        <button type="button" className="strong" aria-keyshortcuts="y" onClick={confirmIt}>
          Confirm <kbd aria-hidden="true">y</kbd>
        </button>
      )}
      {carrying && <CarryOver cluster={cluster} onClose={() => setCarrying(false)} />}
    </>
  )
}

function Disputes({ cluster: { disputes } }: { readonly cluster: Cluster }): ReactElement | null {
  if (disputes.length === 0) return null
  return (
    <section className="conflict" aria-label="Conflict">
      <h2>Decisions contradict one another here</h2>
      <ul>
        {disputes.map(({ sentence, decisions }) => (
          <li key={sentence}>
            {sentence} {decisions.length > 0 && <span className="facts">{amount(decisions.length, 'decision', 'decisions')} of the history below.</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ cluster: { changes, members, standing } }: { readonly cluster: Cluster }): ReactElement | null {
  if (changes === undefined || standing === 'reviewed' || changes.joined.length + changes.left.length === 0) return null
  const named = (id: string): ReactElement => <Link to={`/articles/${id}/show`}>{members.find((member) => member.articleId === id)?.headline || `article ${id}`}</Link>
  return (
    <section className="banner" aria-label="Changed since the review">
      {changes.joined.length > 0 && <p>Joined since the review: {changes.joined.map((id, place) => <span key={id}>{place > 0 && ', '}{named(id)}</span>)}.</p>}
      {changes.left.length > 0 && <p>Left since the review: {changes.left.map((id, place) => <span key={id}>{place > 0 && ', '}{named(id)}</span>)}.</p>}
    </section>
  )
}

function Gone({ id }: { readonly id: string }): ReactElement {
  return (
    <Page title="This cluster is no more">
      <p>
        There is no cluster {id} now. Its versions stand in another cluster or alone; the <Link to={`/decisions?cluster=${encodeURIComponent(id)}`}>history</Link> says what was decided, and the <Link to="/clusters">clusters</Link> are as they are now.
      </p>
    </Page>
  )
}
