// Where can one go, and what waits there? Ways that a person may not take are not shown; the service refuses them anyway.
import type { ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { NavLink } from 'react-router-dom'
import { counted } from '../../evidence/numbers.ts'
import { useStats } from '../archive/stats.ts'

export function Menu(): ReactElement {
  const { data } = useStats('30d')
  const failed = (data?.documents.failed ?? 0) + (data?.documents.refused ?? 0)
  const waiting = (data?.documents.queued ?? 0) + (data?.documents.processing ?? 0)
  return (
    <nav className="menu" aria-label="Panel">
      <ul>
        <Way to="/" label="Dashboard" end />
        <Way to="/uploads/new" label="Add files" right={['documents', 'upload']} />
        <Way to="/uploads" label="Uploads" end {...(waiting > 0 && { count: waiting, says: 'files wait' })} />
        <Way to="/articles" label="Articles" {...(data !== undefined && { count: data.articles, says: 'articles' })} />
        <Way to="/clusters" label="Clusters" right={['clusters', 'list']} {...(data !== undefined && data.toReview + data.reviewed > 0 && { count: data.toReview + data.reviewed, says: 'stories in several versions' })} />
        <Way to="/review" label="Review" right={['decisions', 'make']} {...(data !== undefined && data.queue.depth > 0 && { count: data.queue.depth, says: 'clusters wait' })} />
        <Way to="/decisions" label="History" right={['decisions', 'list']} />
        <Way to="/tasks" label="Tasks and health" right={['system', 'list']} {...(failed > 0 && { count: failed, says: 'files need attention', loud: true })} />
        <Way to="/users" label="Users" right={['users', 'list']} />
        <Way to="/keys" label="Keys" right={['keys', 'list']} />
        <Way to="/settings" label="Settings" right={['system', 'list']} />
      </ul>
    </nav>
  )
}

interface WayProps {
  readonly to: string
  readonly label: string
  readonly end?: boolean
  readonly count?: number
  /** What is counted, for who hears the page. */
  readonly says?: string
  readonly loud?: boolean
  /** Resource and action that it takes to go there. */
  readonly right?: readonly [string, string]
}

function Way({ to, label, end = false, count, says, loud = false, right = ['articles', 'list'] }: WayProps): ReactElement | null {
  const { canAccess } = useCanAccess({ resource: right[0], action: right[1] })
  if (canAccess !== true) return null
  return (
    <li>
      <NavLink to={to} end={end}>
        {label}
        {count !== undefined && (
          <span className={loud ? 'count loud figures' : 'count figures'}>
            {counted(count)}
            <span className="hidden"> {says}</span>
          </span>
        )}
      </NavLink>
    </li>
  )
}
