// Which words does a page show, and in what markup? One pass over the tags, linear in the page's length:
// it gives the visible blocks, the machine-readable head, and a small clean copy for the story finder.
import { Parser } from 'htmlparser2'
import type { BlockKind } from '../../domain/page.ts'
import { emptyHead, noteTime, type PageHead, readHeadTag } from './head.ts'
import { kindWithin } from './kinds.ts'
import { isAuthorMark, regionOf, type Region } from './regions.ts'

/** A visible block. `id` is its number, which the clean copy carries as `data-b` on each run of its words. */
export interface SeenBlock {
  readonly id: number
  text: string
  readonly kind: BlockKind
  readonly level?: number
  /** Regions that it stands in, outermost first. */
  readonly regions: readonly Region[]
  /** Characters that are links. */
  linked: number
  /** Words inside marks of an author (`rel="author"`, class names, links to an author's page). */
  signed: string
}

export interface Sieved {
  readonly blocks: readonly SeenBlock[]
  readonly head: PageHead
  /** Clean markup without scripts, styles, entities; within the caps below. */
  readonly markup: string
}

// The story finder's time grows faster than these; a page of news has fewer than 6,000 elements and runs of words at a depth below 60.
const MAX_ELEMENTS = 12_000
const MAX_DEPTH = 120
const MAX_ATTRIBUTE = 512
// The parser keeps its open tags in a list that it searches: past this depth its time is quadratic.
const MAX_OPEN = 3_000
const CHUNK = 8_192
const MAX_REGIONS = 12
const MAX_SIGNED = 300

const DROPPED = new Set('script style noscript svg iframe object embed canvas template video audio math applet map datalist head'.split(' '))
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn del em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img input picture source nobr amp-img'.split(' '),
)
const KEPT_ATTRIBUTES = new Set(['class', 'id', 'itemprop', 'itemtype', 'property', 'role', 'rel', 'href'])

interface Frame {
  readonly name: string
  readonly inRegion: boolean
  readonly dropped: boolean
  readonly emitted: boolean
  readonly signed: boolean
}

/** `keepHidden` reads elements that the page hides by attribute as well. */
export function sieve(html: string, keepHidden: boolean): Sieved {
  const state = new Sieve(keepHidden)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => state.open(name, attributes),
      ontext: (text) => state.words(text),
      onclosetag: () => state.close(),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  let at = 0
  while (at < html.length && state.depth() <= MAX_OPEN) {
    parser.write(html.slice(at, at + CHUNK))
    at += CHUNK
  }
  if (at < html.length) state.plain(html.slice(at))
  else parser.end()
  return state.result()
}

class Sieve {
  readonly #keepHidden: boolean
  readonly #frames: Frame[] = []
  readonly #blocks: SeenBlock[] = []
  readonly #markup: string[] = []
  readonly #head = emptyHead()
  readonly #regions: Region[] = []
  #current: SeenBlock | undefined
  #dropping = 0
  #linking = 0
  #signing = 0
  #elements = 0
  #emittedDepth = 0
  #spaced = false
  #runOf = -1
  #runAt = -1
  #titling = false
  #inHead = false

  constructor(keepHidden: boolean) {
    this.#keepHidden = keepHidden
  }

