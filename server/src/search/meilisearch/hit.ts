// How does an article look as one of Meilisearch's hits? The article itself, its times in seconds too, and, where asked,
// a formatted copy, the places of the hits, and a score between 0 and 1.
import type { Article } from '../../domain/article.ts'
import type { EngineHit } from '../../engine/port.ts'
import { cropped, plain, positions, tagged } from './formatting.ts'
import type { MeilisearchRequest } from './query.ts'

export type MeilisearchHit = Readonly<Record<string, unknown>>

export function hitOf(article: Article, found: EngineHit, request: MeilisearchRequest): MeilisearchHit {
  const document = documentOf(article)
  const shown = picked(document, request.attributesToRetrieve)
  return {
    ...shown,
    ...(request.attributesToHighlight.length + request.attributesToCrop.length === 0 ? {} : { _formatted: formatted(document, found, request) }),
    ...(request.showMatchesPosition ? { _matchesPosition: placesOf(found) } : {}),
    ...(request.showRankingScore ? { _rankingScore: rankingScore(found.score) } : {}),
  }
}

/** All that is known of an article, with its times as seconds. */
export function documentOf(article: Article): Readonly<Record<string, unknown>> {
  return { ...article, publishedAtUnix: seconds(article.publishedAt), createdAtUnix: seconds(article.createdAt) }
}

/** Ours has no upper end; the order stays. */
export function rankingScore(score: number): number {
  return score <= 0 ? 0 : score / (score + HALF)
}

/** The score that becomes one half. */
const HALF = 5

function seconds(time: string | undefined): number | null {
  const milliseconds = Date.parse(time ?? '')
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

function picked(document: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return names.includes('*') ? document : Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)))
}

/** Everything that is retrieved, highlighted or cropped, with numbers as text, as Meilisearch formats. */
function formatted(document: Readonly<Record<string, unknown>>, found: EngineHit, request: MeilisearchRequest): Readonly<Record<string, unknown>> {
  const highlighted = (name: string): boolean => request.attributesToHighlight.includes('*') || request.attributesToHighlight.includes(name)
  const lengths = new Map(request.attributesToCrop.map((entry) => cropOf(entry, request.cropLength)))
  const names = Object.keys(document).filter((name) => request.attributesToRetrieve.includes('*') || request.attributesToRetrieve.includes(name) || highlighted(name) || lengths.has(name) || lengths.has('*'))
  const tags = { pre: request.highlightPreTag, post: request.highlightPostTag }
  const format = (name: string, marked: string): string => {
    const length = lengths.get(name) ?? lengths.get('*')
    const cut = length === undefined ? marked : cropped(marked, length, request.cropMarker)
    return highlighted(name) ? tagged(cut, tags) : plain(cut)
  }
  return Object.fromEntries(names.map((name) => [name, formattedValue(found.marked?.[name as keyof typeof found.marked] ?? document[name], (text) => format(name, text))]))
}

function formattedValue(value: unknown, format: (text: string) => string): unknown {
  if (typeof value === 'string') return format(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => formattedValue(item, format))
  return value
}

/** `body:20`: a field with a length of its own. */
function cropOf(entry: string, usual: number): readonly [string, number] {
  const [, name, length] = /^(.*):(\d+)$/.exec(entry) ?? []
  return name === undefined ? [entry, usual] : [name, Number(length)]
}

function placesOf(found: EngineHit): Readonly<Record<string, unknown>> {
  const places = Object.entries(found.marked ?? {}).map(([name, marked]) => {
    const texts = [marked].flat() as readonly string[]
    return [name, texts.flatMap((text, index) => positions(text).map((place) => (Array.isArray(marked) ? { ...place, indices: [index] } : place)))] as const
  })
  return Object.fromEntries(places.filter(([, found_]) => found_.length > 0))
}
