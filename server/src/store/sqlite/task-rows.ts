// How does a stored task become a Task again, and which articles are so already as an order would make them?
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Task, TaskOrder } from '../../domain/task.ts'
import { hasTag } from './article-filter.ts'
import { parsed, present } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { TaskTable } from './task-tables.ts'

export type TaskRow = Selectable<TaskTable> & { undone_by: number | null }

/** In any order; missing ones left out. */
export async function tasksWith(session: Session, ids: readonly number[]): Promise<readonly TaskRow[]> {
  return session.db
    .selectFrom('task')
    .selectAll('task')
    .select((eb) => eb.selectFrom('task as undo').select('undo.id').whereRef('undo.undoes', '=', 'task.id').orderBy('undo.id', 'desc').limit(1).as('undone_by'))
    .where((eb) => inSet(eb.ref('task.id'), asSet(ids)))
    .execute()
}

export function taskOf(row: TaskRow): Task {
  const { total, changed, same, skipped, failed } = row
  return {
    id: String(row.id),
    kind: row.kind,
    status: row.status,
    actor: parsed(row.actor),
    total,
    counts: { waiting: Math.max(0, total - changed - same - skipped - failed), changed, same, skipped, failed },
    createdAt: row.created_at,
    ...present({ word: row.word, startedAt: row.started_at, endedAt: row.ended_at }),
    ...(row.question !== null && { question: parsed<Record<string, string>>(row.question) }),
    ...(row.problem !== null && { problem: parsed<NonNullable<Task['problem']>>(row.problem) }),
    ...(row.undoes !== null && { undoes: String(row.undoes) }),
    ...(row.undone_by !== null && { undoneBy: String(row.undone_by) }),
  }
}

/** 1 for an article that the order would leave as it is. */
export function sameAlready({ kind, word = '' }: TaskOrder): RawBuilder<number> {
  switch (kind) {
    case 'tag':
      return sql<number>`${hasTag(word)}`
    case 'untag':
      return sql<number>`not ${hasTag(word)}`
    case 'set-publisher':
      return sql<number>`coalesce(article.publisher, '') = ${word}`
    case 'bin':
      return sql<number>`article.status = 'binned'`
    case 'restore':
      return sql<number>`article.status = 'live'`
    default:
      return sql<number>`0`
  }
}
