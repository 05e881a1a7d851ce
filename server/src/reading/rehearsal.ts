// What would become of these files? The very same way as ingest.ts, inside a transaction that is rolled back,
// so that a rehearsal can never differ from the performance.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Article } from '../domain/article.ts'
import type { Clock } from '../domain/clock.ts'
import type { BoundCorrections, Corrections } from '../domain/correction.ts'
import type { Document, DocumentArticle, Furniture, MediaType, SenderNote } from '../domain/document.ts'
import { type Problem, ProblemError } from '../domain/problem.ts'
import type { ReadArticle, ReadBorder, ReadEvent, ReadLine, SourceFile } from '../domain/reading.ts'
import { type Actor, SYSTEM } from '../domain/role.ts'
import type { SplitRule } from '../domain/split-rule.ts'
import { addArticles } from '../ingest.ts'
import type { ComparableCache } from '../seek.ts'
import type { ArchiveStore } from '../store/port.ts'

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
export type RehearsedDocument = Omit<Document, 'articles'> & {
  readonly articles: readonly RehearsedArticle[]
  /** Every line and border, where it was read in detail. */
  readonly reading?: DetailedReading
  /** Those that it was read with. */
  readonly corrections?: Corrections
}

export interface DetailedReading {
  readonly lines: readonly ReadLine[]
  readonly borders: readonly ReadBorder[]
}

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
  readonly unsure: number
  readonly detail?: DetailedReading
  readonly corrections?: Corrections
  readonly mediaType?: MediaType
  readonly articles: readonly ReadArticle[]
  readonly furniture: readonly Furniture[]
  readonly problem?: Problem
  readonly members: readonly FileReading[]
}

/** In which way are files read? */
export interface HowToRead {
  readonly detailed?: boolean
  /** What people said of these bytes, or say now. */
  readonly correctionsOf?: (sha256: string) => Promise<Corrections | undefined>
  /** On trial: before those that stand. */
  readonly splitRules?: readonly SplitRule[]
}

export interface RehearsalWishes {
  readonly detailed: boolean
  /** In place of those that stand for the same bytes. */
  readonly corrections: readonly BoundCorrections[]
}

/** Nothing is stored. `body-too-large` above 2,000 articles. */
export async function rehearse(files: readonly FileToRehearse[], note: SenderNote, actor: Actor, wishes: RehearsalWishes, parts: RehearseParts): Promise<Rehearsal> {
  const budget = newBudget()
  const given = new Map(wishes.corrections.map((corrections) => [corrections.sha256, corrections]))
  const how: HowToRead = { detailed: wishes.detailed, correctionsOf: async (sha256) => given.get(sha256) ?? parts.store.corrections.of(sha256) }
  const readings: FileReading[] = []
  for (const file of files) readings.push(await readWhole(file, note, 0, budget, parts, how))
  const upload = 'rehearsal'
  const documents = await parts.store.rehearse(async (store) => {
    const performed: Performed[] = []
    for (const reading of readings) performed.push(...(await perform(reading, { upload, depth: 0, note }, actor, store, parts)))
    return Promise.all(performed.map(({ id, reading }) => report(id, reading, store)))
  })
  return { upload, documents }
}

export function newBudget(): { articles: number } {
  return { articles: MOST_ARTICLES }
}

/** Reads a file and the members in it. */
export async function readWhole(
  file: FileToRehearse,
  note: SenderNote,
  depth: number,
  budget: { articles: number },
  parts: Pick<RehearseParts, 'read' | 'discard'>,
  how: HowToRead = {},
): Promise<FileReading> {
  if (file.path === undefined) return unread(file, file.problem)
  const sha256 = file.sha256 ?? (await checksum(file.path))
  const corrections = await how.correctionsOf?.(sha256)
  const gathered = new Gathered({ ...file, sha256 }, corrections, budget)
  const source = { path: file.path, name: file.name, size: file.size, note, depth, ...(corrections && { corrections }), ...(how.detailed && { detailed: true }), ...(how.splitRules && { splitRules: how.splitRules }) }
  for await (const event of parts.read(source)) {
    gathered.take(event)
    if (event.kind !== 'member') continue
    gathered.members.push(await readWhole({ name: event.name, size: event.size, path: event.path }, note, depth + 1, budget, parts, how))
    await parts.discard(event.path)
  }
  return gathered.reading()
}

