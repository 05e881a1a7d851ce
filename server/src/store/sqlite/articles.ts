// What articles does the archive hold? Read, listed, corrected, binned; nothing is ever deleted.
import type { Article, ArticleField, ArticleStatus, FieldGround } from '../../domain/article.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { ReadArticle } from '../../domain/reading.ts'
import type { Actor } from '../../domain/role.ts'
import type { ArticleChanges, ArticleFilter, ArticleHead, ArticleSide, Articles, Listed, ListQuery } from '../port.ts'
import { articlesThatFit } from './article-filter.ts'
import { articlesOf, headsOf, sidesOf } from './article-rows.ts'
import { append } from './audit.ts'
import { refreshFacts } from './cluster-facts.ts'
import { moveToStatus } from './bin.ts'
import { correctedGrounds, corrections } from './corrections.ts'
import { fixed } from './fixed.ts'
import { filtered, page, sorting } from './lists.ts'
import { addArticles } from './new-articles.ts'
import { touch } from './outbox.ts'
import { rereadArticle } from './rereading.ts'
import { notFound, parsed, rowOf, rowsOf, textOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'

const SORTS = {
  id: 'id', headline: 'headline', publisher: 'publisher', publishedAt: 'published_at', language: 'language',
  wordCount: 'word_count', completeness: 'completeness', createdAt: 'created_at', updatedAt: 'updated_at',
} as const

/** Articles read between two turns of `each`. */
const READ_AT_ONCE = 200

const besideDocument = fixed<{ document: number }, { id: number }>((db, given) =>
  db
    .selectFrom('article as own')
    .innerJoin('article as other', 'other.cluster_id', 'own.cluster_id')
    .select('other.id')
    .distinct()
    .where('own.document_id', '=', given('document'))
    .where('own.status', '=', 'live')
    .where('other.document_id', '<>', given('document'))
    .where('other.status', '=', 'live'),
)

export class SqliteArticles implements Articles {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async add(documentId: string, articles: readonly ReadArticle[], createdAt: string): Promise<readonly string[]> {
    if (articles.length === 0) return []
    const document = rowOf(documentId) ?? 0
    return this.#sessions.write(async (session) => {
      const row = await session.db.selectFrom('document').select('note').where('id', '=', document).executeTakeFirst()
      if (!row) throw notFound('document', documentId)
      const tags = textOf(parsed<{ tags?: readonly string[] }>(row.note).tags ?? [])
      return (await addArticles(session, articles, { document, tags, now: createdAt })).map(String)
    })
  }

  async get(id: string): Promise<Article | undefined> {
    return (await this.getMany([id]))[0]
  }

  async getMany(ids: readonly string[]): Promise<readonly Article[]> {
    return articlesOf(this.#sessions.reader(), rowsOf(ids))
  }

  async heads(ids: readonly string[]): Promise<readonly ArticleHead[]> {
    return headsOf(this.#sessions.reader(), rowsOf(ids))
  }

  async beside(documentId: string): Promise<readonly string[]> {
    const rows = await this.#sessions.reader().all(besideDocument, { document: rowOf(documentId) ?? 0 })
    return rows.map(({ id }) => String(id))
  }

  async sides(ids: readonly string[]): Promise<readonly ArticleSide[]> {
    return sidesOf(this.#sessions.reader(), rowsOf(ids))
  }

  list(query: ListQuery<ArticleFilter>): Promise<Listed<Article>> {
    return this.#listed(query, articlesOf)
  }

  listHeads(query: ListQuery<ArticleFilter>): Promise<Listed<ArticleHead>> {
    return this.#listed(query, headsOf)
  }

  async edit(id: string, version: number, changes: ArticleChanges, actor: Actor, now: string, asBefore?: readonly FieldGround[]): Promise<Article> {
    return this.#sessions.write(async (session) => {
      const before = await mustHave(session, id)
      if (before.version !== version) {
        throw new ProblemError('version-stale', `Article ${id} is at version ${before.version}; the change was made to version ${version}.`)
      }
      const { columns, fields } = corrections(changes)
      const row = Number(id)
      const grounds = textOf(asBefore ?? correctedGrounds(before.grounds, changes, fields))
      await session.db.updateTable('article').set({ ...columns, version: version + 1, updated_at: now }).where('id', '=', row).execute()
      await session.db.updateTable('article_text').set({ grounds }).where('id', '=', row).execute()
      await refreshFacts(session, [Number(before.clusterId)])
      await touch(session, [row], now)
      const after = await mustHave(session, id)
      const told = (article: Article) => Object.fromEntries(fields.map((field) => [field, article[field]]))
      await append(session, { at: now, actor, action: 'article.edit', subject: { kind: 'article', id }, before: told(before), after: told(after) })
      return after
    })
  }

  async reread(id: string, article: ReadArticle, keep: readonly ArticleField[], now: string): Promise<void> {
    await this.#sessions.write((session) => rereadArticle(session, id, article, keep, now))
  }

  async setStatus(id: string, status: ArticleStatus, actor: Actor, now: string, place: 'own' | 'old' = 'own'): Promise<Article> {
    return this.#sessions.write(async (session) => {
      const before = await mustHave(session, id)
      if (before.status === status) return before
      await moveToStatus(session, [Number(id)], status, now, place)
      const action = status === 'binned' ? 'article.bin' : 'article.restore'
      await append(session, { at: now, actor, action, subject: { kind: 'article', id }, before: { status: before.status }, after: { status } })
      return mustHave(session, id)
    })
  }

  async *each(from: { readonly afterId?: string; readonly status?: ArticleStatus | 'any' } = {}): AsyncIterable<Article> {
    const status = from.status ?? 'live'
    let after = from.afterId === undefined ? 0 : (rowOf(from.afterId) ?? 0)
    for (;;) {
      const session = this.#sessions.reader()
      const all = filtered(session.db.selectFrom('article'), [status !== 'any' && ((eb) => eb('status', '=', status))])
      const rows = await all.select('id').where('id', '>', after).orderBy('id').limit(READ_AT_ONCE).execute()
      yield* await articlesOf(session, rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (!last || rows.length < READ_AT_ONCE) return
      after = last.id
    }
  }

  async count(): Promise<{ readonly articles: number; readonly clusters: number }> {
    const { db } = this.#sessions.reader()
    const articles = await db.selectFrom('article').select((eb) => eb.fn.countAll<number>().as('count')).where('status', '=', 'live').executeTakeFirstOrThrow()
    const clusters = await db.selectFrom('cluster').select((eb) => eb.fn.countAll<number>().as('count')).where('size', '>', 0).executeTakeFirstOrThrow()
    return { articles: Number(articles.count), clusters: Number(clusters.count) }
  }

  async #listed<A>(query: ListQuery<ArticleFilter>, told: (session: Session, ids: readonly number[]) => Promise<readonly A[]>): Promise<Listed<A>> {
    const session = this.#sessions.reader()
    const all = articlesThatFit(session, query.filter)
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.select('id').orderBy(column, order).orderBy('id', order), query)
    return { data: await told(session, data.map(({ id }) => id)), total }
  }
}

async function mustHave(session: Session, id: string): Promise<Article> {
  const [article] = await articlesOf(session, rowsOf([id]))
  if (!article) throw notFound('article', id)
  return article
}
