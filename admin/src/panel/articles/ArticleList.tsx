// Which articles does the archive hold? A table to narrow down, sort and act on; cards where the screen is narrow.
import { useMediaQuery } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { ListBase, useCanAccess, useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { amount } from '../../evidence/numbers.ts'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { ArticleCards } from './ArticleCards.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import { BulkBar } from './BulkBar.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { useRowKeys } from './rowKeys.ts'
import { Views } from './Views.tsx'
import { FACET_NAMES, type Facet, type Filters, RANGES, rangeName, valueName } from './filters.ts'

export function ArticleList(): ReactElement {
  return (
    <ListBase resource="articles" storeKey={false} perPage={25} sort={{ field: 'id', order: 'DESC' }} disableSyncWithLocation={false} exporter={false} queryOptions={{ placeholderData: (before) => before }}>
      <ArticlePage />
    </ListBase>
  )
}

function ArticlePage(): ReactElement {
  const { total, filterValues } = useListContext<ArticleAnswer>()
  const narrow = useMediaQuery('(max-width: 899px)')
  const binned = (filterValues as Filters)['status'] === 'binned'
  useRowKeys()
  return (
    <Page title={binned ? 'Articles in the bin' : 'Articles'} intro={total === undefined ? undefined : `${amount(total, 'article', 'articles')}${Object.keys(filterValues).length > 0 ? ' with these filters' : ''}.`} actions={<>{narrow ? <FilterSheet /> : <ColumnChoice />}{!binned && <Views />}</>}>
      <div className="with-side">
        {!narrow && (
          <aside aria-label="Filters">
            <FilterPanel />
          </aside>
        )}
        <div className="list-main">
          <Chosen />
          <Rows narrow={narrow} />
        </div>
      </div>
    </Page>
  )
}

function FilterSheet(): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Filters
      </button>
      <Dialog title="Filters" open={open} onClose={() => setOpen(false)}>
        <FilterPanel />
        <div className="dialog-actions">
          <button type="button" className="strong" onClick={() => setOpen(false)}>
            Show
          </button>
        </div>
      </Dialog>
    </>
  )
}

/** The filters that hold, each to be let go by itself. */
function Chosen(): ReactElement | null {
  const { filterValues, setFilters } = useListContext()
  const filters = filterValues as Filters
  const entries = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (entries.length === 0) return null
  return (
    <ul className="filter-chips" aria-label="Filters that hold">
      {chips(filters).map(({ names, says }) => (
        <li key={names.join()}>
          <button type="button" className="chip removable" onClick={() => setFilters(Object.fromEntries(entries.filter(([other]) => !names.includes(other))))}>
            {says} <span aria-hidden="true">×</span>
            <span className="hidden">, remove</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="plain" onClick={() => setFilters({})}>
          Clear filters
        </button>
      </li>
    </ul>
  )
}

const OTHER_NAMES: Readonly<Record<string, string>> = { status: 'Status', documentId: 'File', clusterId: 'Cluster' }

interface FilterChip {
  /** The filters that go with it. */
  readonly names: readonly string[]
  readonly says: string
}

function chips(filters: Filters): readonly FilterChip[] {
  const ranges = RANGES.filter(({ from, to }) => filters[from] !== undefined || filters[to] !== undefined)
  const ranged = new Set<string>(RANGES.flatMap(({ from, to }) => [from, to]))
  const values = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && !ranged.has(entry[0]))
  return [
    ...values.map(([name, value]) => ({ names: [name], says: name === 'q' ? `“${value}”` : `${FACET_NAMES[name as Facet] ?? OTHER_NAMES[name] ?? name}: ${valueName(name, value)}` })),
    ...ranges.map(({ name, from, to }) => ({ names: [from, to], says: `${name} ${rangeName(filters[from], filters[to])}` })),
  ]
}

function Rows({ narrow }: { readonly narrow: boolean }): ReactElement {
  const { data, total, error, isPending, isFetching, page, perPage, setPage, setPerPage, setFilters, filterValues, refetch } = useListContext<ArticleAnswer>()
  const { canAccess: mayEdit } = useCanAccess({ resource: 'articles', action: 'edit' })
  const { canAccess: mayAdd } = useCanAccess({ resource: 'documents', action: 'upload' })
  if (error !== null && error !== undefined) return <Failed what="The articles" error={error} onAgain={() => void refetch()} />
  if (isPending || data === undefined) return <Skeleton lines={12} />
  if (total === 0 && Object.keys(filterValues).length > 0) {
    return (
      <Empty why={filterValues['status'] === 'binned' ? 'all-done' : 'no-match'} title={filterValues['status'] === 'binned' ? 'The bin is empty.' : 'No article has all of this.'}>
        <button type="button" onClick={() => setFilters({})}>
          {filterValues['status'] === 'binned' ? 'Back to the articles' : 'Clear filters'}
        </button>
      </Empty>
    )
  }
  if (total === 0) {
    return (
      <Empty why="nothing-yet" title="No articles yet.">
        {mayAdd === true ? <p>Drop files here, or <Link to="/uploads/new">choose them</Link>.</p> : <p>Somebody who may add files has to begin.</p>}
      </Empty>
    )
  }
  return (
    <>
      {mayEdit === true && <BulkBar />}
      <div className={isFetching ? 'rows fetching' : 'rows'}>{narrow ? <ArticleCards selectable={mayEdit === true} /> : <ArticleTable selectable={mayEdit === true} />}</div>
      <Pager page={page} perPage={perPage} total={total ?? 0} onPage={setPage} onPerPage={setPerPage} />
    </>
  )
}
