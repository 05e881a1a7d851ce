// What is being done to many articles at once? Rows that outlive the process: whoever takes the next step finds them as they
// were left. A step and its rows are written in one transaction, so that no article is changed twice.
import { sql } from 'kysely'
import { ProblemError, type Problem } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import { type ItemOutcome, isUndoable, type Task, type TaskItem, type TaskOrder, type TaskStatus } from '../../domain/task.ts'
import type { Listed, ListQuery } from '../port.ts'
import type { Chosen, NewTask, TaskFilter, Tasks } from '../tasks-port.ts'
import { articlesThatFit } from './article-filter.ts'
import { append } from './audit.ts'
import { filtered, page, sorting } from './lists.ts'
import { notFound, parsed, rowOf, rowsOf, textOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import { sameAlready, taskOf, tasksWith, type TaskRow } from './task-rows.ts'

const SORTS = { id: 'id', createdAt: 'created_at', status: 'status', kind: 'kind' } as const
const SAMPLES = 5

export class SqliteTasks implements Tasks {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async add(task: NewTask, chosen: Chosen, actor: Actor, now: string): Promise<Task> {
    return this.#sessions.write(async (session) => {
      const id = await insert(session, task, actor, now)
      await session.db
        .insertInto('task_item')
        .columns(['task_id', 'article_id', 'version', 'state'])
        .expression(() => articlesOf(session, chosen).select([sql<number>`${id}`.as('task_id'), 'id', 'version', sql<'waiting'>`'waiting'`.as('state')]))
        .execute()
      return begun(session, id, actor, now)
    })
  }

  async addUndo(undone: string, actor: Actor, now: string): Promise<Task> {
    return this.#sessions.write(async (session) => {
      const task = await mustHave(session, undone)
      if (task.undoneBy !== undefined) throw new ProblemError('conflict', `Task ${undone} is taken back already, by task ${task.undoneBy}.`)
      if (!isUndoable(task)) throw new ProblemError('conflict', `Task ${undone} (${task.kind}, ${task.status}) left nothing that could be taken back.`)
      const id = await insert(session, { kind: 'undo', undoes: undone }, actor, now)
      await session.db
        .insertInto('task_item')
        .columns(['task_id', 'article_id', 'version', 'before', 'state'])
        .expression((eb) =>
          eb.selectFrom('task_item').select([sql<number>`${id}`.as('task_id'), 'article_id', 'version', 'before', sql<'waiting'>`'waiting'`.as('state')]).where('task_id', '=', Number(undone)).where('state', '=', 'changed'),
        )
        .execute()
      return begun(session, id, actor, now)
    })
  }

  async weigh(order: TaskOrder, chosen: Chosen): Promise<{ count: number; same: number; samples: readonly string[] }> {
    const session = this.#sessions.reader()
    const counted = await articlesOf(session, chosen)
      .select((eb) => [eb.fn.countAll<number>().as('count'), sql<number>`coalesce(sum(${sameAlready(order)}), 0)`.as('same')])
      .executeTakeFirstOrThrow()
    const samples = await articlesOf(session, chosen).select('id').orderBy('id', 'desc').limit(SAMPLES).execute()
    return { count: Number(counted.count), same: Number(counted.same), samples: samples.map(({ id }) => String(id)) }
  }

  async get(id: string): Promise<Task | undefined> {
    return taskById(this.#sessions.reader(), id)
  }

  async list(query: ListQuery<TaskFilter>): Promise<Listed<Task>> {
    const session = this.#sessions.reader()
    const { status, kind } = query.filter
    const all = filtered(session.db.selectFrom('task'), [
      status !== undefined && ((eb) => eb('status', '=', status)),
      kind !== undefined && ((eb) => eb('kind', '=', kind)),
    ])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.select('id').orderBy(column, order).orderBy('id', order), query)
    const rows = new Map((await tasksWith(session, data.map(({ id }) => id))).map((row) => [row.id, row]))
    return { data: data.map(({ id }) => taskOf(rows.get(id) as TaskRow)), total }
  }

  async counts(): Promise<Readonly<Record<TaskStatus, number>>> {
    const counts = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 }
    const { db } = this.#sessions.reader()
    for (const row of await db.selectFrom('task').select((eb) => ['status', eb.fn.countAll<number>().as('count')]).groupBy('status').execute()) counts[row.status] = Number(row.count)
    return counts
  }

  async next(now: string): Promise<Task | undefined> {
    const open = await this.#sessions.reader().db.selectFrom('task').select(['id', 'status']).where('status', 'in', ['waiting', 'running']).orderBy('id').limit(1).executeTakeFirst()
    if (open === undefined) return undefined
    return this.#sessions.write(async (session) => {
      if (open.status === 'waiting') await session.db.updateTable('task').set({ status: 'running', started_at: now }).where('id', '=', open.id).where('status', '=', 'waiting').execute()
      return taskById(session, String(open.id))
    })
  }

  async waiting(id: string, limit: number): Promise<readonly TaskItem[]> {
    const { db } = this.#sessions.reader()
    const rows = await db.selectFrom('task_item').select(['article_id', 'version', 'before']).where('task_id', '=', rowOf(id) ?? 0).where('state', '=', 'waiting').orderBy('article_id').limit(limit).execute()
    return rows.map((row) => ({ articleId: String(row.article_id), version: row.version, ...(row.before !== null && { before: parsed(row.before) }) }))
  }

  async settle(id: string, outcomes: readonly ItemOutcome[]): Promise<void> {
    const task = rowOf(id) ?? 0
    await this.#sessions.write(async (session) => {
      const counts = { changed: 0, same: 0, skipped: 0, failed: 0 }
      for (const { articleId, state, version, before, detail } of outcomes) {
        counts[state]++
        const change = { state, detail: detail ?? null, ...(version !== undefined && { version }), ...(before !== undefined && { before: textOf(before) }) }
        await session.db.updateTable('task_item').set(change).where('task_id', '=', task).where('article_id', '=', rowOf(articleId) ?? 0).execute()
      }
      const { changed, same, skipped, failed } = counts
      await session.db
        .updateTable('task')
        .set((eb) => ({ changed: eb('changed', '+', changed), same: eb('same', '+', same), skipped: eb('skipped', '+', skipped), failed: eb('failed', '+', failed) }))
        .where('id', '=', task)
        .execute()
    })
  }

  async failures(id: string, limit: number): Promise<readonly { articleId: string; detail: string }[]> {
    const { db } = this.#sessions.reader()
    const rows = await db.selectFrom('task_item').select(['article_id', 'detail']).where('task_id', '=', rowOf(id) ?? 0).where('state', '=', 'failed').orderBy('article_id').limit(limit).execute()
    return rows.map((row) => ({ articleId: String(row.article_id), detail: row.detail ?? '' }))
  }

  async report(id: string, counts: { readonly total: number; readonly changed: number; readonly same: number }): Promise<void> {
    await this.#sessions.write(({ db }) => db.updateTable('task').set(counts).where('id', '=', rowOf(id) ?? 0).execute())
  }

  async end(id: string, status: 'done' | 'failed', now: string, problem?: Problem): Promise<Task> {
    return this.#sessions.write(async (session) => {
      const change = { status, ended_at: now, problem: problem === undefined ? null : textOf(problem) }
      await session.db.updateTable('task').set(change).where('id', '=', rowOf(id) ?? 0).where('status', 'in', ['waiting', 'running']).execute()
      return mustHave(session, id)
    })
  }

  async cancel(id: string, actor: Actor, now: string): Promise<Task> {
    return this.#turn(id, ['waiting', 'running'], { status: 'cancelled', ended_at: now }, 'task.cancel', actor, now)
  }

  async retry(id: string, actor: Actor, now: string): Promise<Task> {
    return this.#sessions.write(async (session) => {
      const task = await this.#turn(id, ['failed', 'cancelled', 'done'], { status: 'waiting', ended_at: null, problem: null }, 'task.retry', actor, now)
      await session.db.updateTable('task_item').set({ state: 'waiting', detail: null }).where('task_id', '=', rowOf(id) ?? 0).where('state', '=', 'failed').execute()
      await session.db.updateTable('task').set({ failed: 0 }).where('id', '=', rowOf(id) ?? 0).execute()
      return { ...task, counts: { ...task.counts, waiting: task.counts.waiting + task.counts.failed, failed: 0 } }
    })
  }

  async #turn(id: string, from: readonly TaskStatus[], change: { status: TaskStatus; ended_at: string | null; problem?: null }, action: string, actor: Actor, now: string): Promise<Task> {
    return this.#sessions.write(async (session) => {
      const task = await mustHave(session, id)
      if (!from.includes(task.status)) throw new ProblemError('conflict', `Task ${id} is ${task.status}.`)
      await session.db.updateTable('task').set(change).where('id', '=', rowOf(id) ?? 0).execute()
      await append(session, { at: now, actor, action, subject: { kind: 'task', id }, before: { status: task.status }, after: { status: change.status } })
      return mustHave(session, id)
    })
  }
}

