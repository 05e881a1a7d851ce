// How does the list look as cards? One a cluster, with all who are in it for who wants to see; folded on narrow screens.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import type { Cluster } from './clusters.ts'
import type { RowsProps } from './ClusterTable.tsx'
import { BandMark, KindMarks, StandingMark } from './Marks.tsx'
import { Members } from './Members.tsx'

export function ClusterCards({ clusters, filters, open, selected, selectable, onOpen, onSelect }: RowsProps): ReactElement {
  return (
    <ul className="cluster-cards">
      {clusters.map((cluster) => (
        <li key={cluster.id} data-row={cluster.id} className={selected.has(cluster.id) ? 'chosen' : undefined}>
          <Card cluster={cluster} filters={filters} open={open.has(cluster.id)} selected={selected.has(cluster.id)} selectable={selectable} onOpen={onOpen} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  )
}

interface CardProps extends Pick<RowsProps, 'filters' | 'selectable' | 'onOpen' | 'onSelect'> {
  readonly cluster: Cluster
  readonly open: boolean
  readonly selected: boolean
}

function Card({ cluster, filters, open, selected, selectable, onOpen, onSelect }: CardProps): ReactElement {
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
        <button type="button" className="plain figures" aria-expanded={open} onClick={() => onOpen(id)}>
          {amount(size, 'version', 'versions')}
          <span className="hidden"> of {headline}</span> <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
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
      {open ? <Members cluster={cluster} filters={filters} /> : <KindMarks cluster={cluster} />}
    </>
  )
}
