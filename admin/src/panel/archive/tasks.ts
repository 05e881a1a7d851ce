// What is being done to many articles? Orders are given to the service and go on there; this browser remembers which one it
// gave last, so that the way back is at hand wherever one goes meanwhile.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { TaskAnswer, TaskListAnswer, TaskPreview } from '../../../../server/src/http/contract/tasks.ts'
import { call } from './call.ts'
import { outdated, queries } from './queries.ts'

export type { TaskAnswer, TaskListAnswer, TaskPreview }

export type ActKind = 'bin' | 'restore' | 'tag' | 'untag' | 'set-publisher' | 'recheck' | 'reindex' | 'reread'
export type Chosen = { readonly ids: readonly string[] } | { readonly filter: Readonly<Record<string, string>> }

export type Order = Chosen & { readonly kind: ActKind | 'verify'; readonly tag?: string; readonly publisher?: string | null }

const POLL_MS = 1_000

let followed: string | undefined
const watchers = new Set<() => void>()

export async function give(order: Order | { readonly kind: 'verify' }): Promise<TaskAnswer> {
  return taken(await call<TaskAnswer>('/api/tasks', { method: 'POST', body: order }))
}

export async function turnTask(id: string, verb: 'undo' | 'cancel' | 'retry'): Promise<TaskAnswer> {
  return taken(await call<TaskAnswer>(`/api/tasks/${id}/${verb}`, { method: 'POST' }))
}

function taken(task: TaskAnswer): TaskAnswer {
  queries.setQueryData(['tasks', 'one', task.id], task)
  follow(task.id)
  outdated('tasks')
  return task
}

export function preview(order: Order, signal: AbortSignal): Promise<TaskPreview> {
  return call<TaskPreview>('/api/tasks', { method: 'POST', body: { ...order, dryRun: true }, signal })
}

export function follow(id: string | undefined): void {
  followed = id
  for (const watcher of watchers) watcher()
}

/** The order that was given last and not sent away. */
export function useFollowed(): TaskAnswer | undefined {
  const id = useSyncExternalStore(watch, () => followed)
  const { data } = useQuery({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => call<TaskAnswer>(`/api/tasks/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (isUnderWay(query.state.data) ? POLL_MS : false),
  })
  return id === undefined ? undefined : data
}

export function useTasks(status: string | undefined, page: number, perPage: number): UseQueryResult<TaskListAnswer> {
  const query = new URLSearchParams({ page: String(page), perPage: String(perPage), ...(status !== undefined && { status }) })
  return useQuery({ queryKey: ['tasks', 'list', status, page, perPage], queryFn: ({ signal }) => call<TaskListAnswer>(`/api/tasks?${query}`, { signal }), placeholderData: keepPreviousData })
}

export function isUnderWay(task: TaskAnswer | undefined): boolean {
  return task !== undefined && (task.status === 'waiting' || task.status === 'running')
}

/** "3,210 changed, 2 left alone: changed by somebody meanwhile". */
export function cameOf({ kind, counts, total }: TaskAnswer, counted: (count: number) => string): string {
  const verify = kind === 'verify'
  const parts = [
    verify ? (counts.changed === 0 ? `all ${counted(total)} articles agree` : `${counted(counts.changed)} differed and are sent again`) : `${counted(counts.changed)} changed`,
    counts.same > 0 && !verify && `${counted(counts.same)} were so already`,
    counts.skipped > 0 && `${counted(counts.skipped)} left alone, for somebody changed them meanwhile`,
    counts.failed > 0 && `${counted(counts.failed)} failed`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
