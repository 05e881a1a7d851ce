// What was said of which file? By checksum, for that is how the archive keeps it.
import type { BoundCorrections } from '../../../../server/src/domain/correction.ts'
import { confirmed, type Corrections, isNothing } from './corrections.ts'
import type { RehearsedDocument } from './rehearsed.ts'

export type Said = ReadonlyMap<string, Corrections>

/** With what is being said of the file in hand. */
export function withSaid(said: Said, active: string | undefined, now: Corrections): Said {
  if (active === undefined) return said
  const next = new Map(said)
  if (isNothing(now)) next.delete(active)
  else next.set(active, now)
  return next
}

/** What goes along with each file: for itself and for the files in it, with the borders just as they are shown. */
export function boundTo(files: readonly File[], documents: readonly RehearsedDocument[], said: Said): ReadonlyMap<File, readonly BoundCorrections[]> {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const tops = documents.filter(({ parent }) => parent === undefined)
  const bound = new Map<File, BoundCorrections[]>()
  for (const document of documents) {
    const corrections = said.get(document.sha256)
    const file = files[tops.indexOf(topOf(document, byId))]
    if (corrections === undefined || file === undefined || document.reading === undefined || document.duplicateOf !== undefined) continue
    bound.set(file, [...(bound.get(file) ?? []), { sha256: document.sha256, ...confirmed(corrections, document.reading) }])
  }
  return bound
}

function topOf(document: RehearsedDocument, byId: ReadonlyMap<string, RehearsedDocument>): RehearsedDocument {
  const parent = document.parent === undefined ? undefined : byId.get(document.parent)
  return parent === undefined ? document : topOf(parent, byId)
}
