// Which lines does a stream hold? Cut from chunks as they come, so that no file is ever whole in memory;
// a line that is too long is passed over and told, so that one line cannot take all the memory there is.
import { StringDecoder } from 'node:string_decoder'

/** Lines a batch, at most; a batch also ends at `BATCH_LENGTH`. */
const BATCH_LINES = 64
/** UTF-16 code units. */
const BATCH_LENGTH = 500_000
/** UTF-16 code units of one line: two books. */
export const LINE_LIMIT = 50_000_000

export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

export interface StreamReport {
  /** Lines that were read, bad ones included. */
  readonly lines: number
  readonly problems: number
}

/** How a flow over lines talks to its caller. `write` gets whole lines without their end and may hold the flow up. */
export interface LineOutlet {
  readonly write: (line: string) => void | Promise<void>
  readonly problem: (problem: LineProblem) => void
  /** After each batch: lines done so far. */
  readonly progress?: (lines: number) => void
}

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** The line was longer than the limit; `text` is empty. */
  readonly tooLong: boolean
}

/** UTF-8 or strings; `\n` or `\r\n`; a byte order mark is dropped. Lines of white space are skipped but counted. `limit` in UTF-16 code units. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>, limit: number): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  let length = 0
  let number = 0
  const take = (): Line => {
    const text = length > limit ? '' : parts.join('').replace(/^\uFEFF|\r$/g, '')
    const line = { number: ++number, text, tooLong: length > limit }
    parts = []
    length = 0
    return line
  }
  const hold = (piece: string) => {
    length += piece.length
    if (length <= limit) parts.push(piece)
    else parts = []
  }
  for await (const chunk of stream) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))).split('\n')
    for (let at = 0; at < pieces.length; at++) {
      hold(pieces[at] as string)
      if (at === pieces.length - 1) break
      const line = take()
      if (line.tooLong || line.text.trim() !== '') yield line
    }
  }
  hold(decoder.end())
  const last = take()
  if (last.tooLong || last.text.trim() !== '') yield last
}

/** A fault of the line itself, in a sentence for the person who sent it. */
export class LineFault extends Error {}

export type LineRecord = Readonly<Record<string, unknown>>

/** The object on a line; throws `LineFault`. */
export function recordOf(line: Line, limit: number): LineRecord {
  if (line.tooLong) throw new LineFault(`The line is longer than ${limit} characters.`)
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch (cause) {
    throw new LineFault('The line is not JSON.', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineFault('The line is not a JSON object.')
  return value as LineRecord
}

/** The id as it was given: a string or a number. */
export function idOf(record: LineRecord): string | number {
  if (typeof record['id'] === 'string' || typeof record['id'] === 'number') return record['id']
  throw new LineFault('The field "id" is missing or neither a string nor a number.')
}

export function textOf(record: LineRecord, field: string): string {
  const value = record[field]
  if (typeof value === 'string') return value
  throw new LineFault(`The field "${field}" is missing or not a string.`)
}

export function faultOf(error: unknown): string {
  return error instanceof LineFault ? error.message : `The line could not be worked on: ${error instanceof Error ? error.message : String(error)}`
}

/** Lines in batches that are worth a message to a worker. */
export async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = []
  let length = 0
  for await (const line of lines) {
    batch.push(line)
    length += line.text.length
    if (batch.length < BATCH_LINES && length < BATCH_LENGTH) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}
