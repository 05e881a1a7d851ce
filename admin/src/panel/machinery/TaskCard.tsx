// What came of the order that I gave? Its course and its end at the foot of every page, with the way back.
import { useEffect, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { sentenceOf } from '../../api.ts'
import { counted } from '../../evidence/numbers.ts'
import { cameOf, follow, isUnderWay, turnTask, useFollowed } from '../archive/tasks.ts'
import { outdated } from '../archive/queries.ts'

export function TaskCard(): ReactElement | null {
  const task = useFollowed()
  const notify = useNotify()
  const under = isUnderWay(task)
  const ended = task !== undefined && !under
  useEffect(() => {
    if (ended) outdated('articles', 'facets', 'stats', 'system', 'clusters')
  }, [ended])
  if (task === undefined) return null
  const turn = (verb: 'undo' | 'cancel'): void => {
    turnTask(task.id, verb).catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  const done = task.total - task.counts.waiting
  return (
    <section className="task-card" aria-label="What you asked for">
      <p role="status">
        <strong>{task.says}</strong>
        <br />
        {task.status === 'waiting' && 'Begins in a moment.'}
        {task.status === 'running' && 'Under way.'}
        {ended && `${ENDS[task.status] ?? ''}${cameOf(task, counted)}.`} {task.problem?.detail}
      </p>
      {under && <progress aria-label="Articles done" max={Math.max(1, task.total)} value={done} />}
      <p className="actions">
        {under && (
          <span className="figures">
            {counted(done)} of {counted(task.total)}
          </span>
        )}
        {under && (
          <button type="button" className="plain" onClick={() => turn('cancel')}>
            Stop
          </button>
        )}
        {task.undoable && (
          <button type="button" className="plain" onClick={() => turn('undo')}>
            Undo
          </button>
        )}
        <Link to="/tasks">All tasks</Link>
        <button type="button" className="plain" onClick={() => follow(undefined)}>
          Close
        </button>
      </p>
    </section>
  )
}

const ENDS: Readonly<Record<string, string>> = { done: 'Done: ', cancelled: 'Stopped: ', failed: 'Broke off: ' }
