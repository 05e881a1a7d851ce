// Which words of a text were meant by the question, and what is the best stretch to show? Own work and linear:
// FTS5's snippet() is quadratic in the hits of a row.
import { MARK_BEGIN, MARK_END } from '../domain/text.ts'
import type { EngineRecord, MarkedFields, SearchableField } from './port.ts'
import { stem } from './stemming.ts'
import { stretchOf } from './stretch.ts'
import type { Token } from './tokens.ts'
import { tokens, withoutAccents } from './tokens.ts'
import type { Understanding } from './understanding.ts'

/** What to mark: stems standing alone, and rows of stems or of words. */
export interface Marking {
  readonly stems: ReadonlyMap<string, number>
  readonly rows: readonly { readonly of: readonly string[]; readonly stemmed: boolean }[]
  /** First letters of all these: a word that begins otherwise is not looked at, for a stem begins as its word does. */
  readonly initials: ReadonlySet<number>
}

export function markingOf(asked: Understanding): Marking {
  const stems = new Map<string, number>()
  const rows: { of: readonly string[]; stemmed: boolean }[] = asked.phrases.map((of) => ({ of, stemmed: false }))
  const phrased = new Set(asked.phrases.flat())
  asked.groups.forEach((group, at) => {
    for (const chain of [...group.chains, ...group.parts]) {
      if (chain.length > 1) rows.push({ of: chain, stemmed: true })
      else if (!phrased.has(chain[0] ?? '')) stems.set(chain[0] ?? '', at)
    }
  })
  for (const one of asked.beginnings) stems.set(one, asked.groups.length)
  const initials = new Set([...stems.keys(), ...rows.flatMap((row) => row.of)].map((word) => word.charCodeAt(0)))
  return { stems, rows, initials }
}

/** The whole text with marks. */
export function highlighted(text: string, marking: Marking, language: string): string {
  return marked(text, hitsIn(text, tokens(text, marking.initials), marking, language), 0, text.length)
}

/** Whole fields with marks; those without text are left out. */
export function markedFields(record: Pick<EngineRecord, SearchableField>, fields: readonly SearchableField[], marking: Marking, language: string): MarkedFields {
  const entries = fields.flatMap((field) => {
    const value = record[field]
    if (value === null || value.length === 0) return []
    return [[field, typeof value === 'string' ? highlighted(value, marking, language) : value.map((one) => highlighted(one, marking, language))] as const]
  })
  return Object.fromEntries(entries)
}

/** The stretch of about `words` words that holds most of what was asked, with marks; its beginning where nothing is found; nothing where no words are wanted. */
export function snippetOf(text: string, marking: Marking, language: string, words: number): string {
  if (words <= 0) return ''
  const { begin, end } = stretchOf(text, marking, language, words)
  const part = text.slice(begin, end)
  const all = tokens(part, marking.initials)
  if (all.length === 0) return text.slice(0, SHOWN_WITHOUT_WORDS)
  const hits = hitsIn(part, all, marking, language)
  const first = bestWindow(hits, words)
  const from = Math.max(0, Math.min(first, all.length - words))
  const to = Math.min(all.length, from + Math.max(1, words))
  const [shownFrom, shownTo] = [from === 0 ? 0 : (all[from]?.begin ?? 0), to === all.length ? part.length : sentenceMark(part, all[to - 1]?.end ?? part.length, all[to]?.begin ?? part.length)]
  const shown = marked(part, hits, shownFrom, shownTo).replace(/\s+/g, ' ').trim()
  return `${begin + shownFrom > 0 ? '… ' : ''}${shown}${end - part.length + shownTo < text.length ? ' …' : ''}`
}

const SHOWN_WITHOUT_WORDS = 200

interface Hit {
  readonly begin: number
  readonly end: number
  /** Number of its token. */
  readonly at: number
  /** Which word of the question. */
  readonly of: number
}

