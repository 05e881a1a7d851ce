// What should be known before deciding? That somebody else changed the cluster, that a decision here was not saved, that
// decisions contradict one another, and what came since the last review. Bars, not dialogs: they stop nobody.
import type { ReactElement } from 'react'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import { Reports } from '../history/Reports.tsx'
import type { Cluster } from './cluster.ts'
import { nameIn } from './names.ts'
import type { Session } from './session.ts'

interface BarsProps {
  readonly cluster: Cluster
  readonly session: Session
  readonly me: string
  readonly onShowChange: () => void
}

export function Bars({ cluster, session, me, onShowChange }: BarsProps): ReactElement {
  const fresh = session.fresh[cluster.id]
  const trouble = session.troubles[cluster.id]
  return (
    <div className="review-bars">
      {session.unsent > 0 && (
        <p className="bar-note bar-trouble" role="status">
          <span>
            <strong>The service cannot be reached.</strong> {session.unsent === 1 ? 'One decision is' : `${session.unsent} decisions are`} kept in this browser and sent as soon as it answers, though you close the window.
          </span>
        </p>
      )}
      {fresh !== undefined && (
        <p className="bar-note bar-fresh" role="alert">
          <span>
            <strong>{whoChanged(fresh.actor ?? fresh.cluster?.updatedBy, me)} changed this cluster a moment ago.</strong> What you see is how it was before; nothing was overwritten.
          </span>
          <button type="button" onClick={onShowChange}>
            Show the change
          </button>
        </p>
      )}
      {trouble !== undefined && (
        <p className="bar-note bar-trouble" role="alert">
          <span>
            <strong>{{ decide: 'Not saved', undo: 'Not undone', redo: 'Not redone' }[trouble.doing]}:</strong> “{trouble.act.said}” {sentenceOf(trouble.error)}
          </span>
        </p>
      )}
      {cluster.standing === 'conflict' && <Conflict cluster={cluster} />}
      {cluster.standing === 'changed' && <Changed cluster={cluster} />}
      <Reports cluster={cluster} />
      {cluster.status === 'reviewed' && cluster.reviewedBy !== undefined && cluster.reviewedAt !== undefined && (
        <p className="bar-note">
          <span>
            Confirmed by {cluster.reviewedBy} <Ago at={cluster.reviewedAt} />.
          </span>
        </p>
      )}
      {cluster.later && <p className="bar-note">Marked Later.</p>}
    </div>
  )
}

function Conflict({ cluster }: { readonly cluster: Cluster }): ReactElement {
  return (
    <div className="bar-note bar-trouble">
      <div>
        <strong>Conflict: decisions contradict one another here.</strong>
        <ul>
          {cluster.disputes.map((dispute, index) => (
            <li key={index}>{dispute.sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Changed({ cluster }: { readonly cluster: Cluster }): ReactElement | null {
  const { joined = [], left = [] } = cluster.changes ?? {}
  // Then it was reported: the reports say so themselves.
  if (joined.length + left.length === 0) return null
  const came = joined.length === 1 ? `${nameIn(cluster, joined[0] as string)} joined` : `${joined.length} versions joined`
  const parts = [...(joined.length > 0 ? [came] : []), ...(left.length > 0 ? [`${amount(left.length, 'version', 'versions')} left`] : [])]
  return (
    <p className="bar-note">
      <span>
        <strong>Changed since it was reviewed:</strong> {parts.join(', ')}.
      </span>
    </p>
  )
}

function whoChanged(actor: string | undefined, me: string): string {
  if (actor === undefined) return 'Somebody'
  return actor === me ? 'You, in another window,' : actor
}
