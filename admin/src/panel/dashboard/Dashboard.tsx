// How does the archive stand? Totals of the whole archive, what came in, and what waits for a person; each figure leads
// to its list. An empty archive says where to begin.
import { lazy, Suspense, type ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { type Range, useStats } from '../archive/stats.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { SampleOffer } from '../uploads/SampleOffer.tsx'
import './dashboard.css'
import { archiveSays } from './said.ts'
import { Tiles } from './Tiles.tsx'

const Plots = lazy(async () => ({ default: (await import('./Plots.tsx')).Plots }))

const RANGES: Readonly<Record<Range, string>> = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', all: 'All' }

export function Dashboard(): ReactElement {
  const [place, goTo] = useSearchParams()
  const asked = place.get('range') ?? ''
  const range = asked in RANGES ? (asked as Range) : '30d'
  const { data, error, isPending, refetch } = useStats(range)
  return (
    <Page title="Dashboard" intro={data !== undefined && data.articles > 0 ? archiveSays(data) : undefined}>
      {error !== null && <Failed what="The figures" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && data.articles === 0 && <Beginning />}
      {data !== undefined && data.articles > 0 && (
        <>
          <Tiles stats={data} />
          <div className="tabs" role="group" aria-label="Range of the plots">
            {(Object.keys(RANGES) as Range[]).map((one) => (
              <button key={one} type="button" aria-pressed={one === range} onClick={() => goTo(one === '30d' ? {} : { range: one })}>
                {RANGES[one]}
              </button>
            ))}
          </div>
          <Suspense fallback={<Skeleton />}>
            <Plots stats={data} />
          </Suspense>
        </>
      )}
    </Page>
  )
}

function Beginning(): ReactElement {
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'upload' })
  return (
    <>
      <ol className="beginning">
        <li>
          <strong>Add files.</strong> {canAccess === true ? <Link to="/uploads/new">Drop or choose them</Link> : 'Somebody who may add files has to begin.'}
        </li>
        <li>
          <strong>Review.</strong> The upload’s report says of each file which articles it gave, and which of them were told before; <Link to="/clusters">clusters</Link> hold them together until somebody looks.
        </li>
        <li>
          <strong>Search.</strong> <a href="/">The search page</a> shows each story once, with its versions folded.
        </li>
      </ol>
      {canAccess === true && <SampleOffer />}
    </>
  )
}
