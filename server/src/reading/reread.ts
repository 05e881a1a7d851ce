// What becomes of a document that is read again, as a person corrects it or under other rules than before? An
// article whose text is still there keeps its id, its decisions and what editors said of it, what is there no more goes to
// the bin, and what is new comes in like any other. All in one transaction, which a rehearsal rolls back.
import type { Article, ArticleField } from '../domain/article.ts'
import type { Corrections, KeptCorrections } from '../domain/correction.ts'
import { ProblemError } from '../domain/problem.ts'
import type { ReadArticle } from '../domain/reading.ts'
import type { Actor } from '../domain/role.ts'
import { fingerprint } from '../fingerprint/fingerprint.ts'
import { addArticles } from '../ingest.ts'
import { regroup } from '../regroup.ts'
import type { FileReading } from './rehearsal.ts'
import type { ComparableCache } from '../seek.ts'
import type { ArchiveStore } from '../store/port.ts'

export interface Rereading {
  readonly documentId: string
  readonly sha256: string
  /** As it comes out with the corrections. */
  readonly reading: FileReading
  /** Absent where those that stand are to stay. */
  readonly corrections?: Corrections
  /** The corrections that the person saw; `version-stale` where others stand by now. */
  readonly base: string | null
}

/** Call it inside a transaction. Returns the ids of the clusters that changed. */
export async function reread(given: Rereading, actor: Actor, store: ArchiveStore, cache: ComparableCache, now: string): Promise<readonly string[]> {
  const { documentId, sha256, reading } = given
  const before = await store.corrections.of(sha256)
  if ((before?.id ?? null) !== given.base) throw new ProblemError('version-stale', `${before?.by ?? 'Somebody'} corrected document ${documentId} meanwhile.`)
  if (given.corrections !== undefined) await store.corrections.keep(sha256, given.corrections, actor, now)
  const taken = new Set(await store.documents.takenOut(documentId))
  const known = await articlesOf(documentId, store)
  const plan = paired(reading.articles, known, taken, cache)
  const touched = new Set<string>()
  for (const { article, known: one } of plan.kept) {
    await store.articles.reread(one.id, article, editorsOwn(one, before), now)
    if (one.status === 'binned') await store.articles.setStatus(one.id, 'live', actor, now)
    touched.add(one.id)
  }
  for (const gone of plan.gone) {
    for (const member of (await store.clusters.get(gone.clusterId))?.members ?? []) touched.add(member.articleId)
    await store.articles.setStatus(gone.id, 'binned', actor, now)
  }
  for (const { id } of plan.gone) touched.delete(id)
  const stillOut = [...taken, ...plan.gone.map(({ id }) => id)].filter((id) => !plan.kept.some(({ known: one }) => one.id === id))
  await store.documents.setTakenOut(documentId, stillOut)
  await store.documents.readAnew(documentId, reading.unsure, reading.furniture)
  const changed = new Set(await regroup([...touched], store, cache, now))
  for (const cluster of await addArticles(documentId, plan.fresh, store, cache, now, reading.articles.length)) changed.add(cluster)
  return [...changed]
}

interface Pairing {
  readonly kept: readonly { readonly article: ReadArticle; readonly known: Article }[]
  readonly fresh: readonly ReadArticle[]
  /** Live ones that the new reading lacks. */
  readonly gone: readonly Article[]
}

/** By text. An article that an editor put into the bin stays there: it is neither kept nor made anew. */
function paired(articles: readonly ReadArticle[], known: readonly Article[], taken: ReadonlySet<string>, cache: ComparableCache): Pairing {
  const byText = new Map<string, Article[]>()
  for (const one of known) {
    const { contentHash } = fingerprint(cache.of(one.id, one.body))
    byText.set(contentHash, [...(byText.get(contentHash) ?? []), one])
  }
  const kept: { article: ReadArticle; known: Article }[] = []
  const fresh: ReadArticle[] = []
  const used = new Set<string>()
  for (const article of articles) {
    const same = (byText.get(article.fingerprint.contentHash) ?? []).filter(({ id }) => !used.has(id))
    const one = same.sort((left, right) => rank(left, article, taken) - rank(right, article, taken))[0]
    if (one === undefined) fresh.push(article)
    else {
      used.add(one.id)
      if (one.status === 'live' || taken.has(one.id)) kept.push({ article, known: one })
    }
  }
  return { kept, fresh, gone: known.filter(({ id, status }) => status === 'live' && !used.has(id)) }
}

/** Live ones first, then those that a correction took out, then what an editor binned; the nearest of each. */
function rank(one: Article, { draft }: ReadArticle, taken: ReadonlySet<string>): number {
  const standing = one.status === 'live' ? 0 : taken.has(one.id) ? 1 : 2
  return standing * 1e9 + Math.abs(one.span.begin - draft.span.begin)
}

/** What an editor said of the article itself holds; what a former correction said of it is for the new one to say. */
function editorsOwn(one: Article, before: KeptCorrections | undefined): readonly ArticleField[] {
  const corrected = (before?.values ?? []).filter(({ at }) => at >= one.span.begin && at < one.span.end)
  const former = new Set(corrected.flatMap(({ fields }) => Object.keys(fields)))
  return one.grounds.filter(({ source, field }) => source === 'editor' && !former.has(field)).map(({ field }) => field)
}

const PAGE = 1_000

async function articlesOf(documentId: string, store: ArchiveStore): Promise<readonly Article[]> {
  const all: Article[] = []
  for (const status of ['live', 'binned'] as const) {
    for (let offset = 0; ; offset += PAGE) {
      const { data } = await store.articles.list({ filter: { documentId, status }, sort: { field: 'id', order: 'asc' }, offset, limit: PAGE })
      all.push(...data)
      if (data.length < PAGE) break
    }
  }
  return all
}
