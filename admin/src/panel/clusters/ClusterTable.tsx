// How does a table of clusters look? The principal's headline as a real link, marks in words, and its members on demand.
import { Fragment, type ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { counted } from '../../evidence/numbers.ts'
import { localMoment, shortDay } from '../frame/moments.ts'
import type { Cluster } from './clusters.ts'
import { BandMark, KindMarks, StandingMark } from './Marks.tsx'
import { Members } from './Members.tsx'
import type { OrderField, Place } from './place.ts'

export interface RowsProps {
  readonly clusters: readonly Cluster[]
  readonly filters: URLSearchParams
  readonly open: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  readonly selectable: boolean
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string) => void
}

interface TableProps extends RowsProps {
  readonly place: Place
  readonly onSort: (field: OrderField) => void
  readonly onSelectAll: () => void
}

export function ClusterTable({ clusters, place, onSort, onSelectAll, ...rest }: TableProps): ReactElement {
  const sortable = (field: OrderField, label: string): ReactElement => <Sortable field={field} label={label} place={place} onSort={onSort} />
  return (
    <table className="cluster-table">
      <caption className="hidden">Clusters</caption>
      <thead>
        <tr>
          {rest.selectable && (
            <th scope="col" className="cell-select">
              <input type="checkbox" aria-label="Select all on this page" checked={clusters.length > 0 && clusters.every(({ id }) => rest.selected.has(id))} onChange={onSelectAll} />
            </th>
          )}
          <th scope="col">Story</th>
          {sortable('size', 'Versions')}
          {sortable('confidence', 'Confidence')}
          <th scope="col">Standing</th>
          {sortable('newestAt', 'Newest')}
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <Row key={cluster.id} cluster={cluster} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

function Sortable({ field, label, place, onSort }: { readonly field: OrderField; readonly label: string; readonly place: Place; readonly onSort: (field: OrderField) => void }): ReactElement {
  const now = place.sort === field
  return (
    <th scope="col" {...(now && { 'aria-sort': place.order === 'asc' ? 'ascending' : 'descending' })}>
      <button type="button" className="sort" onClick={() => onSort(field)}>
        {label} <span aria-hidden="true">{now ? (place.order === 'asc' ? '↑' : '↓') : ''}</span>
      </button>
    </th>
  )
}

function Row({ cluster, filters, open, selected, selectable, onOpen, onSelect }: Omit<RowsProps, 'clusters'> & { readonly cluster: Cluster }): ReactElement {
  const { id, size, reviewedBy, reviewedAt } = cluster
  const opened = open.has(id)
  const headline = cluster.principalHeadline || 'Without a headline'
  return (
    <Fragment>
      <tr data-row={id} className={selected.has(id) ? 'chosen' : undefined}>
        {selectable && (
          <td className="cell-select">
            <input type="checkbox" aria-label={`Select ${headline}`} checked={selected.has(id)} onChange={() => onSelect(id)} />
          </td>
        )}
        <Story cluster={cluster} headline={headline} />
        <td>
          <button type="button" className="plain figures nowrap" aria-expanded={opened} onClick={() => onOpen(id)}>
            {counted(size)}
            <span className="hidden"> versions of {headline}</span> <span aria-hidden="true">{opened ? '▾' : '▸'}</span>
          </button>
        </td>
        <td>
          <BandMark band={cluster.confidence} />
        </td>
        <td>
          <StandingMark cluster={cluster} />
          {reviewedBy !== undefined && (
            <span className="facts reviewer" {...(reviewedAt !== undefined && { title: localMoment(reviewedAt) })}>
              {reviewedBy}
              {reviewedAt !== undefined && `, ${shortDay(reviewedAt)}`}
            </span>
          )}
        </td>
        <td className="facts nowrap">
          <time dateTime={cluster.newestAt} title={localMoment(cluster.newestAt)}>
            {shortDay(cluster.newestAt)}
          </time>
        </td>
      </tr>
      {opened && (
        <tr className="row-members">
          {selectable && <td />}
          <td colSpan={5}>
            <Members cluster={cluster} filters={filters} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

function Story({ cluster, headline }: { readonly cluster: Cluster; readonly headline: string }): ReactElement {
  const { id, members, principalId } = cluster
  const publisher = members.find((member) => member.articleId === principalId)?.publisher
  return (
    <td className="cell-story">
      <Link className="headline" data-grip to={`/clusters/${id}`}>
        {headline}
      </Link>
      <span className="story-facts">
        {publisher !== undefined && <span className="facts">{publisher}</span>} <KindMarks cluster={cluster} />
      </span>
    </td>
  )
}
