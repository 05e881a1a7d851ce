// How does the list look as cards? One a cluster, with all who are in it: for narrow screens, and for who wants to see.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import type { Cluster } from './clusters.ts'
import type { RowsProps } from './ClusterTable.tsx'
import { BandMark, StandingMark } from './Marks.tsx'
import { Members } from './Members.tsx'

export function ClusterCards({ clusters, filters, selected, selectable, onSelect }: RowsProps): ReactElement {
  return (
    <ul className="cluster-cards">
      {clusters.map((cluster) => (
        <li key={cluster.id} data-row={cluster.id} className={selected.has(cluster.id) ? 'chosen' : undefined}>
          <Card cluster={cluster} filters={filters} selected={selected.has(cluster.id)} selectable={selectable} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  )
}

function Card({ cluster, filters, selected, selectable, onSelect }: { readonly cluster: Cluster; readonly filters: URLSearchParams; readonly selected: boolean; readonly selectable: boolean; readonly onSelect: (id: string) => void }): ReactElement {
  const { id, size, confidence, newestAt, reviewedBy, reviewedAt } = cluster
  const headline = cluster.principalHeadline || 'Without a headline'
  return (
    <>
      <div className="card-head">
        {selectable && <input type="checkbox" aria-label={`Select ${headline}`} checked={selected} onChange={() => onSelect(id)} />}
        <h2>
          <Link className="headline" data-grip to={`/clusters/${id}`}>
            {headline}
          </Link>
        </h2>
      </div>
      <p className="card-marks">
        <span className="figures">{amount(size, 'version', 'versions')}</span>
        <BandMark band={confidence} />
        <StandingMark cluster={cluster} />
        <span className="facts">
          newest <Ago at={newestAt} />
        </span>
        {reviewedBy !== undefined && reviewedAt !== undefined && (
          <span className="facts">
            {reviewedBy}, <Ago at={reviewedAt} />
          </span>
        )}
      </p>
      <Members cluster={cluster} filters={filters} />
    </>
  )
}
