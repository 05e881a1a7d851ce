// What did people decide on one cluster? The last of it, and the way to the rest.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { DecisionList } from './DecisionList.tsx'
import { useDecisions } from './decisions.ts'
import { questionOf } from './place.ts'

const SHOWN = 10

export function ClusterHistory({ id }: { readonly id: string }): ReactElement {
  const { data, error, isPending, refetch } = useDecisions(questionOf({ filters: new URLSearchParams({ cluster: id }), page: 1 }, SHOWN))
  return (
    <section>
      <h2 className="section">History</h2>
      {error !== null && <Failed what="The history" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={3} />}
      {data?.total === 0 && <p className="facts">Nobody decided anything on it yet.</p>}
      {data !== undefined && data.total > 0 && <DecisionList decisions={data.data} ofCluster={id} />}
      {data !== undefined && data.total > SHOWN && <Link to={`/decisions?cluster=${encodeURIComponent(id)}`}>All {data.total} decisions</Link>}
    </section>
  )
}
