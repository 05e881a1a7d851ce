// What follows for clusters when a person corrects an article, bins it or brings it back? Its neighbours close ranks.
import type { Article, ArticleStatus } from '../domain/article.ts'
import type { Actor } from '../domain/role.ts'
import { announced, type CurateParts } from './curate.ts'
import { regroup } from '../regroup.ts'
import type { ArchiveStore, ArticleChanges } from '../store/port.ts'

/** To the bin, or back; its cluster closes ranks. */
export async function setArticleStatus(id: string, status: ArticleStatus, actor: Actor, parts: CurateParts): Promise<Article> {
  const now = parts.clock().toISOString()
  return announced(actor, parts, async (store) => {
    const before = await store.articles.get(id)
    const neighbours = before === undefined ? [] : await membersOf(before.clusterId, store)
    const article = await store.articles.setStatus(id, status, actor, now)
    const changed = await regroup([...neighbours, ...(status === 'live' ? [id] : [])].filter(unlessBinned(id, status)), store, parts.cache, now, { by: actor.name, settled: true })
    return { result: (await store.articles.get(article.id)) ?? article, changed }
  })
}

/** `version-stale` where another changed it first. A changed date or byline can change who leads its cluster. */
export async function editArticle(
  id: string,
  version: number,
  changes: ArticleChanges,
  actor: Actor,
  parts: CurateParts,
): Promise<Article> {
  const now = parts.clock().toISOString()
  return announced(actor, parts, async (store) => {
    const article = await store.articles.edit(id, version, changes, actor, now)
    const changed = article.status === 'live' ? await regroup([id], store, parts.cache, now, { by: actor.name, settled: true }) : []
    return { result: (await store.articles.get(id)) ?? article, changed }
  })
}

/** The document and its articles go to the bin. */
export function removeDocument(id: string, actor: Actor, parts: CurateParts): Promise<void> {
  return removeDocuments([id], actor, parts)
}

/** In one transaction. What was received twice, and stays once, is read anew from there. */
export async function removeDocuments(ids: readonly string[], actor: Actor, parts: CurateParts): Promise<void> {
  const now = parts.clock().toISOString()
  await announced(actor, parts, async (store) => {
    const neighbours = new Set<string>()
    for (const id of ids) {
      for (const documentId of await withMembers(id, store)) {
        for (const member of await store.articles.beside(documentId)) neighbours.add(member)
      }
      await store.documents.remove(id, actor)
    }
    const left = (await store.articles.heads([...neighbours])).filter((article) => article.status === 'live')
    const changed = await regroup(left.map((article) => article.id), store, parts.cache, now, { by: actor.name, settled: true })
    return { result: undefined, changed }
  })
}

/** With the articles that went to the bin with them; in one transaction. */
export async function restoreDocuments(ids: readonly string[], actor: Actor, parts: CurateParts): Promise<void> {
  const now = parts.clock().toISOString()
  await announced(actor, parts, async (store) => {
    const articles: string[] = []
    for (const id of ids) articles.push(...(await store.documents.restore(id, actor)))
    return { result: undefined, changed: await regroup(articles, store, parts.cache, now, { by: actor.name, settled: true }) }
  })
}

async function membersOf(clusterId: string, store: ArchiveStore): Promise<readonly string[]> {
  return (await store.clusters.get(clusterId))?.members.map((member) => member.articleId) ?? []
}

async function withMembers(documentId: string, store: ArchiveStore): Promise<readonly string[]> {
  const members = await store.documents.list({ filter: { parent: documentId }, offset: 0, limit: 100_000 })
  return [documentId, ...members.data.map((member) => member.id)]
}

function unlessBinned(id: string, status: ArticleStatus): (one: string) => boolean {
  return (one) => status === 'live' || one !== id
}
