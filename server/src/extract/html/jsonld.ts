// What does the page's JSON-LD say of the article? One object of it is the article, wherever in a graph it lies.

export interface StatedArticle {
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publishedAt?: string
  readonly publisher?: string
  readonly language?: string
  readonly url?: string
  /** The story's text, where a site gives it to machines. */
  readonly body?: string
  /** False where the site itself says that the text is behind a paywall. */
  readonly free?: boolean
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|Report|LiveBlogPosting|OpinionNewsArticle|SocialMediaPosting|Recipe|HowTo)$/
const MAX_DEPTH = 8
const MAX_NODES = 5_000

/** Broken scripts are left out. Fields are the first that any article object states. */
export function readJsonLd(scripts: readonly string[]): StatedArticle {
  const nodes = scripts.flatMap((script) => flatten(parse(script)))
  const articles = nodes.filter((node) => types(node).some((type) => ARTICLE.test(type)))
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' && 'name' in node ? [[node['@id'], node] as const] : [])))
  const first = <T>(read: (node: Node) => T | undefined): T | undefined => articles.map(read).find((value) => value !== undefined)
  const page = nodes.find((node) => types(node).some((type) => /WebPage$/.test(type)))
  const optional = {
    headline: first((node) => text(node['headline']) ?? text(node['name'])),
    publishedAt: first((node) => text(node['datePublished']) ?? text(node['dateCreated'])) ?? (page === undefined ? undefined : text(page['datePublished'])),
    publisher: first((node) => names(node['publisher'], byId)[0]),
    language: first((node) => text(node['inLanguage'])),
    url: first((node) => text(node['url']) ?? text(node['mainEntityOfPage'])),
    body: first((node) => text(node['articleBody'])),
    free: first((node) => freedom(node['isAccessibleForFree'])),
  }
  return { authors: first((node) => nonEmpty([...names(node['author'], byId), ...names(node['creator'], byId)])) ?? [], ...defined(optional) }
}

type Node = { readonly [key: string]: Json }

function parse(script: string): Json {
  const bare = script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)?/, '').replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)?\s*;?\s*$/, '')
  try {
    return JSON.parse(bare) as Json
  } catch {
    // Raw line ends inside strings are the commonest fault.
    try {
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' ')) as Json
    } catch {
      return null
    }
  }
}

function flatten(root: Json): Node[] {
  const found: Node[] = []
  const waiting: { value: Json; depth: number }[] = [{ value: root, depth: 0 }]
  while (waiting.length > 0 && found.length < MAX_NODES) {
    const { value, depth } = waiting.shift() ?? { value: null, depth: 0 }
    if (depth > MAX_DEPTH || value === null || typeof value !== 'object') continue
    if (Array.isArray(value)) for (const item of value.slice(0, 500)) waiting.push({ value: item as Json, depth: depth + 1 })
    else {
      const node = value as Node
      found.push(node)
      for (const [key, inner] of Object.entries(node)) if (key === '@graph' || key === 'mainEntity' || key === 'mainEntityOfPage' || key === 'author') waiting.push({ value: inner, depth: depth + 1 })
    }
  }
  return found
}

function types(node: Node): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).flatMap((one) => (typeof one === 'string' ? [one] : []))
}

function text(value: Json | undefined): string | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  if (Array.isArray(value)) return text(value[0] as Json)
  return undefined
}

function names(value: Json | undefined, byId: ReadonlyMap<string, Node>): string[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => names(one as Json, byId))
  if (typeof value !== 'object') return []
  const node = value as Node
  const own = text(node['name'])
  if (own !== undefined) return [own]
  const linked = typeof node['@id'] === 'string' ? byId.get(node['@id']) : undefined
  const named = linked === undefined ? undefined : text(linked['name'])
  return named === undefined ? [] : [named]
}

function freedom(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  return typeof value === 'string' ? !/^false$/i.test(value) : undefined
}

function nonEmpty(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
