// What would become of these files? The very same way as ingest.ts, inside a transaction that is rolled back,
// so that a rehearsal can never differ from the performance.
import { randomUUID } from 'node:crypto'
import type { Article } from './domain/article.ts'
import type { Clock } from './domain/clock.ts'
import type { Document, DocumentArticle, Furniture, MediaType, SenderNote } from './domain/document.ts'
import { type Problem, ProblemError } from './domain/problem.ts'
import type { ReadArticle, ReadEvent, SourceFile } from './domain/reading.ts'
import { type Actor, SYSTEM } from './domain/role.ts'
import { addArticles } from './ingest.ts'
import type { ComparableCache } from './seek.ts'
import type { ArchiveStore } from './store/port.ts'

export interface RehearseParts {
  readonly store: ArchiveStore
  readonly read: (file: SourceFile) => AsyncIterable<ReadEvent>
  /** Removes an unpacked member once it was read. */
  readonly discard: (path: string) => Promise<void>
  readonly cache: ComparableCache
  readonly clock: Clock
}

export interface FileToRehearse {
  readonly name: string
  readonly size: number
  readonly sha256?: string
  /** Absent where the file was refused on the way in. */
  readonly path?: string
  readonly problem?: Problem
}

/** An article that would be; its ids hold in this answer only. */
export type RehearsedArticle = Omit<Article, 'relation'> & DocumentArticle
export type RehearsedDocument = Omit<Document, 'articles'> & { readonly articles: readonly RehearsedArticle[] }

export interface Rehearsal {
  readonly upload: string
  /** Members of archives included, each after its parent. */
  readonly documents: readonly RehearsedDocument[]
}

/** A rehearsal holds all that it read at once; a dump is for the command line. */
const MOST_ARTICLES = 2_000

/** What one file holds, read to the end. */
export interface FileReading {
  readonly file: FileToRehearse
  readonly mediaType?: MediaType
  readonly articles: readonly ReadArticle[]
  readonly furniture: readonly Furniture[]
  readonly problem?: Problem
  readonly members: readonly FileReading[]
}

/** Nothing is stored. `body-too-large` above 2,000 articles. */
export async function rehearse(files: readonly FileToRehearse[], note: SenderNote, actor: Actor, parts: RehearseParts): Promise<Rehearsal> {
  const budget = { articles: MOST_ARTICLES }
  const readings: FileReading[] = []
  for (const file of files) readings.push(await readWhole(file, note, 0, budget, parts))
  const upload = 'rehearsal'
  const documents = await parts.store.rehearse(async (store) => {
    const ids: string[] = []
    for (const reading of readings) ids.push(...(await perform(reading, { upload, depth: 0, note }, actor, store, parts)))
    return Promise.all(ids.map((id) => report(id, store)))
  })
  return { upload, documents }
}

/** Reads a file and the members in it. */
export async function readWhole(
  file: FileToRehearse,
  note: SenderNote,
  depth: number,
  budget: { articles: number },
  parts: Pick<RehearseParts, 'read' | 'discard'>,
): Promise<FileReading> {
  if (file.path === undefined) return { file, articles: [], furniture: [], members: [], ...(file.problem && { problem: file.problem }) }
  let mediaType: MediaType | undefined
  let problem: Problem | undefined
  const articles: ReadArticle[] = []
  const furniture: Furniture[] = []
  const members: FileReading[] = []
  for await (const event of parts.read({ path: file.path, name: file.name, size: file.size, note, depth })) {
    if (event.kind === 'identified') mediaType = event.mediaType
    if (event.kind === 'refused' || event.kind === 'record-refused') problem ??= event.problem
    if (event.kind === 'member-refused') members.push(refusedMember(event))
    if (event.kind === 'member') {
      members.push(await readWhole({ name: event.name, size: event.size, path: event.path }, note, depth + 1, budget, parts))
      await parts.discard(event.path)
    }
    if (event.kind === 'page') {
      articles.push(...event.articles)
      furniture.push(...event.furniture)
      budget.articles -= event.articles.length
      if (budget.articles < 0) throw new ProblemError('body-too-large', `The files hold more than ${MOST_ARTICLES} articles, the limit for one rehearsal.`)
    }
  }
  return { file, articles, furniture, members, ...(mediaType && { mediaType }), ...(problem && { problem }) }
}

function refusedMember(event: Extract<ReadEvent, { kind: 'member-refused' }>): FileReading {
  return { file: { name: event.name, size: event.size }, articles: [], furniture: [], members: [], problem: event.problem }
}

interface Place {
  readonly upload: string
  readonly parent?: string
  readonly depth: number
  readonly note: SenderNote
}

/** Returns the ids of the document and its members. */
async function perform(reading: FileReading, place: Place, actor: Actor, store: ArchiveStore, parts: RehearseParts): Promise<readonly string[]> {
  const now = parts.clock().toISOString()
  // A member was not hashed on the way: a name of its own keeps it apart from every other.
  const { name, size, sha256 = randomUUID() } = reading.file
  const refused = reading.problem !== undefined && reading.articles.length === 0
  const [document] = await store.documents.receive(
    [{ ...place, name, size, sha256, receivedAt: now, ...(refused && { problem: reading.problem }) }],
    actor,
  )
  if (document === undefined) throw new ProblemError('internal', 'The store gave no row for a rehearsed file.')
  if (document.duplicateOf !== undefined || refused) return [document.id]
  if (reading.mediaType !== undefined) await store.documents.identified(document.id, reading.mediaType)
  await store.documents.addFurniture(document.id, reading.furniture)
  await addArticles(document.id, reading.articles, store, parts.cache, now)
  await store.documents.settle(document.id, 'done', now, reading.problem)
  const ids = [document.id]
  for (const member of reading.members) {
    ids.push(...(await perform(member, { ...place, parent: document.id, depth: place.depth + 1 }, SYSTEM, store, parts)))
  }
  return ids
}

async function report(id: string, store: ArchiveStore): Promise<RehearsedDocument> {
  const document = await store.documents.get(id)
  if (document === undefined) throw new ProblemError('internal', 'A rehearsed document is missing.')
  const bodies = new Map((await store.articles.getMany(document.articles.map((article) => article.id))).map((article) => [article.id, article]))
  const articles = document.articles.flatMap((listed) => {
    const whole = bodies.get(listed.id)
    return whole === undefined ? [] : [{ ...whole, ...listed, relation: listed.relation }]
  })
  return { ...document, articles }
}