/** The events of one file, added up. */
class Gathered {
  readonly members: FileReading[] = []
  readonly #file: FileToRehearse
  readonly #corrections: Corrections | undefined
  readonly #budget: { articles: number }
  readonly #articles: ReadArticle[] = []
  readonly #furniture: Furniture[] = []
  readonly #lines: ReadLine[] = []
  readonly #borders: ReadBorder[] = []
  #unsure = 0
  #detailed = false
  #mediaType: MediaType | undefined
  #problem: Problem | undefined

  constructor(file: FileToRehearse, corrections: Corrections | undefined, budget: { articles: number }) {
    this.#file = file
    this.#corrections = corrections
    this.#budget = budget
  }

  take(event: ReadEvent): void {
    if (event.kind === 'identified') this.#mediaType = event.mediaType
    if (event.kind === 'refused' || event.kind === 'record-refused') this.#problem ??= event.problem
    if (event.kind === 'member-refused') this.members.push(unread({ name: event.name, size: event.size }, event.problem))
    if (event.kind !== 'page') return
    for (const article of event.articles) this.#articles.push(article)
    for (const piece of event.furniture) this.#furniture.push(piece)
    for (const line of event.lines ?? []) this.#lines.push(line)
    for (const border of event.borders ?? []) this.#borders.push(border)
    this.#detailed ||= event.lines !== undefined
    this.#unsure += event.unsure
    this.#budget.articles -= event.articles.length
    if (this.#budget.articles < 0) throw new ProblemError('body-too-large', `The files hold more than ${MOST_ARTICLES} articles, the limit for one rehearsal.`)
  }

  reading(): FileReading {
    const whole = { file: this.#file, articles: this.#articles, furniture: this.#furniture, unsure: this.#unsure, members: this.members }
    return {
      ...whole,
      ...(this.#detailed && { detail: { lines: this.#lines, borders: this.#borders } }),
      ...(this.#corrections && { corrections: plainly(this.#corrections) }),
      ...(this.#mediaType && { mediaType: this.#mediaType }),
      ...(this.#problem && { problem: this.#problem }),
    }
  }
}

function plainly({ starts, marks, values }: Corrections): Corrections {
  return { ...(starts && { starts }), marks, values }
}

function unread(file: FileToRehearse, problem: Problem | undefined): FileReading {
  return { file, articles: [], furniture: [], unsure: 0, members: [], ...(problem && { problem }) }
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

interface Place {
  readonly upload: string
  readonly parent?: string
  readonly depth: number
  readonly note: SenderNote
}

interface Performed {
  readonly id: string
  readonly reading: FileReading
}

/** The document and its members. */
async function perform(reading: FileReading, place: Place, actor: Actor, store: ArchiveStore, parts: RehearseParts): Promise<readonly Performed[]> {
  const now = parts.clock().toISOString()
  const { name, size, sha256 = '' } = reading.file
  const refused = reading.problem !== undefined && reading.articles.length === 0
  const [document] = await store.documents.receive(
    [{ ...place, name, size, sha256, receivedAt: now, ...(refused && { problem: reading.problem }) }],
    actor,
  )
  if (document === undefined) throw new ProblemError('internal', 'The store gave no row for a rehearsed file.')
  const performed: Performed[] = [{ id: document.id, reading }]
  if (document.duplicateOf !== undefined || refused) return performed
  if (reading.mediaType !== undefined) await store.documents.identified(document.id, reading.mediaType)
  await store.documents.addFurniture(document.id, reading.furniture)
  await addArticles(document.id, reading.articles, store, parts.cache, now)
  if (reading.unsure > 0) await store.documents.doubt(document.id, reading.unsure)
  await store.documents.settle(document.id, 'done', now, reading.problem)
  for (const member of reading.members) {
    performed.push(...(await perform(member, { ...place, parent: document.id, depth: place.depth + 1 }, SYSTEM, store, parts)))
  }
  return performed
}

/** The document as the store has it now, with what was read of it. */
export async function report(id: string, { detail, corrections }: Pick<FileReading, 'detail' | 'corrections'>, store: ArchiveStore): Promise<RehearsedDocument> {
  const document = await store.documents.get(id)
  if (document === undefined) throw new ProblemError('internal', 'A rehearsed document is missing.')
  const bodies = new Map((await store.articles.getMany(document.articles.map((article) => article.id))).map((article) => [article.id, article]))
  const articles = document.articles.flatMap((listed) => {
    const whole = bodies.get(listed.id)
    return whole === undefined ? [] : [{ ...whole, ...listed, relation: listed.relation }]
  })
  return { ...document, articles, ...(detail && { reading: detail }), ...(corrections && { corrections }) }
}