function hitsIn(text: string, all: readonly Token[], marking: Marking, language: string): readonly Hit[] {
  const hits: Hit[] = []
  const stems = all.map((token) => (token.word === '' ? '' : stem(token.word, language)))
  const plain = marking.rows.some((row) => !row.stemmed) ? all.map((token) => withoutAccents(token.word)) : stems
  const rowsByFirst = rowsOf(marking)
  let marked = -1
  for (let at = 0; at < all.length; at += 1) {
    const row = rowAt(rowsByFirst, stems, plain, at)
    const group = marking.stems.get(stems[at] ?? '')
    const last = row === undefined ? at : at + row.length - 1
    if (row === undefined && group === undefined) continue
    for (let one = Math.max(at, marked + 1); one <= last; one += 1) {
      const token = all[one]
      if (token !== undefined) hits.push({ begin: token.begin, end: token.end, at: one, of: row === undefined ? (group ?? 0) : -1 - row.number })
    }
    marked = Math.max(marked, last)
  }
  return joined(text, hits)
}

type RowsByFirst = ReadonlyMap<string, readonly { readonly of: readonly string[]; readonly stemmed: boolean; readonly number: number }[]>

function rowsOf(marking: Marking): RowsByFirst {
  const byFirst = new Map<string, { of: readonly string[]; stemmed: boolean; number: number }[]>()
  marking.rows.forEach((row, number) => {
    const key = `${row.stemmed ? 's' : 'w'}${row.of[0] ?? ''}`
    const others = byFirst.get(key)
    if (others === undefined) byFirst.set(key, [{ ...row, number }])
    else others.push({ ...row, number })
  })
  return byFirst
}

function rowAt(rows: RowsByFirst, stems: readonly string[], plain: readonly string[], at: number): { readonly length: number; readonly number: number } | undefined {
  if (rows.size === 0) return undefined
  let longest: { length: number; number: number } | undefined
  for (const row of [...(rows.get(`w${plain[at] ?? ''}`) ?? []), ...(rows.get(`s${stems[at] ?? ''}`) ?? [])]) {
    const stream = row.stemmed ? stems : plain
    if (row.of.every((word, step) => stream[at + step] === word) && row.of.length > (longest?.length ?? 0)) longest = { length: row.of.length, number: row.number }
  }
  return longest
}

/** Characters of one word in scripts without spaces, and parts of a hyphenated word, get one mark. */
function joined(text: string, hits: readonly Hit[]): readonly Hit[] {
  const merged: Hit[] = []
  for (const hit of hits) {
    const last = merged.at(-1)
    if (last !== undefined && last.of === hit.of && hit.of < 0 && !/\s/.test(text.slice(last.end, hit.begin))) merged[merged.length - 1] = { ...last, end: hit.end }
    else merged.push(hit)
  }
  return merged
}

/** The token at which the best window begins: most different words of the question, then most hits, then the earliest. */
function bestWindow(hits: readonly Hit[], words: number): number {
  let best = { value: -1, from: 0 }
  const counts = new Map<number, number>()
  let left = 0
  hits.forEach((hit, right) => {
    counts.set(hit.of, (counts.get(hit.of) ?? 0) + 1)
    while ((hits[left]?.at ?? 0) < hit.at - words + 1 + LEAD) {
      const gone = hits[left]?.of ?? 0
      const rest = (counts.get(gone) ?? 0) - 1
      if (rest <= 0) counts.delete(gone)
      else counts.set(gone, rest)
      left += 1
    }
    const value = counts.size * 100 + Math.min(99, right - left + 1)
    if (value > best.value) best = { value, from: Math.max(0, (hits[left]?.at ?? 0) - LEAD) }
  })
  return best.from
}

/** Words shown before the first hit. */
const LEAD = 4

function sentenceMark(text: string, from: number, limit: number): number {
  const mark = /^[.!?…,;:"'”’)\]]+/u.exec(text.slice(from, Math.min(limit, from + 4)))
  return from + (mark?.[0].length ?? 0)
}

function marked(text: string, hits: readonly Hit[], begin: number, end: number): string {
  const pieces: string[] = []
  let at = begin
  for (const hit of hits) {
    if (hit.begin < begin || hit.end > end) continue
    pieces.push(text.slice(at, hit.begin), MARK_BEGIN, text.slice(hit.begin, hit.end), MARK_END)
    at = hit.end
  }
  pieces.push(text.slice(at, end))
  return pieces.join('')
}
