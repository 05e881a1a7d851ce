// Which columns have the tables of what is done to many articles at once, and of the rules that people make?
import type { Generated } from 'kysely'
import type { Cut } from '../../domain/split-rule.ts'
import type { ItemState, TaskKind, TaskStatus } from '../../domain/task.ts'

export interface TaskTable {
  id: Generated<number>
  kind: TaskKind
  word: string | null
  status: TaskStatus
  question: string | null
  actor: string
  total: number
  changed: Generated<number>
  same: Generated<number>
  skipped: Generated<number>
  failed: Generated<number>
  undoes: number | null
  problem: string | null
  created_at: string
  started_at: string | null
  ended_at: string | null
}

export interface TaskItemTable {
  task_id: number
  article_id: number
  version: number
  state: ItemState
  before: string | null
  detail: string | null
}

export interface FurnitureRuleTable {
  id: Generated<number>
  pattern: string
  publisher: string | null
  actor_id: string
  actor: string
  created_at: string
  removed_at: string | null
}

export interface SplitRuleTable {
  id: Generated<number>
  files: string | null
  publisher: string | null
  cut: Cut
  line: string | null
  actor_id: string
  actor: string
  created_at: string
  removed_at: string | null
}

export interface TaskTables {
  furniture_rule: FurnitureRuleTable
  split_rule: SplitRuleTable
  task: TaskTable
  task_item: TaskItemTable
}
