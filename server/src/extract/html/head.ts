// What does a page say of itself to machines? Meta tags, JSON-LD, <time>, canonical address and language, as they stand.

export interface PageHead {
  title: string
  language: string | undefined
  canonical: string | undefined
  /** By lower-case name, property or itemprop; the first of each. */
  readonly metas: Map<string, string>
  /** The texts of `application/ld+json` scripts. */
  readonly scripts: string[]
  /** `datetime` of <time>, in order, each with the number of visible blocks before it. */
  readonly times: { readonly moment: string; readonly at: number }[]
  collecting: boolean
  collect(text: string): void
  endScript(): void
}

const MAX_METAS = 500
const MAX_SCRIPT = 1_000_000
const MAX_SCRIPTS = 50
const MAX_TIMES = 50

export function emptyHead(): PageHead {
  let collected: string[] = []
  let size = 0
  return {
    title: '',
    language: undefined,
    canonical: undefined,
    metas: new Map(),
    scripts: [],
    times: [],
    collecting: false,
    collect(text) {
      size += text.length
      if (size <= MAX_SCRIPT) collected.push(text)
    },
    endScript() {
      if (this.collecting && this.scripts.length < MAX_SCRIPTS) this.scripts.push(collected.join(''))
      this.collecting = false
      collected = []
      size = 0
    },
  }
}

/** Notes what one opening tag tells. */
export function readHeadTag(head: PageHead, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'html') head.language ??= attributes['lang'] ?? attributes['xml:lang']
  if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) head.collecting = true
  if (name === 'link' && /canonical/i.test(attributes['rel'] ?? '')) head.canonical ??= attributes['href']
  if (name === 'meta') noteMeta(head, attributes)
}

export function noteTime(head: PageHead, attributes: Readonly<Record<string, string>>, at: number): void {
  const moment = attributes['datetime']
  if (moment !== undefined && moment !== '' && head.times.length < MAX_TIMES) head.times.push({ moment: moment.slice(0, 100), at })
}

function noteMeta(head: PageHead, attributes: Readonly<Record<string, string>>): void {
  const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase()
  const value = attributes['content']?.trim()
  if (key === '' || value === undefined || value === '' || head.metas.size >= MAX_METAS) return
  if (!head.metas.has(key)) head.metas.set(key, value.slice(0, 5_000))
}
