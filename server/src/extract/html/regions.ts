// What does the markup around a block say of it? Tags, roles and class names are the page's own word for its furniture.
import type { FurnitureReason } from '../../domain/document.ts'

/** How far a region's name can be trusted: `sure` cuts a block even where the story finder kept it. */
export interface Region {
  readonly reason: FurnitureReason
  readonly sure: boolean
}

interface NamedRegion extends Region {
  readonly name: RegExp
}

const TAGS: Readonly<Record<string, Region>> = {
  nav: { reason: 'navigation', sure: true },
  menu: { reason: 'navigation', sure: true },
  footer: { reason: 'boilerplate', sure: false },
  aside: { reason: 'related-links', sure: false },
  header: { reason: 'masthead', sure: false },
  button: { reason: 'navigation', sure: true },
  select: { reason: 'navigation', sure: true },
  textarea: { reason: 'navigation', sure: true },
  form: { reason: 'promotion', sure: false },
  dialog: { reason: 'promotion', sure: true },
  figcaption: { reason: 'caption', sure: true },
}

const ROLES: Readonly<Record<string, Region>> = {
  navigation: { reason: 'navigation', sure: true },
  menu: { reason: 'navigation', sure: true },
  menubar: { reason: 'navigation', sure: true },
  search: { reason: 'navigation', sure: true },
  banner: { reason: 'masthead', sure: false },
  contentinfo: { reason: 'boilerplate', sure: true },
  complementary: { reason: 'related-links', sure: false },
  dialog: { reason: 'promotion', sure: true },
  alertdialog: { reason: 'promotion', sure: true },
}

// Class and id names, split at word borders of any spelling (`relatedPosts`, `related-posts`, `related_posts`).
const NAMES: readonly NamedRegion[] = [
  { name: /\b(?:cookies?|consent|gdpr)\b/, reason: 'cookie-notice', sure: true },
  { name: /\b(?:comments?|disqus|respond|comment list)\b/, reason: 'comments', sure: true },
  { name: /\b(?:breadcrumbs?|pagination|pager|skip link|site nav|main menu|nav menu|navbar|post navigation|toc|table of contents)\b/, reason: 'navigation', sure: true },
  { name: /\b(?:share|sharing|sharedaddy|social|addtoany|addthis|socials)\b/, reason: 'sharing', sure: true },
  { name: /\b(?:related|recommend(?:ed|ations?)?|read next|more stories|also like|trending|most (?:read|popular)|popular posts|up next|read more|next post|prev post|you may)\b/, reason: 'related-links', sure: true },
  { name: /\b(?:newsletter|subscribe|subscription|sign ?up|signup|optin|opt in|mailing list|promo|cta|call to action|popup|modal|paywall)\b/, reason: 'promotion', sure: true },
  { name: /\b(?:ad|ads|advert|advertisement|advertising|adslot|sponsor(?:ed)?|outbrain|taboola|dfp)\b/, reason: 'advertisement', sure: true },
  { name: /\b(?:author (?:bio|box|info|card|about|description)|about (?:the )?author|bio|post author box)\b/, reason: 'author-note', sure: true },
  { name: /\b(?:caption|credit|wp caption text|image credit)\b/, reason: 'caption', sure: true },
  { name: /\b(?:copyright|colophon)\b/, reason: 'copyright', sure: true },
  { name: /\b(?:sidebar|widget|widget area|rail)\b/, reason: 'related-links', sure: false },
  { name: /\b(?:footer|site footer|page footer)\b/, reason: 'boilerplate', sure: false },
  { name: /\b(?:tags?|tag list|categories|post tags|entry tags|topics)\b/, reason: 'navigation', sure: false },
  { name: /\b(?:menu|nav|navigation)\b/, reason: 'navigation', sure: false },
]

// Wrappers that carry such a word for another reason: a theme's name on <body>, a template's on <main>.
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])

/** The region that an element opens, if it names one: an object of its own for each element, so that callers can tell two apart.
 * Class names past 400 characters are not read. */
export function regionOf(tag: string, attributes: Readonly<Record<string, string>>): Region | undefined {
  if (WHOLE_PAGE.has(tag)) return undefined
  const role = attributes['role']
  const byRole = role === undefined ? undefined : ROLES[role.toLowerCase()]
  const known = byRole ?? TAGS[tag]
  if (known?.sure === true) return { ...known }
  const named = namedRegion(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
  return named ?? (known === undefined ? undefined : { ...known })
}

function namedRegion(names: string): Region | undefined {
  if (names.length < 2) return undefined
  const words = wordsOfNames(names)
  const found = NAMES.find((region) => region.name.test(words))
  return found === undefined ? undefined : { reason: found.reason, sure: found.sure }
}

function wordsOfNames(names: string): string {
  return names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
}

const AUTHOR_NAME = /\b(?:author|authors|byline|by line|bylines|writer|contributor|authored|written by)\b/
const NOT_A_SIGNATURE = /\b(?:bio|biography|about|description|desc|avatar|image|img|social|follow|role|title|comments?|related|wrap|wrapper|page|posts|post by|body|content|section|layout)\b/
const AUTHOR_PAGE = /\/(?:authors?|contributors?|staff|writers?|journalists?|people|producers|profiles?|autor(?:en|es)?|auteurs?|autori|redactie)\/[^/?#]{2,80}\/?(?:[?#].*)?$/i

/** Is this element the page's own mark of who wrote the story? Wrappers and notes on authors are none. */
export function isAuthorMark(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (WHOLE_PAGE.has(tag) || tag === 'meta' || tag === 'link') return false
  if (/\bauthor\b/i.test(`${attributes['rel'] ?? ''} ${attributes['itemprop'] ?? ''}`)) return true
  if (tag === 'a' && AUTHOR_PAGE.test((attributes['href'] ?? '').slice(0, 400))) return true
  const words = wordsOfNames(attributes['class'] ?? '')
  return AUTHOR_NAME.test(words) && !NOT_A_SIGNATURE.test(words)
}
