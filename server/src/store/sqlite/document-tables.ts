// Which columns have the tables of what was received? As in `tables.ts`.
import type { Generated } from 'kysely'
import type { DocumentStatus, FurnitureReason, MediaType } from '../../domain/document.ts'

export interface DocumentTable {
  id: Generated<number>
  upload: string
  name: string
  parent_id: number | null
  depth: number
  media_type: MediaType | 'application/octet-stream'
  size: number
  sha256: string
  note: string
  status: DocumentStatus
  problem: string | null
  original_id: number | null
  attempts: Generated<number>
  received_at: string
  settled_at: string | null
  removed_at: string | null
  removed_by: string | null
  /** Borders of which it is not sure that an article begins there. */
  unsure: Generated<number>
  /** Articles in the bin because a corrected reading has them no more; JSON. */
  taken_out: Generated<string>
  /** Articles that went to the bin with the document; JSON. */
  removed_articles: Generated<string>
}

export interface CorrectionTable {
  id: Generated<number>
  sha256: string
  body: string
  actor_id: string
  actor: string
  corrected_at: string
  replaced_at: string | null
}

export interface FurnitureTable {
  document_id: number
  span_begin: number
  span_end: number
  reason: FurnitureReason
  text: string
  says: string | null
}
