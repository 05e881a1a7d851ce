// What would it meet? Before many articles are changed the service says how many, how many are so already, and shows a few.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type FormEvent, type ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { type Chosen, give, type Order, preview } from '../archive/tasks.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import type { Act } from './acts.ts'

interface OrderProps {
  readonly act: Act
  readonly chosen: Chosen
  /** Values that are known, to choose from. */
  readonly known: readonly string[]
  readonly onClose: () => void
  readonly onGiven: () => void
}

export function OrderDialog({ act, chosen, known, onClose, onGiven }: OrderProps): ReactElement {
  const [word, setWord] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const asked = useDeferredValue(word.trim())
  const ready = act.asks === undefined || asked !== ''
  const seen = useQuery({ queryKey: ['task-preview', act.kind, chosen, asked], queryFn: ({ signal }) => preview(orderOf(act, chosen, asked), signal), enabled: ready, placeholderData: keepPreviousData, gcTime: 0 })
  const meets = seen.data === undefined ? undefined : seen.data.count - seen.data.same
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    give(orderOf(act, chosen, word.trim())).then(onGiven, (problem: unknown) => {
      setError(problem)
      setBusy(false)
    })
  }
  return (
    <Dialog title={act.label.replace('…', '')} open onClose={onClose}>
      <form className="stacked" onSubmit={submit}>
        {act.asks !== undefined && <WordInput label={act.asks} value={word} known={known} onChange={setWord} />}
        {error !== undefined && <Failed what="The task" error={error} />}
        {ready && seen.error !== null && <Failed what="What it would meet" error={seen.error} onAgain={() => void seen.refetch()} />}
        {ready && seen.isPending && <Skeleton lines={3} />}
        {ready && seen.data !== undefined && <Preview act={act} seen={seen.data} />}
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="strong figures" disabled={busy || !ready || meets === undefined || meets === 0}>
            {meets === undefined || !ready ? act.label.replace('…', '') : act.does(meets)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function WordInput({ label, value, known, onChange }: { readonly label: string; readonly value: string; readonly known: readonly string[]; readonly onChange: (word: string) => void }): ReactElement {
  const list = useId()
  return (
    <label>
      {label}
      <input value={value} maxLength={label === 'Tag' ? 100 : 2_000} list={list} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      <datalist id={list}>
        {known.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </label>
  )
}

function Preview({ act, seen: { count, same, samples } }: { readonly act: Act; readonly seen: { readonly count: number; readonly same: number; readonly samples: readonly { readonly id: string; readonly headline: string; readonly publisher?: string | undefined }[] } }): ReactElement {
  if (count === 0) return <p>No article fits any more.</p>
  return (
    <div className="order-preview">
      <p className="figures">
        It meets {amount(count, 'article', 'articles')}
        {same > 0 && `; ${act.same(same)}`}. {act.warns ?? 'It can be undone as a whole.'}
      </p>
      <ul>
        {samples.map(({ id, headline, publisher }) => (
          <li key={id}>
            <span className="headline">{headline || 'Without a headline'}</span> <span className="facts">{publisher}</span>
          </li>
        ))}
        {count > samples.length && <li className="facts figures">and {amount(count - samples.length, 'more', 'more')}</li>}
      </ul>
    </div>
  )
}

/** An order as the service takes it. */
export function orderOf(act: Act, chosen: Chosen, word: string): Order {
  return { kind: act.kind, ...chosen, ...(act.asks === 'Tag' && { tag: word }), ...(act.asks === 'Publisher' && { publisher: word }) }
}
