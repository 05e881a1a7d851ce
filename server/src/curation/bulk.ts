// How is one thing done to many articles? The articles are frozen into a task first, so that what was previewed is what is
// done; then the task runner (task-runner.ts) takes them a few at a time.
import type { Actor } from '../domain/role.ts'
import { ProblemError } from '../domain/problem.ts'
import type { BulkKind, Task, TaskOrder } from '../domain/task.ts'
import type { SearchEngine } from '../engine/port.ts'
import type { Notify } from '../domain/event.ts'
import type { Clock } from '../domain/clock.ts'
import { engineQuery, type SearchFilters } from '../search/search.ts'
import type { ArticleFilter, ArchiveStore } from '../store/port.ts'
import type { Chosen } from '../store/tasks-port.ts'

/** Which articles: those that a filter of the list fits, or those named. `q` asks the search, as in the list. */
export interface BulkOrder extends TaskOrder {
  readonly kind: BulkKind
  readonly filter?: ArticleFilter
  readonly ids?: readonly string[]
}

/** What would be done. */
export interface BulkPreview {
  readonly count: number
  /** Of these, how many are so already. */
  readonly same: number
  readonly samples: readonly { readonly id: string; readonly headline: string; readonly publisher?: string }[]
}

export interface BulkParts {
  readonly store: ArchiveStore
  readonly engine: Pick<SearchEngine, 'search'>
  readonly clock: Clock
  readonly notify: Notify
  /** Wakes whoever carries tasks out. */
  readonly rouse: () => void
}

/** Ids that a search gives at once, and the milliseconds that it may take. */
const SEARCH_PAGE = 1_000
const SEARCH_DEADLINE = 10_000
/** More articles than a search may name by words; a filter without words has no such bound. */
const FOUND_MOST = 50_000

export async function previewBulk(order: BulkOrder, parts: BulkParts): Promise<BulkPreview> {
  const { count, same, samples } = await parts.store.tasks.weigh(order, await chosenBy(order, parts))
  const articles = await parts.store.articles.getMany(samples)
  return { count, same, samples: articles.map(({ id, headline, publisher }) => ({ id, headline, ...(publisher !== undefined && { publisher }) })) }
}

/** `conflict` where nothing fits. */
export async function startBulk(order: BulkOrder, actor: Actor, parts: BulkParts): Promise<Task> {
  const { kind, word, filter } = order
  const chosen = await chosenBy(order, parts)
  const task = await parts.store.transaction(async (store) => {
    const asked = { kind, ...(word !== undefined && { word }), ...(filter !== undefined && { question: toldFilter(filter) }) }
    const added = await store.tasks.add(asked, chosen, actor, parts.clock().toISOString())
    if (added.total === 0) throw new ProblemError('conflict', 'No article fits what was asked for: nothing was begun.')
    return added
  })
  return announced(task, parts)
}

/** `conflict` where nothing can be taken back. */
export async function undoBulk(id: string, actor: Actor, parts: BulkParts): Promise<Task> {
  const task = await parts.store.tasks.addUndo(id, actor, parts.clock().toISOString())
  return announced(task, parts)
}

/** Holds the whole index against the store, and mends it. */
export async function startVerify(actor: Actor, parts: BulkParts): Promise<Task> {
  const task = await parts.store.tasks.add({ kind: 'verify' }, { ids: [] }, actor, parts.clock().toISOString())
  return announced(task, parts)
}

export async function cancelTask(id: string, actor: Actor, parts: BulkParts): Promise<Task> {
  const task = await parts.store.tasks.cancel(id, actor, parts.clock().toISOString())
  return announced(task, parts)
}

export async function retryTask(id: string, actor: Actor, parts: BulkParts): Promise<Task> {
  const task = await parts.store.tasks.retry(id, actor, parts.clock().toISOString())
  return announced(task, parts)
}

function announced(task: Task, { notify, rouse }: BulkParts): Task {
  notify(toldTask(task))
  rouse()
  return task
}

export function toldTask({ id, kind, status, total, counts }: Task) {
  return { kind: 'task.changed' as const, task: id, what: kind, status, total, done: total - counts.waiting }
}

/** The bin is no part of the search: there the words are looked for in the headlines. */
async function chosenBy({ filter, ids }: BulkOrder, parts: BulkParts): Promise<Chosen> {
  if (ids !== undefined) return { ids }
  if (filter?.q === undefined || filter.status === 'binned') return { filter: filter ?? {} }
  const { q, status: _live, ...rest } = filter
  return { ids: await found(q, searchFilters(rest), parts) }
}

async function found(q: string, filters: SearchFilters, { engine }: BulkParts): Promise<readonly string[]> {
  const ids: string[] = []
  for (let page = 1; ids.length < FOUND_MOST; page++) {
    const request = { q, filters, facets: [], sort: 'oldest' as const, page, perPage: SEARCH_PAGE, collapse: false }
    const answer = await engine.search({ ...engineQuery(request, SEARCH_DEADLINE), snippetWords: 0 })
    if (answer.standIn === true) throw new ProblemError('engine-away', 'The search engine is not answering: which articles fit these words is not known for certain.')
    ids.push(...answer.hits.map((hit) => hit.id))
    if (answer.hits.length < SEARCH_PAGE) return ids
  }
  throw new ProblemError('body-too-large', `These words fit more than ${FOUND_MOST} articles, the most that a search may choose at once; narrow them down.`)
}

function searchFilters({ publisher, language, relation, completeness, documentId, clusterId, tags, publishedFrom, publishedTo, createdFrom, createdTo }: ArticleFilter): SearchFilters {
  const one = (value: string | undefined) => (value === undefined ? undefined : [value])
  const given = {
    publisher: one(publisher), language: one(language), relation: one(relation), completeness: one(completeness), documentId: one(documentId),
    clusterId: one(clusterId), tags: one(tags), publishedFrom, publishedTo, createdFrom, createdTo,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function toldFilter(filter: ArticleFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
