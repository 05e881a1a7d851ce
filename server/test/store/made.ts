// What do the store's tests put in? Small invented values; each word of a text is a print, so that a test can say what is shared.
import type { PlannedCluster } from '../../src/domain/cluster.ts'
import type { Match, Relation } from '../../src/domain/match.ts'
import type { ReadArticle } from '../../src/domain/reading.ts'
import type { Actor } from '../../src/domain/role.ts'
import type { ArchiveStore, NewDocument } from '../../src/store/port.ts'

export const NOW = '2026-03-01T12:00:00.000Z'
export const LATER = '2026-03-01T13:00:00.000Z'
export const CURATOR: Actor = { kind: 'user', id: '7', name: 'Cora Curator', role: 'curator' }

/** The stores under test are opened with this clock. */
export const clock = () => new Date(NOW)

let files = 0

export function newDocument(given: Partial<NewDocument> = {}): NewDocument {
  files++
  const made = { upload: 'upload-1', name: `file-${files}.txt`, depth: 0, size: 10, sha256: `bytes-${files}`, note: { tags: [] }, receivedAt: NOW }
  return { ...made, ...given }
}

export function readArticle(text: string, given: Partial<ReadArticle['draft']> & { version?: number } = {}): ReadArticle {
  const { version = 1, ...draft } = given
  const words = text.split(' ')
  const prints = Int32Array.from(new Set(words.map(printOf))).sort()
  return {
    draft: {
      span: { begin: 0, end: text.length },
      headline: `On ${words[0]}`,
      byline: ['Ada Invented'],
      language: 'en',
      body: text,
      bodySpans: [{ begin: 0, end: text.length }],
      headingSpans: [],
      wordCount: words.length,
      completeness: 'complete',
      grounds: [],
      issues: [],
      ...draft,
    },
    fingerprint: { version, shingles: [prints, prints.slice(0, 1)], names: prints.slice(0, 2), contentHash: `hash of ${text}`, tokenCount: words.length },
  }
}

export function printOf(word: string): number {
  return [...word].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, 0x9e3779b9 | 0)
}

/** A document with these texts as its articles; the ids of the articles. */
export async function withArticles(store: ArchiveStore, ...texts: string[]): Promise<readonly string[]> {
  const [document] = await store.documents.receive([newDocument()], CURATOR)
  return store.articles.add(must(document).id, texts.map((text) => readArticle(text)), NOW)
}

export function match(left: string, right: string, relation: Relation = 'near-duplicate', given: Partial<Match> = {}): Match {
  return {
    left,
    right,
    relation,
    resemblance: 0.8,
    containment: { left: 0.9, right: 0.7 },
    passages: [{ left: { begin: 0, end: 4 }, right: { begin: 5, end: 9 } }],
    substitutions: [{ from: 'power', to: 'energy', count: 2 }],
    reasons: [{ code: 'aligned', message: 'Most of it is aligned.' }],
    decidedBy: 'rule',
    matchVersion: 'm1',
    confidence: 0.75,
    matchedWords: 40,
    direction: 'left-from-right',
    ...given,
  }
}

export function planned(memberIds: readonly string[], given: Partial<PlannedCluster> = {}): PlannedCluster {
  return { principalId: must(memberIds[0]), principalBy: 'rule', memberIds, reviewed: false, joined: [], left: [], later: false, disputes: [], ...given }
}

/** Two articles in one cluster led by the first; its id. */
export async function joined(store: ArchiveStore, ids: readonly string[]): Promise<string> {
  const [lead, ...rest] = ids
  await store.matches.put(rest.map((id) => match(id, must(lead))))
  const home = must(await store.articles.get(must(lead))).clusterId
  await store.clusters.apply([planned(ids, { id: home })], NOW)
  return home
}

export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('The test expected a value here.')
  return value
}

export async function problemOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no problem',
    (error: unknown) => (error as { problem?: { code: string } }).problem?.code ?? String(error),
  )
}
