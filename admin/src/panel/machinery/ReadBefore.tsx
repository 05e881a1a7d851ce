// A rule holds from now on: what of the articles that were read before it? They are named, and read again when somebody asks.
import { useState, type ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { ACTS } from '../articles/acts.ts'
import { OrderDialog } from '../articles/OrderDialog.tsx'

type State = 'offered' | 'asking' | 'given'

/** `ids`: the articles that the rule would have read otherwise, as its trial said. */
export function ReadBefore({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const [state, setState] = useState<State>('offered')
  return (
    <div className="order-preview">
      <p role="status" className="figures">
        The rule holds from now on.{' '}
        {state === 'given' ? 'What came before it is being read again: see Tasks.' : ids.length > 0 && `${amount(ids.length, 'article was', 'articles were')} read before it.`}
      </p>
      {ids.length > 0 && state !== 'given' && (
        <button type="button" onClick={() => setState('asking')}>
          Read {ids.length === 1 ? 'it' : 'them'} again…
        </button>
      )}
      {state === 'asking' && <OrderDialog act={ACTS.reread} chosen={{ ids }} known={[]} onClose={() => setState('offered')} onGiven={() => setState('given')} />}
    </div>
  )
}
