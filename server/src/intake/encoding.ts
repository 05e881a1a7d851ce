// In which encoding is a text written? The whole file is looked at, since the first odd letter may stand at its end.
// Order: byte order mark, the pattern of UTF-16, valid UTF-8, the page's own declaration, a guess by letter statistics.
import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'

const GUESS_BYTES = 64 * 1024
/** Below this the statistics say little, and Western newsrooms write Windows-1252. Percent. */
const LEAST_CONFIDENCE = 30

/** A label that iconv-lite decodes. `head`: the first bytes of the file at `path`. */
export async function detectEncoding(path: string, head: Buffer): Promise<string> {
  const known = byMark(head) ?? utf16ByPattern(head)
  if (known !== undefined) return known
  const odd = await firstOddBytes(path)
  if (odd === undefined) return 'utf-8'
  return declared(head) ?? guess(odd)
}

/** The encoding that the byte order mark names. */
export function byMark(head: Buffer): string | undefined {
  if (head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head.length >= 4 && head.readUInt32BE(0) === 0x0000feff) return 'utf-32be'
  if (head.length >= 4 && head.readUInt32LE(0) === 0x0000feff) return 'utf-32le'
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 without a mark: spaces and line ends of any script have a NUL on one and the same side,
 * and nearly no NUL on the other.
 */
export function utf16ByPattern(head: Buffer): string | undefined {
  const units = Math.floor(head.length / 2)
  if (units < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < units * 2; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const enough = units * 0.04
  if (odd > enough && even < odd * 0.05) return plausible(head, 'utf-16le')
  if (even > enough && odd < even * 0.05) return plausible(head, 'utf-16be')
  return undefined
}

// A table of small binary numbers has the same pattern; a text has hardly any control characters.
function plausible(head: Buffer, encoding: string): string | undefined {
  const text = iconv.decode(head.subarray(0, 4096 & ~1), encoding)
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return controls <= text.length * 0.02 ? encoding : undefined
}

/** Bytes around the first that is not UTF-8; `undefined` where the whole file is, but for a character cut at its very end. */
async function firstOddBytes(path: string): Promise<Buffer | undefined> {
  let rest: Buffer = Buffer.alloc(0)
  let beyondAscii = false
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes))
    if (!isUtf8(whole)) return mostlyUtf8(whole) ? undefined : sampleOf(bytes)
    beyondAscii ||= !isAscii(whole)
    rest = Buffer.from(bytes.subarray(whole.length))
  }
  return rest.length === 0 || beyondAscii ? undefined : sampleOf(rest)
}

// A stray byte in a text of good UTF-8 (two files pasted together) spoils one letter, not the reading of all others.
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const beyondAscii = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  return broken * 10 < beyondAscii
}

/** How many bytes at the end begin a character that the next piece may finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function sampleOf(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const begin = Math.max(0, first - 1024)
  return bytes.subarray(begin, begin + GUESS_BYTES)
}

/** What HTML or XML says of itself in its first kilobytes. */
function declared(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 4096)
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1]
  return label === undefined ? undefined : usable(label)
}

function usable(label: string): string | undefined {
  const name = label.toLowerCase()
  // The bytes are proven not to be these.
  if (/^utf-?(8|16)/.test(name) || !iconv.encodingExists(name)) return undefined
  // Browsers read Latin-1 as Windows-1252 (WHATWG Encoding Standard), and so do those who write it.
  return name === 'iso-8859-1' || name === 'latin1' || name === 'us-ascii' || name === 'ascii' ? 'windows-1252' : name
}

function guess(sample: Buffer): string {
  const [best] = analyse(sample).filter((found) => !/^(ASCII|UTF-8)$/i.test(found.name))
  if (best === undefined || best.confidence < LEAST_CONFIDENCE) return 'windows-1252'
  return usable(best.name) ?? 'windows-1252'
}
