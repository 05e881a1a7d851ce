// Which files come out of an archive or a mail? Each is unpacked into the spool folder under a name of ours,
// one at a time and bounded by what it declared, so that a lying member stops early and alone.
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ZipFile } from 'yauzl'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { ProblemError } from '../domain/problem.ts'
import type { ReadEvent, ReadLimits, SourceFile } from '../domain/reading.ts'
import { figure, openArchive } from './archive.ts'
import type { ArchiveMember } from './archive.ts'
import { displayName } from './names.ts'
import { unpackMember } from './unpack.ts'

export type MemberEvent = Extract<ReadEvent, { kind: 'member' | 'member-refused' }>

/** Unpacks a zip archive into `spool`. Throws a `ProblemError` where the whole archive is refused. */
export async function* members(file: SourceFile, limits: ReadLimits, spool: string): AsyncIterable<MemberEvent> {
  if (file.depth >= limits.depth) {
    throw new ProblemError('archive-too-deep', `“${file.name}” stands in ${file.depth} other archives; the limit of nesting is ${limits.depth}.`)
  }
  const archive = await openArchive(file.path, file.name, limits)
  try {
    for (const member of archive.members) yield await unpacked(archive.zip, member, spool)
  } finally {
    archive.zip.close()
  }
}

async function unpacked(zip: ZipFile, member: ArchiveMember, spool: string): Promise<MemberEvent> {
  const { name, entry } = member
  if (member.problem !== undefined) return refusal(name, entry.uncompressedSize, member.problem)
  const path = join(spool, randomUUID())
  const fault = await unpackMember(zip, member, path)
  return fault === undefined ? { kind: 'member', name, path, size: entry.uncompressedSize } : refusal(name, entry.uncompressedSize, fault)
}

/** Keeps an attachment of a mail as a member; `index` counts the attachments of the mail from 0. */
export async function spoolAttachment(
  mail: SourceFile,
  attachment: { readonly name: string; readonly content: Uint8Array },
  index: number,
  limits: ReadLimits,
  spool: string,
): Promise<MemberEvent> {
  const name = displayName(attachment.name)
  const size = attachment.content.byteLength
  if (mail.depth >= limits.depth) {
    return refusal(name, size, problem('archive-too-deep', `“${name}” is attached to a mail inside ${mail.depth} archives; the limit of nesting is ${limits.depth}.`))
  }
  if (index >= limits.members) {
    return refusal(name, size, problem('archive-too-many-members', `“${mail.name}” has more than ${figure(limits.members)} attachments, the limit.`))
  }
  const path = join(spool, randomUUID())
  await writeFile(path, attachment.content, { flag: 'wx' })
  return { kind: 'member', name, path, size }
}

function refusal(name: string, size: number, reason: Problem): MemberEvent {
  return { kind: 'member-refused', name, size, problem: reason }
}
