// Tasks: one thing done to many articles, watched, stopped, tried again and taken back.
import { ProblemError } from '../../domain/problem.ts'
import { isUndoable, saysOf, type Task } from '../../domain/task.ts'
import { TaskAnswer, TaskBody, TaskListAnswer, TaskListQuery, TaskPreview, TaskWithFailures } from '../contract/tasks.ts'
import { IdParams } from '../contract/shapes.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import type { BulkAsked } from '../parts.ts'
import { json, ok, type Reply, type Route, route } from '../route.ts'

/** Failures told of one task. */
const FAILURES = 100

export const taskRoutes: readonly Route[] = [
  route({
    id: 'tasks.add', method: 'post', path: '/api/tasks', needs: 'curator', bodyBytes: 2 * 1024 * 1024,
    summary: 'Do one thing to all articles that a filter fits, or to those named; with `dryRun`, only say what would be met.',
    body: TaskBody, answers: [json(200, 'What would be met (`dryRun`).', TaskPreview), json(202, 'The task; it goes on by itself.', TaskAnswer)],
    handle: async ({ body, actor }, { tasks }) => {
      if (body.kind === 'verify') return accepted(await tasks.startVerify(actor))
      const order = orderOf(body)
      if (!body.dryRun) return accepted(await tasks.startBulk(order, actor))
      const preview = await tasks.previewBulk(order)
      return ok({ ...preview, effect: saysOf({ ...order, total: preview.count }) })
    },
  }),
  route({
    id: 'tasks.list', method: 'get', path: '/api/tasks', needs: 'contributor', summary: 'Tasks, the newest first, and how many stand where.',
    query: TaskListQuery, answers: [json(200, 'Tasks.', TaskListAnswer)],
    handle: async ({ query }, { store }) => {
      const asked = toList(query)
      const [listed, counts] = await Promise.all([store.tasks.list(asked.sort === undefined ? { ...asked, sort: { field: 'id', order: 'desc' } } : asked), store.tasks.counts()])
      return ok({ data: listed.data.map(told), total: listed.total, counts })
    },
  }),
  route({
    id: 'tasks.get', method: 'get', path: '/api/tasks/:id', needs: 'contributor', summary: 'One task, with the articles that failed.',
    params: IdParams, answers: [json(200, 'The task.', TaskWithFailures)],
    handle: async ({ params }, { store }) => {
      const task = await store.tasks.get(params.id)
      if (task === undefined) throw new ProblemError('not-found', `There is no task ${params.id}.`)
      return ok({ ...told(task), failures: task.counts.failed === 0 ? [] : await store.tasks.failures(task.id, FAILURES) })
    },
  }),
  route({
    id: 'tasks.undo', method: 'post', path: '/api/tasks/:id/undo', needs: 'curator', summary: 'Take back what a task changed, article by article; what was changed since is left alone.',
    params: IdParams, answers: [json(202, 'The task that takes it back.', TaskAnswer)],
    handle: async ({ params, actor }, { tasks }) => accepted(await tasks.undoBulk(params.id, actor)),
  }),
  turned('cancel', 'Stop a task; what was done stays done.'),
  turned('retry', 'Go on with a task that failed or was stopped; articles that failed are tried again.'),
]

function turned(verb: 'cancel' | 'retry', summary: string): Route {
  return route({
    id: `tasks.${verb}`, method: 'post', path: `/api/tasks/:id/${verb}`, needs: 'curator', summary,
    params: IdParams, answers: [json(200, 'The task as it is now.', TaskAnswer)],
    handle: async ({ params, actor }, house) => ok(told(await turn(verb, params.id, actor, house))),
  })
}

async function turn(verb: 'cancel' | 'retry', id: string, actor: Task['actor'], { tasks }: House): Promise<Task> {
  return verb === 'cancel' ? tasks.cancelTask(id, actor) : tasks.retryTask(id, actor)
}

function orderOf({ kind, filter, ids, tag, publisher }: TaskBody): BulkAsked {
  if (kind === 'verify') throw new ProblemError('invalid-request', 'A look through the whole index takes no articles.')
  const word = tag ?? (publisher === null ? '' : publisher)
  const given = filter && Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  return { kind, ...(word !== undefined && { word }), ...(given !== undefined && { filter: given }), ...(ids !== undefined && { ids }) }
}

function accepted(task: Task): Reply {
  return { status: 202, body: told(task) }
}

function told(task: Task) {
  const { actor, ...rest } = task
  return { ...rest, actor: { id: actor.id, name: actor.name }, says: saysOf(task), undoable: isUndoable(task) }
}
