// Which columns have the tables of what is done to many articles at once?
import type { Generated } from 'kysely'
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

export interface TaskTables {
  task: TaskTable
  task_item: TaskItemTable
}
