// A zip of what? Word files, spreadsheets and books are zip archives too; told apart by the names inside.
import type { MediaType } from '../domain/document.ts'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { openArchive } from './archive.ts'

const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FOREIGN: readonly (readonly [member: string, kind: string])[] = [
  ['xl/workbook.xml', 'a spreadsheet'],
  ['ppt/presentation.xml', 'a presentation'],
  ['META-INF/container.xml', 'an electronic book'],
  ['META-INF/MANIFEST.MF', 'a Java program'],
  ['mimetype', 'an OpenDocument file'],
  ['AndroidManifest.xml', 'an Android program'],
]

/** Judges a Word file's members too: its reader inflates them all, so a bomb must be stopped here. */
export async function identifyZip(path: string, name: string, limits: ReadLimits): Promise<{ mediaType: MediaType } | Problem> {
  const { zip, members } = await openArchive(path, name, limits)
  zip.close()
  if (members.length === 0) return problem('empty-file', `“${name}” is an archive without files.`)
  const names = new Set(members.map((member) => member.name))
  if (names.has('word/document.xml')) return members.find((member) => member.problem)?.problem ?? { mediaType: DOCX }
  const foreign = FOREIGN.find(([member]) => names.has(member))
  if (foreign !== undefined) return problem('unknown-type', `“${name}” holds ${foreign[1]}.`)
  return { mediaType: 'application/zip' }
}
