// What was done to many articles at once, and by whom? Each with what came of it and its way back.
import { type ReactElement, useState } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { sentenceOf } from '../../api.ts'
import { counted } from '../../evidence/numbers.ts'
import { cameOf, isUnderWay, type TaskAnswer, turnTask, useTasks } from '../archive/tasks.ts'
import { Ago } from '../frame/Ago.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'

const ROWS = 10

export function BulkTasks(): ReactElement {
  const [page, setPage] = useState(1)
  const { data, error, isPending, refetch } = useTasks(undefined, page, ROWS)
  const { canAccess: mayTurn } = useCanAccess({ resource: 'tasks', action: 'undo' })
  const counts = data?.counts
  const open = (counts?.waiting ?? 0) + (counts?.running ?? 0)
  return (
    <section aria-labelledby="bulk-tasks">
      <h2 className="section" id="bulk-tasks">
        Done to many articles
      </h2>
      {counts !== undefined && (
        <p className="facts figures">
          {data?.total === 0 ? 'Nothing was done to many articles yet.' : open === 0 ? 'Nothing is under way.' : `${counted(open)} under way.`} {(counts.failed ?? 0) > 0 && `${counted(counts.failed ?? 0)} broke off.`} Begun from the list of <Link to="/articles">articles</Link>.
        </p>
      )}
      {error !== null && <Failed what="The tasks" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={3} />}
      <ul className="outcomes">
        {(data?.data ?? []).map((task) => (
          <TaskRow key={task.id} task={task} mayTurn={mayTurn === true} />
        ))}
      </ul>
      <Pager page={page} perPage={ROWS} total={data?.total ?? 0} onPage={setPage} />
    </section>
  )
}

const STATES: Readonly<Record<TaskAnswer['status'], string>> = { waiting: 'waits', running: 'under way', done: 'done', failed: 'broke off', cancelled: 'stopped' }

function TaskRow({ task, mayTurn }: { readonly task: TaskAnswer; readonly mayTurn: boolean }): ReactElement {
  const notify = useNotify()
  const turn = (verb: 'undo' | 'cancel' | 'retry'): void => {
    turnTask(task.id, verb).catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  const under = isUnderWay(task)
  const done = task.total - task.counts.waiting
  const again = task.status === 'failed' || task.status === 'cancelled' || (task.status === 'done' && task.counts.failed > 0)
  return (
    <li className={`outcome outcome-${task.status}`}>
      <p className="outcome-file">
        <span className="outcome-name">{task.says}</span>{' '}
        <span className="facts">
          {STATES[task.status]} · {task.actor.name}, <Ago at={task.createdAt} />
          {task.undoneBy !== undefined && ` · taken back by task ${task.undoneBy}`}
        </span>
      </p>
      <p className={task.problem === undefined ? 'facts figures' : 'outcome-problem'}>
        {under ? `${counted(done)} of ${counted(task.total)}` : `${cameOf(task, counted)}.`} {task.problem?.detail} {task.problem?.hint}
      </p>
      {mayTurn && (under || task.undoable || again) && (
        <p className="actions">
          {under && <Turn label="Stop" task={task} onTurn={() => turn('cancel')} />}
          {again && task.undoneBy === undefined && <Turn label={task.counts.failed > 0 ? `Retry ${task.counts.failed} failed` : 'Go on'} task={task} onTurn={() => turn('retry')} />}
          {task.undoable && <Turn label="Undo" task={task} onTurn={() => turn('undo')} />}
        </p>
      )}
    </li>
  )
}

function Turn({ label, task, onTurn }: { readonly label: string; readonly task: TaskAnswer; readonly onTurn: () => void }): ReactElement {
  return (
    <button type="button" className="plain" aria-label={`${label}: ${task.says}`} onClick={onTurn}>
      {label}
    </button>
  )
}
