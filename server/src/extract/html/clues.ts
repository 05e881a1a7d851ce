// Which of a page's machine-readable statements are about the article? JSON-LD first, then meta tags, then what <title> says.
import { lineKey } from '../../domain/line.ts'
import type { Clue } from '../../domain/page.ts'
import type { PageHead } from './head.ts'
import { readJsonLd, type StatedArticle } from './jsonld.ts'

/** `visible` finds out whether a line stands on the page: a stated headline that does is trusted more. */
export function cluesOf(head: PageHead, visibleHeadings: readonly string[]): readonly Clue[] {
  const stated = readJsonLd(head.scripts)
  const clues: Clue[] = []
  const add = (field: Clue['field'], value: string | undefined): void => {
    const words = value?.replace(/\s+/g, ' ').trim()
    if (words !== undefined && words !== '') clues.push({ field, value: words.slice(0, 2_000), source: 'markup' })
  }
  const site = meta(head, 'og:site_name') ?? stated.publisher
  add('headline', headline(head, stated, site, visibleHeadings))
  for (const name of authors(head, stated, site)) add('byline', name)
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

function headline(head: PageHead, stated: StatedArticle, site: string | undefined, visible: readonly string[]): string | undefined {
  const offered = [stated.headline, meta(head, 'og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'citation_title', 'title'), head.title]
  const plain = offered.flatMap((title) => (title === undefined || title.trim() === '' ? [] : [withoutSite(title.replace(/\s+/g, ' ').trim(), site, visible)]))
  const seen = visible.find((line) => plain.some((title) => alike(line, title)))
  return seen ?? (visible.length === 1 ? visible[0] : undefined) ?? plain[0] ?? visible[0]
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
  const exact = visible.find((line) => parts.some((part) => lineKey(part) === lineKey(line)) || lineKey(line) === lineKey(title))
  if (exact !== undefined) return exact
  const first = parts[0] ?? title
  const last = parts.at(-1) ?? ''
  if (site !== undefined && lineKey(last) === lineKey(site)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»:‐-]+$/, '')
  if (site !== undefined && lineKey(first) === lineKey(site)) return title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—·•»:‐-]+/, '')
  return title.includes('|') && first.split(' ').length >= 3 ? (title.split('|')[0] ?? title).trim() : title
}

function authors(head: PageHead, stated: StatedArticle, site: string | undefined): readonly string[] {
  const said = stated.authors.length > 0 ? stated.authors : [meta(head, 'parsely-author', 'sailthru.author', 'author', 'article:author', 'byl', 'dc.creator', 'citation_author', 'twitter:data1') ?? '']
  return said.filter((name) => name !== '' && !/^https?:|^\/|@/.test(name) && !/^(?:admin|administrator|editor|staff|guest|author|webmaster|\d+ min(?:ute)?s?.*)$/i.test(name) && (site === undefined || lineKey(name) !== lineKey(site)))
}

function publishedAt(head: PageHead, stated: StatedArticle): string | undefined {
  return (
    stated.publishedAt ??
    meta(head, 'article:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'citation_publication_date', 'article.published', 'cxenseparse:recs:publishtime') ??
    (head.times.length > 0 ? head.times[0] : undefined)
  )
}

function httpAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) && value.length < 2_000 ? value : undefined
}
