// Which of a page's machine-readable statements are about the article? JSON-LD first, then meta tags, then what <title> says.
import { Parser } from 'htmlparser2'
import { lineKey } from '../../domain/line.ts'
import type { Clue } from '../../domain/page.ts'
import type { PageHead } from './head.ts'
import { readJsonLd, type StatedArticle } from './jsonld.ts'

/** `visible` finds out whether a line stands on the page: a stated headline that does is trusted more. */
export function cluesOf(head: PageHead, visibleHeadings: readonly string[]): readonly Clue[] {
  const stated = readJsonLd(head.scripts)
  const clues: Clue[] = []
  const add = (field: Clue['field'], value: string | undefined): void => {
    const words = value === undefined ? undefined : decodeEntities(value).replace(/\s+/g, ' ').trim()
    if (words !== undefined && words !== '') clues.push({ field, value: words.slice(0, 2_000), source: 'markup' })
  }
  const site = meta(head, 'og:site_name') ?? stated.publisher
  add('headline', headline(head, stated, site, visibleHeadings))
  for (const name of authors(head, stated)) add('byline', name)
  add('publisher', site ?? meta(head, 'application-name', 'publisher', 'dc.publisher', 'citation_journal_title'))
  add('publishedAt', publishedAt(head, stated))
  add('language', head.language ?? meta(head, 'og:locale', 'language', 'content-language', 'dc.language') ?? stated.language)
  add('url', httpAddress(head.canonical) ?? httpAddress(meta(head, 'og:url')) ?? httpAddress(stated.url))
  return clues
}

function meta(head: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = head.metas.get(name)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

function headline(head: PageHead, stated: StatedArticle, site: string | undefined, headings: readonly string[]): string | undefined {
  const offered = [stated.headline, meta(head, 'og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'citation_title', 'title'), head.title]
  // The site's own name stands in a top heading on many pages.
  const visible = headings.filter((line) => site === undefined || lineKey(line) !== lineKey(site))
  const plain = offered.flatMap((title) => (title === undefined || title.trim() === '' ? [] : [withoutSite(decodeEntities(title).replace(/\s+/g, ' ').trim(), site, visible)]))
  const seen = visible.find((line) => plain.some((title) => alike(line, title)))
  const sole = visible.length === 1 && (plain.length === 0 || plain.some((title) => shareWords(visible[0] ?? '', title))) ? visible[0] : undefined
  const shown = seen ?? sole
  return shown === undefined ? (wholeTitle(plain) ?? visible[0]) : beforeBar(shown)
}

const LONGEST_TITLE = 200
const CUT_TITLE = 90

/** The first stated title that is none of the site's descriptions; where it was cut at a length, the one that goes on. */
function wholeTitle(titles: readonly string[]): string | undefined {
  const first = titles.find((title) => title.length <= LONGEST_TITLE) ?? titles[0]
  if (first === undefined || first.length < CUT_TITLE) return first
  return titles.find((title) => title.length > first.length && lineKey(title).startsWith(lineKey(first))) ?? first
}

/** `Headline | Opinion` is the headline and its section. */
function beforeBar(line: string): string {
  const first = line.split(/\s\|\s/, 1)[0] ?? line
  return first.split(' ').length >= 4 ? first : line
}

/** Half of the shorter one's words: a page's only top heading may be the site's name, or a section's. */
function shareWords(left: string, right: string): boolean {
  const words = new Set(lineKey(left).split(' '))
  const others = new Set(lineKey(right).split(' '))
  const shared = [...words].filter((word) => others.has(word)).length
  return shared * 2 >= Math.min(words.size, others.size)
}

function alike(line: string, title: string): boolean {
  const left = lineKey(line)
  const right = lineKey(title)
  if (left === '' || right === '') return false
  return left === right || (left.length > 15 && right.startsWith(left)) || (right.length > 15 && left.startsWith(right))
}

/** A title without the site's name behind a bar or a dash, or before one. */
function withoutSite(title: string, site: string | undefined, visible: readonly string[]): string {
  const parts = title.split(/\s+[|–—·•»:]\s+|\s+[-‐]\s+|\s*\|\s*/)
  if (parts.length < 2) return title
  const first = parts[0] ?? title
  const last = parts.at(-1) ?? ''
  const tail = first.split(' ').length > last.split(' ').length ? lineKey(last) : undefined
  const exact = visible.find((line) => lineKey(line) === lineKey(title) || (lineKey(line) !== tail && parts.some((part) => lineKey(part) === lineKey(line))))
  if (exact !== undefined) return exact
  if (site !== undefined && lineKey(last) === lineKey(site)) return withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»:‐-]+$/, ''), site, visible)
  if (site !== undefined && lineKey(first) === lineKey(site)) return title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—·•»:‐-]+/, '')
  return title.includes('|') && first.split(' ').length >= 3 ? (title.split('|')[0] ?? title).trim() : title
}

function authors(head: PageHead, stated: StatedArticle): readonly string[] {
  const said = stated.authors.length > 0 ? stated.authors : [meta(head, 'parsely-author', 'sailthru.author', 'author', 'article:author', 'byl', 'dc.creator', 'citation_author', 'twitter:data1') ?? '']
  return said.map((name) => name.replace(/^[\s,;|]+/, '')).filter((name) => name !== '' && !/^https?:|^\/|@/.test(name) && !isUserName(name))
}

/** `admin`, `j.smith`, `undefined`: a publishing system's word for an account, no byline. */
function isUserName(name: string): boolean {
  return /^(?:admin|administrator|editor|staff|guest|author|webmaster|\d+ min(?:ute)?s?.*)$/i.test(name) || /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name)
}

/** Statements often carry entities twice: `Q&amp;A` in a JSON string. */
function decodeEntities(words: string): string {
  if (!words.includes('&')) return words
  const pieces: string[] = []
  const parser = new Parser({ ontext: (text) => pieces.push(text) }, { decodeEntities: true })
  parser.end(words.slice(0, 5_000).replaceAll('<', '&lt;'))
  return pieces.join('')
}

function publishedAt(head: PageHead, stated: StatedArticle): string | undefined {
  return (
    stated.publishedAt ??
    meta(head, 'article:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'citation_publication_date', 'article.published', 'cxenseparse:recs:publishtime')
  )
}

function httpAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) && value.length < 2_000 ? value : undefined
}
