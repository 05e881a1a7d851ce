// How do a cluster's marks look? Its standing, its certainty and its kinds, each a word with a sign beside it.
import type { ReactElement } from 'react'
import { wordsFor } from '../../evidence/words.ts'
import type { Cluster } from './clusters.ts'
import { BANDS, changesSay, kindsOf, STANDINGS } from './said.ts'

export function StandingMark({ cluster }: { readonly cluster: Pick<Cluster, 'standing' | 'changes' | 'later'> }): ReactElement {
  const { label, says, icon } = STANDINGS[cluster.standing]
  const changes = changesSay(cluster)
  return (
    <span className="marks">
      <span className={`standing standing-${cluster.standing}`} title={says}>
        <span aria-hidden="true">{icon}</span> {label}
      </span>
      {changes !== undefined && <span className="facts figures">{changes}</span>}
      {cluster.later && <span className="facts">Later</span>}
    </span>
  )
}

export function BandMark({ band }: { readonly band: Cluster['confidence'] }): ReactElement {
  const { label, says, icon } = BANDS[band]
  return (
    <span className={`band band-${band}`} title={says}>
      <span className="band-bars" aria-hidden="true">
        {icon}
      </span>{' '}
      {label}
    </span>
  )
}

export function KindMarks({ cluster }: { readonly cluster: Pick<Cluster, 'kinds'> }): ReactElement {
  return (
    <span className="kinds">
      {kindsOf(cluster).map(([relation, count]) => {
        const { label, says, icon } = wordsFor(relation)
        return (
          <span key={relation} className={`chip relation relation-${relation}`} title={says}>
            <span aria-hidden="true">{icon}</span> {label}
            {count > 1 && <span className="figures"> {count}</span>}
          </span>
        )
      })}
    </span>
  )
}
