// How are many clusters confirmed at once? Only after a look: how many, five of them, and what it changes. It is one batch,
// and one word takes it back.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import type { BatchMade, BatchPreview } from '../../../../server/src/http/contract/decisions.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { stale } from './clusters.ts'
import { BandMark, KindMarks } from './Marks.tsx'
import { bodyOf } from './place.ts'
import { Undoable } from '../frame/Undoable.tsx'

interface BatchProps {
  readonly filters: URLSearchParams
  readonly selected: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

type Scope = 'selected' | 'exact' | 'high' | 'all'

export function Batch({ filters, selected, onClose, onDone }: BatchProps): ReactElement {
  const [scope, setScope] = useState<Scope>(selected.length > 0 ? 'selected' : 'exact')
  const filter = filterOf(scope, filters, selected)
  const preview = useQuery({ queryKey: ['clusters', 'batch', filter], queryFn: ({ signal }) => call<BatchPreview>('/api/decisions/batch', { method: 'POST', body: { kind: 'review', filter, dryRun: true }, signal }), staleTime: 0 })
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    try {
      const { batch, count } = await call<BatchMade>('/api/decisions/batch', { method: 'POST', body: { kind: 'review', filter } })
      onDone()
      const undo = (): Promise<unknown> => call(`/api/batches/${encodeURIComponent(batch)}/withdraw`, { method: 'POST' }).finally(stale)
      notify(<Undoable key={batch} text={`Confirmed ${amount(count, 'cluster', 'clusters')}.`} undone={`${amount(count, 'cluster waits', 'clusters wait')} again.`} onUndo={undo} />, { type: 'info', autoHideDuration: 20_000 })
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning' })
    } finally {
      setBusy(false)
      stale()
    }
  }
  const count = preview.data?.count
  return (
    <Dialog title="Confirm many at once" open onClose={onClose}>
      <Scopes scope={scope} selected={selected.length} narrowed={[...filters].length > 0} onScope={setScope} />
      {preview.error !== null && <Failed what="What would be confirmed" error={preview.error} onAgain={() => void preview.refetch()} />}
      {preview.isPending ? <Skeleton lines={5} /> : preview.data !== undefined && <Preview preview={preview.data} />}
      <div className="dialog-actions">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="strong" disabled={count === undefined || count === 0 || busy} onClick={() => void confirm()}>
          {count === undefined ? 'Confirm' : `Confirm ${amount(count, 'cluster', 'clusters')}`}
        </button>
      </div>
    </Dialog>
  )
}

const SCOPES: Readonly<Record<Exclude<Scope, 'selected'>, string>> = { exact: 'That hold only exact copies', high: 'Of high confidence', all: 'All of them' }

function Scopes({ scope, selected, narrowed, onScope }: { readonly scope: Scope; readonly selected: number; readonly narrowed: boolean; readonly onScope: (scope: Scope) => void }): ReactElement {
  const labels: Partial<Record<Scope, string>> = { ...(selected > 0 && { selected: `The ${amount(selected, 'selected cluster', 'selected clusters')}` }), ...SCOPES }
  return (
    <fieldset className="scopes">
      <legend>{narrowed ? 'Which of the waiting clusters with these filters?' : 'Which of the waiting clusters?'}</legend>
      {(Object.keys(labels) as Scope[]).map((one) => (
        <label key={one} className="switch">
          <input type="radio" name="scope" checked={one === scope} onChange={() => onScope(one)} /> {labels[one]}
        </label>
      ))}
    </fieldset>
  )
}

function Preview({ preview: { count, samples, effect } }: { readonly preview: BatchPreview }): ReactElement {
  if (count === 0) return <p>No cluster that waits is of this kind.</p>
  return (
    <div className="preview">
      <p role="status">{effect}</p>
      <ul>
        {samples.map((cluster) => (
          <li key={cluster.id}>
            <span className="version-headline">{cluster.principalHeadline || 'Without a headline'}</span>
            <span className="facts figures">{amount(cluster.size, 'version', 'versions')}</span> <BandMark band={cluster.confidence} /> <KindMarks cluster={cluster} />
          </li>
        ))}
      </ul>
      {count > samples.length && <p className="facts figures">and {amount(count - samples.length, 'other', 'others')}.</p>}
    </div>
  )
}

/** Only those that wait: what was confirmed once needs no second word. */
function filterOf(scope: Scope, filters: URLSearchParams, selected: readonly string[]): Readonly<Record<string, unknown>> {
  if (scope === 'selected') return { ids: selected }
  return { minSize: 2, ...bodyOf(filters), status: 'open', ...(scope === 'exact' && { onlyKinds: ['identical'] }), ...(scope === 'high' && { confidence: ['high'] }) }
}
