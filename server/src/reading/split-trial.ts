// What would a rule on cutting change? The newest files of its source are read with it as they would be from then on, and held
// against what stands; nothing is changed. What a person corrected by hand stays as it is under any rule.
import type { Document } from '../domain/document.ts'
import { fitsPattern, samePublisher } from '../domain/furniture-rule.ts'
import type { NewSplitRule } from '../domain/split-rule.ts'
import { newBudget, readWhole, type RehearseParts } from './rehearsal.ts'

export interface SplitTrial {
  /** Files that it fits, of the newest `looked`. */
  readonly files: number
  readonly looked: number
  /** The newest of them, read with it. */
  readonly tried: number
  readonly changed: number
  /** Articles of the files that would be cut otherwise, for reading those again. */
  readonly articleIds: readonly string[]
  readonly samples: readonly { readonly documentId: string; readonly name: string; readonly articles: number; readonly becomes: number; readonly headlines: readonly string[] }[]
}

export type SplitTrialParts = Pick<RehearseParts, 'store' | 'read' | 'discard'> & { readonly blobPath: (sha256: string) => string }

const LOOKED = 2_000
const AT_ONCE = 100
/** Each is read anew in a process of its own. */
const TRIED = 12
const HEADLINES = 5

export async function trySplitRule(given: NewSplitRule, parts: SplitTrialParts): Promise<SplitTrial> {
  const { fitting, looked } = await filesOf(given, parts)
  const samples: SplitTrial['samples'][number][] = []
  const articleIds: string[] = []
  const tried = fitting.slice(0, TRIED)
  for (const document of tried) {
    const { id, name, articles } = document
    const headlines = await headlinesUnder(given, document, parts)
    if (headlines === undefined || headlines.join('\n') === articles.map(({ headline }) => headline).join('\n')) continue
    articleIds.push(...articles.map((article) => article.id))
    samples.push({ documentId: id, name, articles: articles.length, becomes: headlines.length, headlines: headlines.slice(0, HEADLINES) })
  }
  return { files: fitting.length, looked, tried: tried.length, changed: samples.length, articleIds, samples }
}

async function filesOf({ files, publisher }: NewSplitRule, { store }: SplitTrialParts): Promise<{ readonly fitting: readonly Document[]; readonly looked: number }> {
  const fitting: Document[] = []
  let looked = 0
  for (let offset = 0; offset < LOOKED; offset += AT_ONCE) {
    const { data } = await store.documents.list({ filter: { status: 'done' }, sort: { field: 'id', order: 'desc' }, offset, limit: AT_ONCE })
    for (const document of data) {
      looked++
      if (document.duplicateOf !== undefined || document.mediaType === 'application/zip') continue
      if (files !== undefined && !fitsPattern(files, document.name)) continue
      if (publisher === undefined || (await isOf(publisher, document, store))) fitting.push(document)
    }
    if (data.length < AT_ONCE) break
  }
  return { fitting, looked }
}

/** As its sender said, or as its first article does: where only the words of the text do, the rule itself passes it by. */
async function isOf(publisher: string, { id, articles }: Document, store: SplitTrialParts['store']): Promise<boolean> {
  const sender = (await store.documents.received(id))?.note.publisher
  const first = sender === undefined && articles[0] !== undefined ? (await store.articles.heads([articles[0].id]))[0]?.publisher : sender
  return first !== undefined && samePublisher(first, publisher)
}

/** Absent where the file cannot be read any more. */
async function headlinesUnder(given: NewSplitRule, { id }: Document, parts: SplitTrialParts): Promise<readonly string[] | undefined> {
  const received = await parts.store.documents.received(id)
  if (received === undefined || received.sha256 === '') return undefined
  const { name, size, sha256, note, depth } = received
  const correctionsOf = (asked: string) => parts.store.corrections.of(asked)
  const reading = await readWhole({ name, size, sha256, path: parts.blobPath(sha256) }, note, depth, newBudget(), parts, { correctionsOf, splitRules: [{ ...given, id: '', by: '' }] })
  return reading.problem === undefined ? reading.articles.map(({ draft }) => draft.headline) : undefined
}
