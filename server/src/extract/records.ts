// What does a record say? One article with named fields, as news programs export them: each word of it is the sender's own.
// Names are folded (`published_at`, `publishedAt`, `Published At`), values may be schema.org's objects.
import type { Clue, Page } from '../domain/page.ts'
import { fragmentPage, looksLikeHtml } from './fragment.ts'
import { textPage } from './text.ts'

// The names of schema.org, and those that scrapers, feeds and archives’ interfaces write.
const BODY = [
  'text', 'body', 'articlebody', 'content', 'fulltext', 'bodytext', 'maintext', 'articletext', 'contenttext', 'contenthtml', 'contentencoded', 'content:encoded',
  'cleanedtext', 'plaintext', 'rawtext', 'storytext', 'story', 'texto', 'volltext', 'inhalt', 'contenu', 'contenido', 'testo', 'texte', 'corps', 'cuerpo', 'corpo', 'artikeltext', 'tekst',
]

const CLUES: Readonly<Record<Clue['field'], readonly string[]>> = {
  externalId: ['id', 'externalid', 'uid', 'guid', 'docid', 'articleid'],
  headline: ['title', 'headline', 'webtitle', 'articletitle', 'titel', 'titre', 'titulo', 'título', 'titolo'],
  dek: ['dek', 'description', 'summary', 'standfirst', 'subtitle', 'alternativeheadline', 'trailtext', 'abstract', 'excerpt', 'lead'],
  byline: ['byline', 'author', 'authors', 'bylines', 'creator', 'dccreator', 'dc:creator', 'autor', 'auteur', 'autore'],
  dateline: ['dateline'],
  publisher: ['publisher', 'source', 'outlet', 'newspaper', 'sitename', 'publication', 'sourcename', 'medium', 'hostname', 'sourcedomain', 'domain', 'journal', 'zeitung', 'quelle', 'fuente', 'fonte', 'medio', 'média'],
  publishedAt: ['publishedat', 'date', 'datepublished', 'published', 'publicationdate', 'pubdate', 'publishdate', 'publisheddate', 'datepublish', 'publicationdate', 'webpublicationdate', 'firstpublished', 'seendate', 'datum', 'fecha', 'timestamp'],
  language: ['language', 'lang', 'inlanguage'],
  url: ['url', 'link', 'canonicalurl', 'permalink', 'weburl', 'articleurl', 'sourceurl'],
}
const FIELDS = Object.entries(CLUES) as [Clue['field'], readonly string[]][]

/** The record as a page of exactly one article, or the sentence's end that says why not. */
export function recordPage(record: unknown): Page | { readonly fault: string } {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { fault: 'is not a record with named fields' }
  const fields = unwrapped(record)
  const body = bodyOf(fields)
  if (body === undefined) return { fault: 'has no text: none of its fields is called `text` or `body`' }
  if (body.trim() === '') return { fault: 'has an empty text' }
  const page = looksLikeHtml(body) ? fragmentPage(body) : textPage(body)
  return { ...page, clues: cluesOf(fields, 'record'), wholeArticle: true }
}

/** What named statements say about an article. */
export function recordClues(statements: object, source: Clue['source']): readonly Clue[] {
  return cluesOf(folded(statements), source)
}

/** Does any of these names head a column of texts? */
export function hasBodyColumn(names: readonly string[]): boolean {
  return names.some((name) => BODY.includes(fold(name)))
}

/** Under which search engines and interfaces of archives put what belongs to the article itself. */
const INNER = ['_source', 'fields', 'attributes', 'article', 'document', 'item']

/** The record's own fields, or, where they hold no text, these with those of the object inside. */
function unwrapped(record: object): ReadonlyMap<string, unknown> {
  const own = folded(record)
  if (bodyOf(own) !== undefined) return own
  for (const name of INNER) {
    const inner: unknown = Object.hasOwn(record, name) ? (record as Readonly<Record<string, unknown>>)[name] : undefined
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
    const fields = new Map([...own, ...folded(inner)])
    if (bodyOf(fields) !== undefined) return fields
  }
  return own
}

function folded(record: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries(record)) {
    const key = fold(name)
    if (!fields.has(key)) fields.set(key, value)
  }
  return fields
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '')
}

function bodyOf(fields: ReadonlyMap<string, unknown>): string | undefined {
  for (const name of BODY) {
    const value = fields.get(name)
    if (typeof value === 'string') return value
    const [rendered] = Array.isArray(value) ? [] : words(value, 1)
    if (rendered !== undefined) return rendered
    if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value.join('\n\n')
  }
  return undefined
}

function cluesOf(fields: ReadonlyMap<string, unknown>, source: Clue['source']): readonly Clue[] {
  const clues: Clue[] = []
  for (const [field, names] of FIELDS) {
    for (const name of names) {
      const values = words(fields.get(name), 0)
      for (const value of field === 'byline' ? values : values.slice(0, 1)) clues.push({ field, value, source })
      if (values.length > 0) break
    }
  }
  return clues
}

/** Under which the words of an object stand: a person’s name, a headline, a text with its markup. */
const NAMED = ['name', 'main', 'rendered', 'title']

/** The words of a value: a text, a finite number, a list of these, or of an object what it calls its name. */
function words(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number') return Number.isFinite(value) ? [String(value)] : []
  if (Array.isArray(value)) return depth > 0 ? [] : value.flatMap((one) => words(one, 1))
  if (typeof value !== 'object' || value === null || depth > 1) return []
  const told = NAMED.map((name) => (value as Readonly<Record<string, unknown>>)[name]).find((one) => one !== undefined)
  return told === undefined ? [] : words(told, 2)
}
