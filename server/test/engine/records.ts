// What do the engine's tests put in? Invented articles, complete but for what a test says.
import type { EngineQuery, EngineRecord } from '../../src/engine/port.ts'
import { parseQuestion } from '../../src/search/question.ts'

export function record(id: string, headline: string, body: string, more: Partial<EngineRecord> = {}): EngineRecord {
  return {
    id, revision: 1, headline, dek: '', byline: [], body, publisher: null, language: 'en', tags: [], relation: null,
    completeness: 'complete', principal: true, clusterId: `cluster-${id}`, clusterSize: 1, documentId: 'document-1', externalId: null,
    wordCount: body.split(/\s+/).length, publishedAtUnix: null, publishedYear: null, publishedMonth: null, createdAtUnix: 1_700_000_000, ...more,
  }
}

export function question(text: string, more: Partial<EngineQuery> = {}): EngineQuery {
  return {
    ...parseQuestion(text), match: 'any', typos: true, facets: [], sort: [], offset: 0, limit: 20, deadline: 20_000, snippetWords: 20, ...more,
  }
}

/** A made-up town's news of one week. */
export const WEEK: readonly EngineRecord[] = [
  record('a1', 'Ferry to Skerry Island stops for the winter', 'The harbour board said the ferry would stop running in December. Islanders asked for a smaller boat instead.', {
    publisher: 'Tern Gazette', byline: ['Ada Holm'], tags: ['sea', 'transport'], publishedAtUnix: 1_700_100_000, clusterId: 'ferry', clusterSize: 3, wordCount: 300,
  }),
  record('a2', 'Winter ferry dropped', 'The ferry to the island will not run this winter, the board has said. It costs too much.', {
    publisher: 'Morning Buoy', tags: ['sea'], relation: 'abridged', principal: false, publishedAtUnix: 1_700_110_000, clusterId: 'ferry', clusterSize: 3, wordCount: 120,
  }),
  record('a3', 'Ferry ends winter service', 'Harbour board members agreed that the ferry cannot pay for itself between December and March.', {
    publisher: 'Tern Gazette', byline: ['Ada Holm', 'Per Lund'], relation: 'near-duplicate', principal: false, publishedAtUnix: 1_700_120_000, clusterId: 'ferry', clusterSize: 3, wordCount: 180, completeness: 'incomplete',
  }),
  record('a4', 'Bakery prize goes to the old mill', 'A loaf of rye won the prize. The judges were running out of superlatives, and the ovens ran all night.', {
    publisher: 'Morning Buoy', byline: ['Per Lund'], tags: ['food'], publishedAtUnix: 1_700_200_000, wordCount: 90,
  }),
  record('a5', 'The TERN-7 drone and the harbour', 'Engineers flew the TERN-7 over the harbour. "We counted gulls for a week," said Zoë Brückner of the U.N. survey.', {
    publisher: 'Skerry Post', byline: ['Zoë Brückner'], tags: ['sea', 'science'], publishedAtUnix: 1_700_300_000, wordCount: 75, language: 'en',
  }),
  record('a6', 'Möwen über dem Hafen', 'Die Fischer zählten im Winter viele Möwen und wenige Häuser am Kai.', {
    publisher: 'Hafenblatt', language: 'de', publishedAtUnix: 1_700_400_000, wordCount: 12, documentId: 'document-2',
  }),
  record('a7', '港口的冬天', '渡轮在冬天停航，岛上的居民要求一艘小船。', { publisher: null, language: 'zh', wordCount: 19, externalId: 'x-7' }),
]