  depth(): number {
    return this.#frames.length
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    readHeadTag(this.#head, name, attributes)
    if (name === 'head') this.#inHead = true
    if (name === 'body') this.#inHead = false
    if (name === 'title' && this.#inHead) this.#titling = true
    const dropped = this.#dropping > 0 || (DROPPED.has(name) && name !== 'head') || this.#isHidden(name, attributes)
    if (dropped) this.#dropping += 1
    if (!dropped) this.#breakAt(name)
    if (name === 'a') this.#linking += 1
    const emitted = !dropped && this.#emit(name, attributes)
    const region = dropped ? undefined : regionOf(name, attributes)
    if (region !== undefined) this.#regions.push(region)
    const signed = !dropped && isAuthorMark(name, attributes)
    if (signed) this.#signing += 1
    if (name === 'time') noteTime(this.#head, attributes, this.#blocks.length)
    this.#frames.push({ name, inRegion: region !== undefined, dropped, emitted, signed })
  }

  words(text: string): void {
    if (this.#head.collecting) this.#head.collect(text)
    if (this.#titling) {
      if (this.#head.title.length < 1_000) this.#head.title += text
      return
    }
    if (this.#dropping > 0 || this.#inHead) return
    const inPre = this.#nearest('pre')
    if (inPre && text.includes('\n')) {
      for (const line of text.split('\n')) {
        this.#add(line)
        this.#current = undefined
      }
    } else this.#add(text)
  }

  close(): void {
    const frame = this.#frames.pop()
    if (frame === undefined) return
    if (frame.name === 'script') this.#head.endScript()
    if (frame.name === 'title') this.#titling = false
    if (frame.name === 'head') this.#inHead = false
    if (frame.name === 'a') this.#linking -= 1
    if (frame.inRegion) this.#regions.pop()
    if (frame.signed) this.#signing -= 1
    if (frame.dropped) this.#dropping -= 1
    else this.#breakAt(frame.name)
    if (frame.emitted) {
      this.#emittedDepth -= 1
      this.#markup.push(`</${frame.name}>`)
    }
  }

  /** The rest of a page whose markup is too deep to be followed: its words, tags taken out. */
  plain(rest: string): void {
    this.#dropping = 0
    this.#current = undefined
    for (const line of rest.replace(/<[^<>]*>?/g, '\n').split('\n')) {
      this.#add(line)
      this.#current = undefined
    }
  }

  result(): Sieved {
    for (const block of this.#blocks) block.text = block.text.trim()
    return { blocks: this.#blocks, head: this.#head, markup: this.#markup.join('') }
  }

  #isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#keepHidden || name === 'body' || name === 'html') return false
    if (attributes['hidden'] !== undefined) return true
    const style = attributes['style']
    return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, MAX_ATTRIBUTE))
  }

  #emit(name: string, attributes: Readonly<Record<string, string>>): boolean {
    this.#elements += 1
    if (this.#elements > MAX_ELEMENTS || this.#emittedDepth >= MAX_DEPTH || !/^[a-z][a-z0-9-]*$/.test(name)) return false
    if (name === 'br' || name === 'hr' || name === 'img') {
      this.#markup.push(`<${name}>`)
      return false
    }
    if (name === 'input' || name === 'meta' || name === 'link' || name === 'source' || name === 'wbr') return false
    const kept = Object.entries(attributes).filter(([key]) => KEPT_ATTRIBUTES.has(key))
    const written = kept.map(([key, value]) => ` ${key}="${plainWords(value.slice(0, MAX_ATTRIBUTE)).replaceAll('"', "'")}"`)
    this.#markup.push(`<${name}${written.join('')}>`)
    this.#emittedDepth += 1
    return true
  }

  #breakAt(name: string): void {
    if (INLINE.has(name)) return
    if (name === 'td' || name === 'th') {
      if (this.#current?.kind === 'table-row') this.#current.text += '\t'
      else this.#current = undefined
      return
    }
    if (name === 'br' && this.#current?.kind === 'heading') this.#current.text += ' '
    else this.#current = undefined
  }

  #add(text: string): void {
    const folded = text.replace(/\s+/g, ' ')
    if (this.#current === undefined) {
      if (folded === ' ' || folded === '') return
      this.#current = this.#begin()
    }
    const block = this.#current
    // The text is never looked at while it grows: a million entities come in as a million pieces.
    const joined = folded.startsWith(' ') && (block.text === '' || this.#spaced) ? folded.slice(1) : folded
    if (joined === '') return
    block.text += joined
    this.#spaced = joined.endsWith(' ')
    if (this.#linking > 0) block.linked += joined.length
    if (this.#signing > 0 && block.signed.length < MAX_SIGNED) block.signed += joined
    if (this.#elements > MAX_ELEMENTS) return
    if (this.#runOf === block.id && this.#runAt === this.#markup.length) this.#markup[this.#markup.length - 2] += plainWords(joined)
    else this.#openRun(block.id, plainWords(joined))
  }

  /** One run of words in the clean copy; further pieces of it are added to its second part. */
  #openRun(id: number, words: string): void {
    this.#elements += 1
    this.#markup.push(`<span data-b="${id}">`, words, '</span>')
    this.#runOf = id
    this.#runAt = this.#markup.length
  }

  #begin(): SeenBlock {
    const regions = this.#regions.slice(-MAX_REGIONS)
    const { kind, level } = kindWithin(this.#frames.slice(-11).map((frame) => frame.name))
    const block: SeenBlock = { id: this.#blocks.length, text: '', kind, regions, linked: 0, signed: '', ...(level === undefined ? {} : { level }) }
    this.#blocks.push(block)
    return block
  }

  #nearest(name: string): boolean {
    return this.#frames.slice(-6).some((frame) => frame.name === name)
  }
}

// No entities in the clean copy: a page of a million of them is then read once, not twice.
function plainWords(text: string): string {
  return text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›')
}
