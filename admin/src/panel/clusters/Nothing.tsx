// Why is the list empty? Nothing came in twice, nothing fits these filters, or all is confirmed: three different things.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { useStats } from '../archive/stats.ts'
import { Empty } from '../states/Empty.tsx'
import { Skeleton } from '../states/Skeleton.tsx'

/** Filters that ask for what waits. */
const WAITING: ReadonlySet<string> = new Set(['standing=open', 'status=open', 'standing=changed', 'standing=conflict', 'later=true'])

export function Nothing({ filters, onClear }: { readonly filters: URLSearchParams; readonly onClear: () => void }): ReactElement {
  const { data } = useStats('30d')
  if (data === undefined) return <Skeleton />
  const clusters = data.toReview + data.reviewed
  if (clusters === 0) return <NoneYet articles={data.articles} waiting={data.documents.queued + data.documents.processing} />
  const done = data.toReview === 0 && [...filters].every(([name, value]) => WAITING.has(`${name}=${value}`))
  return (
    <Empty why={done ? 'all-done' : 'no-match'} title={done ? 'All reviewed.' : 'No cluster has all of this.'}>
      {done && <p>{amount(data.reviewed, 'cluster', 'clusters')} confirmed; none waits.</p>}
      <button type="button" onClick={onClear}>
        {done ? 'Show them all' : 'Clear filters'}
      </button>
    </Empty>
  )
}

function NoneYet({ articles, waiting }: { readonly articles: number; readonly waiting: number }): ReactElement {
  if (waiting > 0) {
    return (
      <Empty why="nothing-yet" title="Not known yet.">
        <p>{amount(waiting, 'file is', 'files are')} being read and compared; clusters show here by themselves.</p>
      </Empty>
    )
  }
  return (
    <Empty why="nothing-yet" title={articles === 0 ? 'No articles yet.' : `No near-copies found in ${amount(articles, 'article', 'articles')}.`}>
      <p>{articles === 0 ? <Link to="/uploads/new">Add files</Link> : 'Each article that came in was compared with all others; every story was told once.'}</p>
    </Empty>
  )
}
