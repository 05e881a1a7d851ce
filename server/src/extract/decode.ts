// How do bytes become text? As a stream by iconv-lite (Node's own decoder misreads Windows-1252), cut off at the limit.
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { ProblemError } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'

interface EncodedFile {
  readonly path: string
  readonly name: string
  readonly encoding?: string
}

/** The text piece by piece, without byte order mark. Pieces may end anywhere but inside a character. */
export async function* decodedPieces(file: EncodedFile): AsyncIterable<string> {
  const decoder = iconv.getDecoder(file.encoding ?? 'utf-8', { stripBOM: true })
  for await (const bytes of createReadStream(file.path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const text = decoder.write(bytes)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== undefined && rest !== '') yield rest
}

/** The whole text; `file-too-large` above the limit, without reading further. */
export async function readWholeText(file: EncodedFile, limits: ReadLimits): Promise<string> {
  const pieces: string[] = []
  let length = 0
  for await (const piece of decodedPieces(file)) {
    length += piece.length
    if (length > limits.textLength) throw textTooLong(file.name, limits)
    pieces.push(piece)
  }
  return pieces.join('')
}

export function textTooLong(name: string, limits: ReadLimits): ProblemError {
  return new ProblemError('file-too-large', `“${name}” holds more than ${figure(limits.textLength)} characters of text, the limit for one file.`)
}

/** A number as people write it. */
export function figure(value: number): string {
  return value.toLocaleString('en-GB')
}
