// Who decided what, when, and does it still hold? The newest first, narrowed by kind, person, cluster and days.
import type { ReactElement } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { DecisionList } from './DecisionList.tsx'
import { useDecisions } from './decisions.ts'
import { HistoryFilters } from './HistoryFilters.tsx'
import { addressOf, placeOf, questionOf } from './place.ts'

const ROWS = 25

export function HistoryPage(): ReactElement {
  const [address, goTo] = useSearchParams()
  const place = placeOf(address)
  const { data, error, isPending, isPlaceholderData, refetch } = useDecisions(questionOf(place, ROWS))
  const narrowed = [...place.filters].length > 0
  const narrow = (filters: URLSearchParams): void => goTo(addressOf({ filters, page: 1 }))
  return (
    <Page title="History" intro={data === undefined ? undefined : `${amount(data.total, 'decision', 'decisions')}${narrowed ? ' with these filters' : ''}. Each can be undone, and made again.`} actions={<Link className="button" to="/exclusions">Exclusions</Link>}>
      <HistoryFilters filters={place.filters} onChange={narrow} />
      {error !== null && <Failed what="The history" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={10} />}
      {data?.total === 0 && (narrowed ? <NoMatch onClear={() => narrow(new URLSearchParams())} /> : <NoneYet />)}
      {data !== undefined && data.total > 0 && (
        <div className={isPlaceholderData ? 'fetching' : undefined}>
          <DecisionList decisions={data.data} />
          <Pager page={place.page} perPage={ROWS} total={data.total} onPage={(page) => goTo(addressOf({ ...place, page }))} />
        </div>
      )}
    </Page>
  )
}

function NoMatch({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <Empty why="no-match" title="No decision has all of this.">
      <button type="button" onClick={onClear}>
        Clear filters
      </button>
    </Empty>
  )
}

function NoneYet(): ReactElement {
  return (
    <Empty why="nothing-yet" title="Nothing was decided yet.">
      <p>
        What people decide on <Link to="/clusters">clusters</Link> stands here, and can be undone from here.
      </p>
    </Empty>
  )
}
