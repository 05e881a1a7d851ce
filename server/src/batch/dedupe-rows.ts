// What does a worker do for `dedupe`? It reads lines into rows (their texts go to a scratch file, so that memory holds
// fingerprints only) and matches pairs of rows, keeping the texts that it saw last.
import { readSync, writeSync } from 'node:fs'
import type { Comparable } from '../domain/comparable.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import type { Direction, Relation } from '../domain/match.ts'
import { isCopy } from '../domain/match.ts'
import { fingerprint } from '../fingerprint/fingerprint.ts'
import { faultOf, idOf, type Line, type LineProblem, type LineRecord, recordOf, textOf } from './lines.ts'
import { matchTexts, type MatchSide } from '../match/match.ts'
import { comparable } from '../normalise/normalise.ts'

/** Where a row's text stands in the scratch file, in bytes. */
export interface RowText {
  readonly row: number
  readonly at: number
  readonly bytes: number
  readonly note: RowNote
}

/** What a line says of its text besides: helps to tell which was taken from which. */
export interface RowNote {
  readonly headline?: string
  readonly publishedAt?: string
  readonly publisher?: string
  readonly byline?: readonly string[]
}

export interface ReadRow {
  readonly line: number
  readonly id: string | number
  readonly text: string
  readonly note: RowNote
  readonly print: Fingerprint
}

export interface ReadJob {
  readonly kind: 'read'
  readonly lines: readonly Line[]
  readonly limit: number
}

export interface ReadResult {
  readonly kind: 'read'
  readonly rows: readonly ReadRow[]
  readonly problems: readonly LineProblem[]
}

export interface MatchJob {
  readonly kind: 'match'
  /** Descriptor of the scratch file. */
  readonly scratch: number
  readonly pairs: readonly (readonly [RowText, RowText])[]
}

/** A copy, of the row `left` to the row `right`. */
export interface RowMatch {
  readonly left: number
  readonly right: number
  readonly relation: Relation
  readonly matchedWords: number
  readonly confidence: number
  readonly direction: Direction
}

export interface MatchResult {
  readonly kind: 'match'
  readonly copies: readonly RowMatch[]
}

/** UTF-16 code units of texts that a worker keeps at hand. */
const KEPT = 8_000_000

export function readRows(job: ReadJob): ReadResult {
  const rows: ReadRow[] = []
  const problems: LineProblem[] = []
  for (const line of job.lines) {
    try {
      rows.push(rowOf(line, recordOf(line, job.limit)))
    } catch (error) {
      problems.push({ line: line.number, message: faultOf(error) })
    }
  }
  return { kind: 'read', rows, problems }
}

export function matchRows(job: MatchJob): MatchResult {
  const copies: RowMatch[] = []
  for (const [left, right] of job.pairs) {
    const match = matchTexts(sideOf(left, job.scratch), sideOf(right, job.scratch), 'copies')
    if (!isCopy(match.relation)) continue
    const { relation, matchedWords, confidence, direction } = match
    copies.push({ left: left.row, right: right.row, relation, matchedWords, confidence, direction })
  }
  return { kind: 'match', copies }
}

/** Appends a text to the scratch file; returns its length in bytes. */
export function writeText(scratch: number, text: string, at: number): number {
  const bytes = Buffer.from(text, 'utf8')
  for (let done = 0; done < bytes.length; ) done += writeSync(scratch, bytes, done, bytes.length - done, at + done)
  return bytes.length
}

function rowOf(line: Line, record: LineRecord): ReadRow {
  const id = idOf(record)
  const headline = optional(record, 'title') ?? optional(record, 'headline')
  const written = textOf(record, record['text'] === undefined && record['body'] !== undefined ? 'body' : 'text')
  const text = written.trim() === '' ? (headline ?? '') : written
  const [publishedAt, publisher, byline] = [optional(record, 'publishedAt'), optional(record, 'publisher'), optional(record, 'byline')]
  const note = {
    ...(headline === undefined ? {} : { headline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(byline === undefined ? {} : { byline: [byline] }),
  }
  return { line: line.number, id, text, note, print: fingerprint(comparable(text)) }
}

function optional(record: LineRecord, field: string): string | undefined {
  const value = record[field]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

const kept = new Map<number, Comparable>()
let keptLength = 0

function sideOf(place: RowText, scratch: number): MatchSide {
  let text = kept.get(place.row)
  if (text === undefined) {
    const bytes = Buffer.allocUnsafe(place.bytes)
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(scratch, bytes, done, bytes.length - done, place.at + done)
      if (read === 0) throw new Error(`The scratch file ends before byte ${place.at + place.bytes}.`)
      done += read
    }
    text = comparable(bytes.toString('utf8'))
    keptLength += text.text.length
  } else kept.delete(place.row)
  kept.set(place.row, text)
  for (const [row, oldest] of kept) {
    if (keptLength <= KEPT || row === place.row) break
    kept.delete(row)
    keptLength -= oldest.text.length
  }
  return { id: String(place.row), text, ...place.note }
}
