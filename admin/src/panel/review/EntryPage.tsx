// How does one come in? The queue of the filter is asked for and frozen, and its first cluster is opened. Where nothing
// waits it says which of three things that means.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Page } from '../frame/Page.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { addressOf, filterOf, USUAL } from './address.ts'
import type { Queue } from './queue.ts'
import { enter } from './review.ts'

export function EntryPage(): ReactElement {
  const [params] = useSearchParams()
  const filter = filterOf(params)
  const [entered, setEntered] = useState<Queue>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let here = true
    setError(undefined)
    setEntered(undefined)
    enter(filter).then((queue) => here && setEntered(queue), (problem: unknown) => here && setError(problem))
    return () => {
      here = false
    }
  }, [filter, turn])
  const first = entered?.filter === filter ? entered.ids[0] : undefined
  if (first !== undefined) return <Navigate to={addressOf(first, filter)} replace />
  return (
    <Page title="Review">
      {error !== undefined && <Failed what="The queue" error={error} onAgain={() => setTurn(turn + 1)} />}
      {error === undefined && entered === undefined && <Skeleton />}
      {entered !== undefined && <NothingWaits filter={filter} />}
    </Page>
  )
}

function NothingWaits({ filter }: { readonly filter: string }): ReactElement {
  const total = useTotal('minSize=2')
  const later = useTotal('minSize=2&later=true')
  if (total === undefined || later === undefined) return <Skeleton />
  if (total === 0) {
    return (
      <Empty why="nothing-yet" title="No near-copies yet.">
        <p>Clusters come about when an article comes in that shares its text with another. There is nothing to do for it.</p>
      </Empty>
    )
  }
  if (filter !== USUAL) {
    return (
      <Empty why="no-match" title="No cluster fits this filter.">
        <Link className="button" to="/review">
          Review all that wait
        </Link>
      </Empty>
    )
  }
  return (
    <Empty why="all-done" title="All caught up.">
      <p>{`${amount(total, 'cluster', 'clusters')} in the archive; none waits for a decision${later > 0 ? `, ${later} marked Later` : ''}.`}</p>
      {later > 0 && (
        <Link className="button" to="/review?later=true">
          {`Review the ${later} marked Later`}
        </Link>
      )}
    </Empty>
  )
}

function useTotal(filter: string): number | undefined {
  return useQuery({ queryKey: ['clusters', 'total', filter], queryFn: ({ signal }) => call<{ total: number }>(`/api/clusters?perPage=1&${filter}`, { signal }), staleTime: 0 }).data?.total
}
