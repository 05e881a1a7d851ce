// Which columns has each table? The builder's view of the newest migration. Ids are numbers here and strings outside;
// lists and objects are JSON in text columns; times are ISO 8601, so that their order is their order as text.
import type { Generated } from 'kysely'
import type { ArticleStatus, Completeness } from '../../domain/article.ts'
import type { Relation } from '../../domain/match.ts'
import type { Actor, Role } from '../../domain/role.ts'
import type { SavedAbout } from '../saved-searches-port.ts'
import type { ClusterTable, DecisionOnceTable, DecisionTable, DecisionTextTable, MatchTable } from './curation-tables.ts'
import type { CorrectionTable, DocumentTable, FurnitureTable } from './document-tables.ts'
import type { TaskTables } from './task-tables.ts'

export type * from './curation-tables.ts'
export type { DocumentTable, FurnitureTable } from './document-tables.ts'

export interface ArticleTable {
  id: number
  document_id: number
  cluster_id: number
  /** To the principal of its cluster; null for the principal itself. */
  relation: Relation | null
  status: ArticleStatus
  version: number
  /** Rises with each change that search can see: what the engines should hold. */
  revision: number
  external_id: string | null
  url: string | null
  span_begin: number
  span_end: number
  headline: string
  dek: string | null
  byline: string
  dateline: string | null
  publisher: string | null
  published_at: string | null
  language: string
  word_count: number
  completeness: Completeness
  tags: string
  content_hash: string
  token_count: number
  print_version: number
  created_at: string
  updated_at: string
}

/** Apart from `article`, so that lists and filters read small rows. */
export interface ArticleTextTable {
  id: number
  body: string
  grounds: string
  issues: string
  /** The prints, packed; see `prints.ts`. */
  prints: Uint8Array
}

export interface PrintTable {
  print: number
  article_id: number
}

export interface PrintIndexTable {
  id: number
  /** Articles up to here have their postings in the tables; later ones are in each connection's tail. */
  merged: number
  /** Rises when an article of the tail is binned, restored or gets another fingerprint. */
  epoch: number
}

export interface PrintTotalTable {
  version: number
  articles: number
}

export interface EngineTable {
  id: Generated<number>
  identity: string
  seen_at: string
}

export interface OutboxTable {
  engine_id: number
  article_id: number
  wanted: number
  held: Generated<number>
  attempts: Generated<number>
  quarantined: Generated<number>
  /** Empty: at once. */
  due_at: Generated<string>
  since: string
  error: Generated<string | null>
}

export interface UserTable {
  id: Generated<number>
  email: string
  name: string
  role: Role
  password_hash: string
  disabled: number
  version: number
  created_at: string
  last_seen_at: string | null
}

export interface SessionTable {
  token_hash: string
  user_id: number
  created_at: string
  expires_at: string
  seen_at: string
}

export interface ApiKeyTable {
  id: Generated<number>
  name: string
  role: Role
  prefix: string
  key_hash: string
  created_at: string
  expires_at: string | null
  last_used_at: string | null
}

export interface SavedSearchTable {
  id: Generated<number>
  user_id: number
  name: string
  query: string
  feed_key: string
  about: SavedAbout
  created_at: string
}

export interface AuditTable {
  id: number
  at: string
  actor_kind: Actor['kind']
  actor_id: string
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string
  before: string | null
  after: string | null
  previous: string
  hash: string
}

export interface Tables extends TaskTables {
  document: DocumentTable
  furniture: FurnitureTable
  correction: CorrectionTable
  cluster: ClusterTable
  article: ArticleTable
  article_text: ArticleTextTable
  shingle_print: PrintTable
  name_print: PrintTable
  print_index: PrintIndexTable
  print_total: PrintTotalTable
  match: MatchTable
  decision: DecisionTable
  decision_once: DecisionOnceTable
  decision_text: DecisionTextTable
  engine: EngineTable
  outbox: OutboxTable
  user: UserTable
  session: SessionTable
  api_key: ApiKeyTable
  saved_search: SavedSearchTable
  audit: AuditTable
  audit_head: { id: number; entry: number; hash: string }
  lease: { name: string; owner: string; expires_at: number }
  setting: { key: string; value: string }
}
