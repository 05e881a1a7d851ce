// What matters at a glance? Six figures of the whole archive, each leading to its list; what is in order is said quietly.
import type { ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link } from 'react-router-dom'
import { amount, counted } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import type { StatsAnswer } from '../archive/stats.ts'
import { lasting } from './said.ts'

export function Tiles({ stats }: { readonly stats: StatsAnswer }): ReactElement {
  const { canAccess: maySeeTasks } = useCanAccess({ resource: 'system', action: 'list' })
  const { canAccess: mayDecide } = useCanAccess({ resource: 'decisions', action: 'make' })
  const { articles, clusters, copies, toReview, reviewed, documents, queue, index } = stats
  const failed = documents.failed + documents.refused
  const waiting = documents.queued + documents.processing
  const tasks = (address: string): { to?: string } => (maySeeTasks === true ? { to: address } : {})
  return (
    <dl className="tiles figures">
      <Tile name="Articles" value={counted(articles)} to="/articles" says={waiting > 0 ? `${amount(waiting, 'file waits', 'files wait')}` : 'all files are read'} />
      <Tile name="Stories" value={counted(clusters)} to="/clusters" says={`${counted(toReview + reviewed)} in several versions`} />
      <Tile name="Told before" value={percent(copies / Math.max(1, articles))} to="/clusters" says={amount(copies, 'article', 'articles')} />
      <Tile name="To review" value={counted(toReview)} to={mayDecide === true && toReview > 0 ? '/review' : '/clusters?status=open'} says={queue.oldest === undefined ? `${counted(reviewed)} reviewed` : `oldest: ${lasting(Date.now() - Date.parse(queue.oldest))}`} />
      <Tile name="Failed files" value={counted(failed)} bad={failed > 0} says={failed === 0 ? 'nothing to mend' : `${counted(documents.failed)} failed, ${counted(documents.refused)} refused`} {...tasks(`/tasks?status=${documents.failed > 0 || failed === 0 ? 'failed' : 'refused'}`)} />
      <Tile name="Index behind" value={index === undefined ? '?' : counted(index.pending)} bad={index === undefined || index.quarantined > 0} says={indexSays(index)} {...tasks('/tasks')} />
    </dl>
  )
}

function indexSays(index: StatsAnswer['index']): string {
  if (index === undefined) return 'the engine does not answer'
  if (index.quarantined > 0) return `${amount(index.quarantined, 'article', 'articles')} failed for good`
  return index.pending === 0 ? 'level with the store' : 'articles, soon searchable'
}

interface TileProps {
  readonly name: string
  readonly value: string
  readonly says: string
  readonly to?: string
  readonly bad?: boolean
}

function Tile({ name, value, says, to, bad = false }: TileProps): ReactElement {
  return (
    <div className={bad ? 'tile bad' : 'tile'}>
      <dt>{to === undefined ? name : <Link to={to}>{name}</Link>}</dt>
      <dd>
        <span className="tile-value">{value}</span> <span className="facts">{says}</span>
      </dd>
    </div>
  )
}
