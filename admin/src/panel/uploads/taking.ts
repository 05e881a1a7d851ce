// What can be taken? Types are told by content in the archive; here only what can never be an article is sent back at
// once, with the reason, so that nobody waits for it to be sent.
import { bytes } from '../../evidence/numbers.ts'
import type { Refusal } from './queue.ts'

/** As in the service's own setting, until that is known. */
export const USUAL_MOST_BYTES = 500 * 1024 * 1024
export const READ_TYPES = 'Text, Markdown, HTML, PDF, DOCX, mail, JSON, JSON Lines, CSV, and zips of these'

const NEVER: Readonly<Record<string, string>> = { image: 'pictures', video: 'films', audio: 'sound', font: 'fonts' }

export function refusalOf(file: File, mostBytes: number): Refusal | undefined {
  const { name, size, type } = file
  const never = NEVER[type.split('/')[0] ?? '']
  if (never !== undefined) return { name, kind: never, reason: `${name} is ${type}; the archive reads texts.` }
  if (size > mostBytes) return { name, kind: `over ${bytes(mostBytes)}`, reason: `${name} has ${bytes(size)}; the limit for one file is ${bytes(mostBytes)}.` }
  return undefined
}

const ONE: Readonly<Record<string, string>> = { pictures: 'a picture', films: 'a film', fonts: 'a font' }

/** "12 files not accepted: 9 are pictures, 3 are over 500 MB". */
export function summaryOf(refusals: readonly Refusal[]): string {
  const kinds = new Map<string, number>()
  for (const { kind } of refusals) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const parts = [...kinds].map(([kind, count]) => (count === 1 ? `${refusals.length === 1 ? 'it' : '1'} is ${ONE[kind] ?? kind}` : `${count} are ${kind}`))
  return `${refusals.length === 1 ? '1 file' : `${refusals.length} files`} not accepted: ${parts.join(', ')}`
}

/** Pasted words become a file that is named after their first line. */
export function fileOfText(text: string): File {
  const first = text.trim().split('\n')[0]?.trim().slice(0, 60).replace(/[\\/:*?"<>|]/g, ' ') ?? ''
  return new File([text], `${first || 'Pasted text'}.txt`, { type: 'text/plain' })
}
