// Is the index built anew, and may this person begin it? The one that serves goes on until the new one is whole.
import { useState, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { queries } from '../archive/queries.ts'
import { give } from '../archive/tasks.ts'
import type { SystemAnswer } from '../archive/stats.ts'

export function Rebuild({ building }: { readonly building: SystemAnswer['building'] }): ReactElement {
  const { canAccess } = useCanAccess({ resource: 'system', action: 'reindex' })
  const [begun, setBegun] = useState(false)
  const [failed, setFailed] = useState<string>()
  const begin = (): void => {
    setBegun(true)
    setFailed(undefined)
    call<SystemAnswer>('/api/system/reindex', { method: 'POST' })
      .then((system) => queries.setQueryData(['system'], system), (error: unknown) => setFailed(sentenceOf(error)))
      .finally(() => setBegun(false))
  }
  return (
    <div className="facts figures">
      <p role="status">
        {building.map(({ engine, pending }) => `The ${engine} index is being built anew: ${pending === 0 ? 'it is compared with the store' : `${amount(pending, 'article', 'articles')} to go`}. `)}
        {building.length > 0 && 'Search answers from the old one until it is whole.'}
      </p>
      {failed !== undefined && <p role="alert">{failed}</p>}
      <p className="actions">
        <LookThrough />
        {canAccess === true && building.length === 0 && (
          <button type="button" className="plain" disabled={begun} onClick={begin}>
            Build the index anew
          </button>
        )}
      </p>
    </div>
  )
}

/** Article by article, what differs is sent again; told on the card of the task. */
function LookThrough(): ReactElement | null {
  const { canAccess } = useCanAccess({ resource: 'tasks', action: 'add' })
  const notify = useNotify()
  if (canAccess !== true) return null
  return (
    <button type="button" className="plain" onClick={() => void give({ kind: 'verify' }).catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))}>
      Hold the index against the store
    </button>
  )
}
