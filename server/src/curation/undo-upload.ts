// How is a whole upload undone, and how does it come back? Document by document, some in each transaction, so that other
// writers get their turn; what was done when the process ended stays done, and the rest can be asked for again.
import { removeDocuments, restoreDocuments } from './amend.ts'
import type { CurateParts } from './curate.ts'
import { ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { ArchiveStore } from '../store/port.ts'

const AT_ONCE = 100

/** Returns how many files went, members of archives not counted. `not-found` where the upload has none. */
export async function removeUpload(upload: string, actor: Actor, parts: CurateParts): Promise<number> {
  const ids = await sentIn(upload, parts.store)
  if (ids.length === 0) throw new ProblemError('not-found', `There is no upload ${upload}.`)
  for (let from = 0; from < ids.length; from += AT_ONCE) await removeDocuments(ids.slice(from, from + AT_ONCE), actor, parts)
  return ids.length
}

/** Returns how many files came back. `not-found` where none was removed. */
export async function restoreUpload(upload: string, actor: Actor, parts: CurateParts): Promise<number> {
  const removed = await parts.store.documents.removed(upload)
  if (removed.length === 0) throw new ProblemError('not-found', `Nothing of upload ${upload} was removed.`)
  const ids = removed.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += AT_ONCE) await restoreDocuments(ids.slice(from, from + AT_ONCE), actor, parts)
  return ids.length
}

const PAGE = 1_000

/** Members go with the archive that they lie in. */
async function sentIn(upload: string, store: ArchiveStore): Promise<readonly string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { data } = await store.documents.list({ filter: { upload }, sort: { field: 'id', order: 'asc' }, offset, limit: PAGE })
    for (const document of data) if (document.parent === undefined) ids.push(document.id)
    if (data.length < PAGE) return ids
  }
}
