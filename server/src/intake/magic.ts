// Is it text at all, and if not, what is it? Only for the sentence that tells the sender what arrived.
import { byMark, utf16ByPattern } from './encoding.ts'

/** Endings of names that promise something readable, with what they promise. */
export const READABLE_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['txt', 'plain text'],
  ['text', 'plain text'],
  ['md', 'Markdown'],
  ['markdown', 'Markdown'],
  ['html', 'a web page'],
  ['htm', 'a web page'],
  ['xhtml', 'a web page'],
  ['json', 'JSON'],
  ['jsonl', 'JSON Lines'],
  ['ndjson', 'JSON Lines'],
  ['csv', 'a table'],
  ['tsv', 'a table'],
  ['pdf', 'PDF'],
  ['docx', 'a Word file'],
  ['eml', 'mail'],
  ['zip', 'a zip archive'],
])

/** A text holds hardly any control characters; a picture or a program holds a tenth of them. */
const CONTROL_SHARE = 0.03
const SAMPLE_BYTES = 64 * 1024

/** The ending of a name, lower case, without the dot. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

export function isBinary(head: Buffer): boolean {
  if (byMark(head) !== undefined || utf16ByPattern(head) !== undefined) return false
  const sample = head.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a) controls++
  return controls > Math.max(2, sample.length * CONTROL_SHARE)
}

/** What the bytes are, as words for a sentence. */
export async function binaryKind(head: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    const found = await fileTypeFromBuffer(head)
    if (found !== undefined) return `content of type ${found.mime}`
  } catch (error) {
    // The detector reads past the end of cut files; the sentence is as true without the type.
    if (!(error instanceof Error)) throw error
  }
  return 'binary content of no known type'
}
