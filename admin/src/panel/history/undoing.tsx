// How is any decision taken back? At once where nothing depends on it; otherwise what does is named, and the person says
// whether it goes too.
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { Undoable } from '../frame/Undoable.tsx'
import { dependantsOf, restore, withdraw, withdrawAlone } from './decisions.ts'
import { effectOf } from './words.ts'

interface Asked {
  readonly decision: DecisionRecord
  readonly dependants: readonly DecisionRecord[]
}

export interface Undoing {
  readonly undo: (decision: DecisionRecord) => void
  readonly redo: (decision: DecisionRecord) => void
  /** The decision that is being taken back or made again. */
  readonly busy: string | undefined
  readonly dialog: ReactElement | null
}

export function useUndoing(): Undoing {
  const [asked, setAsked] = useState<Asked>()
  const [busy, setBusy] = useState<string>()
  const notify = useNotify()
  const during = (id: string, work: () => Promise<void>): void => {
    setBusy(id)
    work()
      .catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
      .finally(() => setBusy(undefined))
  }
  const undone = (ids: readonly string[], text: string): void => {
    // Made again in the order in which they were made first.
    const again = async (): Promise<void> => {
      for (const id of ids.toSorted((one, other) => Number(one) - Number(other))) await restore(id)
    }
    notify(<Undoable key={ids.join()} text={text} word="Redo" undone="It holds again." onUndo={again} />, { type: 'info', autoHideDuration: 12_000 })
  }
  const undo = (decision: DecisionRecord): void =>
    during(decision.id, async () => {
      const dependants = await dependantsOf(decision.id)
      if (dependants.length > 0) return setAsked({ decision, dependants })
      await withdraw(decision.id, [])
      undone([decision.id], 'Undone.')
    })
  const redo = (decision: DecisionRecord): void =>
    during(decision.id, async () => {
      await restore(decision.id)
      notify('It holds again.', { type: 'info' })
    })
  const settle = ({ decision, dependants }: Asked, all: boolean): void => {
    setAsked(undefined)
    during(decision.id, async () => {
      if (all) await withdraw(decision.id, dependants.map(({ id }) => id))
      else await withdrawAlone(decision.id)
      undone(all ? [decision, ...dependants].map(({ id }) => id) : [decision.id], all ? `Undone: ${dependants.length + 1} decisions.` : 'Undone.')
    })
  }
  const dialog = asked === undefined ? null : <Dependants asked={asked} onSettle={(all) => settle(asked, all)} onClose={() => setAsked(undefined)} />
  return { undo, redo, busy, dialog }
}

function Dependants({ asked, onSettle, onClose }: { readonly asked: Asked; readonly onSettle: (all: boolean) => void; readonly onClose: () => void }): ReactElement {
  const { decision, dependants } = asked
  return (
    <Dialog title="Later decisions depend on this one" open onClose={onClose}>
      <p>
        “{effectOf(decision)}” came first. {amount(dependants.length, 'later decision is', 'later decisions are')} about the same articles:
      </p>
      <ol className="dependants">
        {dependants.map((one) => (
          <li key={one.id}>
            {effectOf(one)}{' '}
            <span className="facts">
              {one.actor}, <Ago at={one.decidedAt} />
            </span>
          </li>
        ))}
      </ol>
      <div className="dialog-actions">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" onClick={() => onSettle(false)}>
          Undo only this one
        </button>
        <button type="button" className="strong" onClick={() => onSettle(true)}>
          Undo these {dependants.length + 1}
        </button>
      </div>
    </Dialog>
  )
}
