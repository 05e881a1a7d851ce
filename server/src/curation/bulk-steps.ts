// What is done to one article of a task? Each only on the version that was there when the task was asked for: what somebody
// changed meanwhile is left alone and counted. Everything here runs inside the transaction of one step.
import type { Article } from '../domain/article.ts'
import { type Match, pairKey } from '../domain/match.ts'
import { isPassing, ProblemError } from '../domain/problem.ts'
import type { ItemOutcome, Task, TaskItem } from '../domain/task.ts'
import type { SearchEngine } from '../engine/port.ts'
import { fingerprint } from '../fingerprint/fingerprint.ts'
import { matchTexts } from '../match/match.ts'
import { regroup } from '../regroup.ts'
import { type ComparableCache, matchSide, seekMatches } from '../seek.ts'
import type { ArchiveStore, ArticleChanges } from '../store/port.ts'

export interface StepContext {
  readonly task: Task
  /** The task that this one takes back. */
  readonly undone?: Task
  readonly store: ArchiveStore
  readonly engines: readonly Pick<SearchEngine, 'identity'>[]
  readonly cache: ComparableCache
  readonly now: string
  /** Articles whose clusters are to be computed anew at the end of the step. */
  readonly unsettled: Set<string>
}

/** Most tags of an article. */
const TAGS_MOST = 50
/** Matches kept and measured anew of one article. */
const MATCHES = 40

/** Throws only what is ours to mend; what a person must hear of is in the outcome. */
export async function doItem(item: TaskItem, context: StepContext): Promise<ItemOutcome> {
  const { articleId } = item
  const article = await context.store.articles.get(articleId)
  if (article === undefined) return { articleId, state: 'failed', detail: `There is no article ${articleId} any more.` }
  try {
    return { articleId, ...(await change(item, article, context)) }
  } catch (error) {
    if (!(error instanceof ProblemError) || isPassing(error)) throw error
    return error.problem.code === 'version-stale' ? { articleId, state: 'skipped' } : { articleId, state: 'failed', detail: error.problem.detail }
  }
}

type Done = Omit<ItemOutcome, 'articleId'>

const SAME: Done = { state: 'same' }
const SKIPPED: Done = { state: 'skipped' }

function change(item: TaskItem, article: Article, context: StepContext): Promise<Done> | Done {
  const { kind, word = '' } = context.task
  switch (kind) {
    case 'bin':
      return article.status === 'binned' ? SAME : moved(item, article, 'binned', context)
    case 'restore':
      return article.status === 'live' ? SAME : moved(item, article, 'live', context)
    case 'tag':
      return article.tags.includes(word) ? SAME : tagged(item, article, word, context)
    case 'untag':
      return article.tags.includes(word) ? edited(item, article, { tags: article.tags.filter((tag) => tag !== word) }, context) : SAME
    case 'set-publisher':
      return (article.publisher ?? '') === word ? SAME : edited(item, article, { publisher: word }, context)
    case 'reindex':
      return article.status === 'live' ? sentAgain(article, context) : SAME
    case 'recheck':
      return article.status === 'live' ? recheck(article, context) : SAME
    case 'undo':
      return takenBack(item, article, context)
    case 'verify':
    case 'reread':
      throw new Error(`${kind} is not done article by article`)
  }
}

function tagged(item: TaskItem, article: Article, word: string, context: StepContext): Promise<Done> | Done {
  if (article.tags.length >= TAGS_MOST) return { state: 'failed', detail: `Article ${article.id} has ${TAGS_MOST} tags, the most.` }
  return edited(item, article, { tags: [...article.tags, word] }, context)
}

async function edited(item: TaskItem, article: Article, changes: ArticleChanges, { store, task, now, unsettled }: StepContext): Promise<Done> {
  if (article.version !== item.version) return SKIPPED
  const { version } = await store.articles.edit(article.id, article.version, changes, task.actor, now)
  if (changes.publisher === undefined) return { state: 'changed', version, before: { tags: article.tags } }
  if (article.status === 'live') unsettled.add(article.id)
  return { state: 'changed', version, before: { publisher: article.publisher ?? '', grounds: article.grounds } }
}

async function moved(item: TaskItem, article: Article, status: Article['status'], context: StepContext): Promise<Done> {
  if (article.version !== item.version) return SKIPPED
  const { store, task, now, unsettled } = context
  for (const { articleId } of (await store.clusters.get(article.clusterId))?.members ?? []) unsettled.add(articleId)
  await store.articles.setStatus(article.id, status, task.actor, now, 'old')
  if (status === 'live') unsettled.add(article.id)
  else unsettled.delete(article.id)
  return { state: 'changed', version: article.version, before: { status: article.status } }
}

/** Back to what it was before, unless somebody changed it since. Where it lies is put back whatever else was changed. */
async function takenBack(item: TaskItem, article: Article, context: StepContext): Promise<Done> {
  const { before = {} } = item
  if (before.status !== undefined) {
    return article.status === before.status ? SAME : moved({ ...item, version: article.version }, article, before.status, context)
  }
  if (article.version !== item.version) return SKIPPED
  const { store, task, now, unsettled } = context
  const changes = { ...(before.tags !== undefined && { tags: before.tags }), ...(before.publisher !== undefined && { publisher: before.publisher }) }
  const { version } = await store.articles.edit(article.id, item.version, changes, task.actor, now, before.grounds)
  if (before.publisher !== undefined && article.status === 'live') unsettled.add(article.id)
  return { state: 'changed', version }
}

async function sentAgain(article: Article, { store, engines }: StepContext): Promise<Done> {
  for (const engine of engines) await store.outbox.doubt(await engine.identity(), [article.id])
  return { state: 'changed' }
}

/** Looks for copies as if it had just come in, and measures anew what it was matched with before. */
async function recheck(article: Article, { store, cache, now }: StepContext): Promise<Done> {
  const [side] = await store.articles.sides([article.id])
  if (side === undefined) return SAME
  const sought = { id: article.id, draft: article, fingerprint: fingerprint(cache.of(article.id, article.body)), documentArticles: side.documentArticles }
  const found = (await seekMatches(sought, store, cache)).slice(0, MATCHES)
  const stored = (await store.matches.of(article.id, { offset: 0, limit: MATCHES })).data.filter((match) => match.decidedBy === 'rule')
  const known = new Set(found.map((match) => pairKey(match.left, match.right)))
  const others = stored.filter((match) => !known.has(pairKey(match.left, match.right))).map((match) => match.right)
  const left = matchSide(side, cache)
  const again: Match[] = (await store.articles.sides(others)).map((other) => matchTexts(left, matchSide(other, cache), 'copies'))
  await store.matches.put([...found, ...again])
  return (await regroup([article.id], store, cache, now)).length > 0 ? { state: 'changed' } : SAME
}
