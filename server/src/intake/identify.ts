// Of which type is a file? Its content decides; the name only chooses between readings that the content allows.
import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { MediaType } from '../domain/document.ts'
import { problem, ProblemError } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { figure } from './archive.ts'
import { identifyZip } from './container.ts'
import { detectEncoding } from './encoding.ts'
import { binaryKind, endingOf, isBinary, READABLE_ENDINGS } from './magic.ts'
import { displayName } from './names.ts'
import { textKind } from './structure.ts'

const HEAD_BYTES = 256 * 1024
const CFB = Buffer.from('d0cf11e0a1b11ae1', 'hex')

export interface Identified {
  readonly mediaType: MediaType
  /** Of text formats: a label that iconv-lite knows. */
  readonly encoding?: string
}

/** The type of the file at `path` by its content, or why the archive does not read it. */
export async function identify(path: string, name: string, limits: ReadLimits): Promise<Identified | Problem> {
  const shown = displayName(name)
  const { head, size } = await headOf(path)
  if (size === 0) return problem('empty-file', `“${shown}” has no bytes.`)
  if (size > limits.fileBytes) {
    return problem('file-too-large', `“${shown}” has ${figure(size)} bytes; the limit for one file is ${figure(limits.fileBytes)}.`)
  }
  try {
    return await byContent(path, shown, head, limits)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}

async function byContent(path: string, name: string, head: Buffer, limits: ReadLimits): Promise<Identified | Problem> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return identifyZip(path, name, limits)
  if (head.subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1'))) return problem('empty-file', `“${name}” is an archive without members.`)
  if (head.subarray(0, 1024).includes('%PDF-')) return { mediaType: 'application/pdf' }
  if (head.subarray(0, CFB.length).equals(CFB)) return oldOffice(name, head)
  if (isBinary(head)) return unreadable(name, await binaryKind(head))
  const encoding = await detectEncoding(path, head)
  const kind = textKind(iconv.decode(head, encoding), name, head.length < HEAD_BYTES)
  if ('mismatch' in kind) return unreadable(name, kind.mismatch)
  return { mediaType: kind.mediaType, encoding }
}

// Word keeps an encrypted .docx inside the container of its old format.
function oldOffice(name: string, head: Buffer): Problem {
  const encrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le')) || head.includes(Buffer.from('EncryptionInfo', 'utf16le'))
  if (encrypted) return problem('encrypted', `“${name}” is an encrypted Office file.`)
  return unreadable(name, 'a file of an old Office format')
}

function unreadable(name: string, content: string): Problem {
  const ending = endingOf(name)
  const promised = READABLE_ENDINGS.get(ending)
  if (promised === undefined) return problem('unknown-type', `“${name}” holds ${content}.`)
  return problem('type-mismatch', `“${name}” is named as ${promised} but holds ${content}.`)
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES))
    let filled = 0
    while (filled < head.length) {
      const { bytesRead } = await file.read(head, filled, head.length - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { head: head.subarray(0, filled), size }
  } finally {
    await file.close()
  }
}
