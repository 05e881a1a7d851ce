// What does Meilisearch hold of an article? Its fields as they are, and beside them our own reading of its words: streams
// of words and stems for phrases and order, and the set of its stems with their counts, which finds, counts and ranks
// in the same way as the embedded engine. The streams are cut, for the engine reads no further than position 65,535.
import { createHash } from 'node:crypto'
import type { EngineRecord, FilterableField, SearchableField } from '../port.ts'
import { FILTERABLE_FIELDS, SORTABLE_FIELDS } from '../port.ts'
import type { IndexedText } from '../indexed-text.ts'
import { indexedText, WORD_COLUMNS } from '../indexed-text.ts'
import { longValue } from './filter-text.ts'
import { pairOf } from './terms.ts'

/** Raised with every change of what is written; the index is then built anew. */
const FORMAT = 3

/** The cluster's id where it has several members: what folding folds. */
export const FOLD = 'fold'
/** Names the article and its revision, newer ones first in the alphabet; as a facet it is given without reading a document. */
export const KEY = 'key'
/** A word that every article holds: a query without words cannot be merged with one that has some. */
export const EVERYWHERE = 'everywhere'
export const SEVERAL_VALUES: readonly FilterableField[] = ['byline', 'tags']
export const MOST_FACET_VALUES = 10_000

const EQUALITY = { facetSearch: false, filter: { equality: true, comparison: false } }
const COMPARISON = { facetSearch: false, filter: { equality: true, comparison: true } }

export const SETTINGS = {
  searchableAttributes: [...WORD_COLUMNS.map((column) => `stems.${column}`), 'stems.compound', 'words', 'everywhere'],
  filterableAttributes: [
    { attributePatterns: FILTERABLE_FIELDS.filter((field) => field !== 'id'), features: { ...COMPARISON, facetSearch: true } },
    { attributePatterns: ['id', FOLD, KEY, 'terms', 'long'], features: EQUALITY },
    { attributePatterns: ['forms'], features: { ...EQUALITY, facetSearch: true } },
  ],
  // Given back in this order.
  sortableAttributes: [...SORTABLE_FIELDS].sort(),
  // Whatever may be shown is read of every hit; terms and streams are asked for by id.
  displayedAttributes: [...new Set(['id', 'revision', 'fold', 'headline', 'dek', 'byline', 'body', 'publisher', 'language', ...FILTERABLE_FIELDS, ...SORTABLE_FIELDS])].sort(),
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAtUnix:desc', 'createdAtUnix:asc'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 }, disableOnWords: [], disableOnAttributes: [], disableOnNumbers: false },
  // Beginnings are looked up among the forms; every word of a query stands in quotation marks.
  prefixSearch: 'disabled' as const,
  // In order of the alphabet, the values of a few thousand hits are read off the hits and not off all values.
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' as const, [FOLD]: 'alpha' as const, [KEY]: 'alpha' as const } },
  // Only a bound: what is not asked for is not looked at.
  pagination: { maxTotalHits: 1_000_000 },
  // What is usual, said so that a change by hand is seen.
  stopWords: [], nonSeparatorTokens: [], separatorTokens: [], dictionary: [], synonyms: {}, distinctAttribute: null, localizedAttributes: null,
  proximityPrecision: 'byWord' as const, facetSearch: true, searchCutoffMs: null,
}

/** Changes with the settings and with what is written. */
export const FORM = createHash('sha256').update(JSON.stringify([FORMAT, SETTINGS])).digest('hex').slice(0, 16)

export type EngineDocument = ReturnType<typeof documentOf>

export function documentOf(record: EngineRecord) {
  const given = wellFormed(record)
  const text = indexedText(given)
  const counts = countsOf(text)
  return {
    ...given,
    fold: given.clusterSize > 1 ? given.clusterId : null,
    [KEY]: keyOf(given),
    long: longValues(given),
    length: text.length,
    terms: [...counts.keys()],
    counts: [...counts.values()],
    forms: [...text.forms.keys()],
    everywhere: EVERYWHERE,
    words: streams(text.words),
    stems: { ...streams(text.stems), compound: text.stems[WORD_COLUMNS.length] ?? '' },
  }
}

function keyOf({ id, revision, publishedAtUnix }: EngineRecord): string {
  return `${String(END_OF_TIME - (publishedAtUnix ?? 0)).padStart(String(END_OF_TIME).length, '0')}:${revision}:${id}`
}

export function idOfKey(key: string): { readonly id: string; readonly revision: number } {
  const [, revision, ...id] = key.split(':')
  return { id: id.join(':'), revision: Number(revision) }
}

/** Seconds since 1970; so that later ones make smaller keys. */
const END_OF_TIME = 1e12

/** Records of other sources may hold what is no text; one such would fail its whole batch. */
function wellFormed(record: EngineRecord): EngineRecord {
  return JSON.parse(JSON.stringify(record, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))) as EngineRecord
}

function longValues(record: EngineRecord): readonly string[] {
  return FILTERABLE_FIELDS.flatMap((field) => [record[field]].flat().flatMap((value) => (typeof value === 'string' ? (longValue(field, value) ?? []) : [])))
}

/** Weighted occurrences of every stem, stop words too, and of the pairs that stand for words in a row. */
function countsOf(text: IndexedText): ReadonlyMap<string, number> {
  const counts = new Map(text.counts)
  for (const stem of text.forms.values()) if (!counts.has(stem)) counts.set(stem, STOP_WORD)
  for (const stream of text.stems.slice(0, WORD_COLUMNS.length)) {
    const stems = stream.split(' ')
    stems.forEach((stem, at) => {
      const pair = at === 0 ? undefined : pairOf(stems[at - 1] ?? '', stem)
      if (pair !== undefined) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    })
  }
  return counts
}

/** A stop word tells a little where nothing else was asked, and teaches nothing. */
const STOP_WORD = 0.5

/** A body is an object of pieces, each a field of its own to the engine; a piece begins with the last words of the one before. */
function streams(of: readonly string[]) {
  const [headline = '', dek = '', byline = '', body = '', publisher = ''] = of
  return { headline: cut(headline), dek: cut(dek), byline: cut(byline), body: pieces(body), publisher: cut(publisher) }
}

/** The words of each field in a row again. */
export function wholeStreams({ body, ...others }: ReturnType<typeof streams>): Readonly<Record<SearchableField, string>> {
  const [first = '', ...rest] = Object.keys(body).sort((left, right) => Number(left.slice(1)) - Number(right.slice(1))).map((name) => body[name] ?? '')
  return { ...others, body: [first, ...rest.map((piece) => piece.split(' ').slice(OVERLAP).join(' '))].join(' ').trim() }
}

/** Words of one piece: positions end at 65,535. */
const PIECE = 60_000
const OVERLAP = 20

function cut(stream: string): string {
  return stream.length < PIECE ? stream : stream.split(' ').slice(0, PIECE).join(' ')
}

function pieces(stream: string): Readonly<Record<string, string>> {
  if (stream.length < PIECE) return { p0: stream }
  const words = stream.split(' ')
  const made: Record<string, string> = {}
  for (let at = 0, number = 0; at < words.length; at += PIECE - OVERLAP, number += 1) made[`p${number}`] = words.slice(at, at + PIECE).join(' ')
  return made
}