function articlesOf(session: Session, chosen: Chosen) {
  if ('filter' in chosen) return articlesThatFit(session, chosen.filter)
  return session.db.selectFrom('article').where((eb) => inSet(eb.ref('id'), asSet(rowsOf(chosen.ids))))
}

async function insert(session: Session, task: NewTask, actor: Actor, now: string): Promise<number> {
  const { kind, word, question, undoes } = task
  const row = { kind, word: word ?? null, status: 'waiting' as const, question: question === undefined ? null : textOf(question), actor: textOf(actor), total: 0, undoes: undoes === undefined ? null : (rowOf(undoes) ?? null), problem: null, created_at: now, started_at: null, ended_at: null }
  return (await session.db.insertInto('task').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** The articles are in: their number is the task's total. */
async function begun(session: Session, id: number, actor: Actor, now: string): Promise<Task> {
  await session.db
    .updateTable('task')
    .set((eb) => ({ total: eb.selectFrom('task_item').select((inner) => inner.fn.countAll<number>().as('count')).where('task_id', '=', id) as never }))
    .where('id', '=', id)
    .execute()
  const task = await mustHave(session, String(id))
  const { kind, word, total, undoes, question } = task
  await append(session, { at: now, actor, action: 'task.add', subject: { kind: 'task', id: task.id }, after: { kind, word, total, undoes, question } })
  return task
}

async function taskById(session: Session, id: string): Promise<Task | undefined> {
  const [row] = await tasksWith(session, [rowOf(id) ?? 0])
  return row && taskOf(row)
}

async function mustHave(session: Session, id: string): Promise<Task> {
  const task = await taskById(session, id)
  if (task === undefined) throw notFound('task', id)
  return task
}
