// What stands in a notice that can be taken back? What was done and a way back; once taken, that it is undone.
import { useState, type ReactElement } from 'react'
import { sentenceOf } from '../../api.ts'

interface UndoableProps {
  readonly text: string
  readonly undone: string
  /** What the way back is called. */
  readonly word?: string
  readonly onUndo: () => Promise<unknown>
}

export function Undoable({ text, undone, word = 'Undo', onUndo }: UndoableProps): ReactElement {
  const [state, setState] = useState<'done' | 'busy' | 'undone' | { readonly error: unknown }>('done')
  const undo = (): void => {
    setState('busy')
    onUndo().then(
      () => setState('undone'),
      (error: unknown) => setState({ error }),
    )
  }
  if (state === 'undone') return <span>{word === 'Undo' ? 'Undone. ' : ''}{undone}</span>
  if (typeof state === 'object') return <span>Not done: {sentenceOf(state.error)}</span>
  return (
    <span>
      {text}{' '}
      <button type="button" className="plain" disabled={state === 'busy'} onClick={undo}>
        {word}
      </button>
    </span>
  )
}
