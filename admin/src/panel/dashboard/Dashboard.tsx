// How does the archive stand? Totals of the whole archive, what came in, and what waits for a person; each figure leads
// to its list. An empty archive says where to begin.
import { lazy, Suspense, type ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { amount, counted } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import { type Range, type StatsAnswer, useStats } from '../archive/stats.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { SampleOffer } from '../uploads/SampleOffer.tsx'

const Plots = lazy(async () => ({ default: (await import('./Plots.tsx')).Plots }))

const RANGES: Readonly<Record<Range, string>> = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', all: 'All' }

export function Dashboard(): ReactElement {
  const [place, goTo] = useSearchParams()
  const asked = place.get('range') ?? ''
  const range = asked in RANGES ? (asked as Range) : '30d'
  const { data, error, isPending, refetch } = useStats(range)
  return (
    <Page title="Dashboard" intro={data !== undefined && data.articles > 0 ? summaryOf(data) : undefined}>
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

function summaryOf({ articles, clusters, copies }: StatsAnswer): string {
  return `${amount(articles, 'article', 'articles')} that tell ${amount(clusters, 'story', 'stories')}; ${copies === 0 ? 'none of them was told before.' : `${counted(copies)} of them were told before.`}`
}

function Tiles({ stats }: { readonly stats: StatsAnswer }): ReactElement {
  const { canAccess: maySeeTasks } = useCanAccess({ resource: 'system', action: 'list' })
  const { failed, refused, queued, processing } = stats.documents
  return (
    <dl className="tiles figures">
      <Tile name="Articles" value={counted(stats.articles)} to="/articles" />
      <Tile name="Stories" value={counted(stats.clusters)} />
      <Tile name="Told before" value={percent(stats.copies / Math.max(1, stats.articles))} says={amount(stats.copies, 'article', 'articles')} />
      <Tile name="Stories to review" value={counted(stats.toReview)} says={`${counted(stats.reviewed)} reviewed`} />
      <Tile name="Files that wait" value={counted(queued + processing)} {...(maySeeTasks === true && { to: '/tasks?status=queued' })} />
      <Tile name="Need attention" value={counted(failed + refused)} says={`${counted(failed)} failed, ${counted(refused)} refused`} {...(maySeeTasks === true && { to: failed > 0 ? '/tasks?status=failed' : '/tasks?status=refused' })} />
    </dl>
  )
}

function Tile({ name, value, says, to }: { readonly name: string; readonly value: string; readonly says?: string; readonly to?: string }): ReactElement {
  return (
    <div>
      <dt>{to === undefined ? name : <Link to={to}>{name}</Link>}</dt>
      <dd>
        <span className="tile-value">{value}</span> {says !== undefined && <span className="facts">{says}</span>}
      </dd>
    </div>
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
          <strong>Look at what came of them.</strong> The upload’s report says of each file which articles it gave, and which of them were told before.
        </li>
        <li>
          <strong>Search.</strong> <a href="/">The search page</a> shows each story once, with its versions folded.
        </li>
      </ol>
      {canAccess === true && <SampleOffer />}
    </>
  )
}
