// What was corrected so far, and can it be undone?
import type { ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { type Corrections, isNothing, NONE } from './corrections.ts'
import type { Steps } from './steps.ts'

export function StepButtons({ steps }: { readonly steps: Steps }): ReactElement {
  if (steps.done + steps.undone === 0 && isNothing(steps.now)) return <p className="facts step-hint">Click a line, or walk with j, k and the arrows, and say what it is; select words to say it of them alone. Click a value to correct it. Every step can be undone.</p>
  return (
    <div className="actions step-buttons">
      <span className="facts" role="status">
        {sayCorrections(steps.now)}
      </span>
      <button type="button" aria-keyshortcuts="z" disabled={steps.done === 0} onClick={steps.undo}>
        Undo <kbd aria-hidden="true">z</kbd>
      </button>
      {steps.undone > 0 && (
        <button type="button" aria-keyshortcuts="Shift+Z" onClick={steps.redo}>
          Do it again
        </button>
      )}
      {!isNothing(steps.now) && (
        <button type="button" className="plain" onClick={() => steps.make(NONE)}>
          As the archive reads it
        </button>
      )}
    </div>
  )
}

export function sayCorrections({ starts, marks, values }: Corrections): string {
  const fields = values.reduce((sum, value) => sum + Object.keys(value.fields).length, 0)
  const parts = [
    starts !== undefined && 'borders as you say',
    marks.length > 0 && amount(marks.length, 'line marked', 'lines marked'),
    fields > 0 && amount(fields, 'value corrected', 'values corrected'),
  ]
  const said = parts.filter(Boolean).join(', ')
  return said === '' ? 'Nothing corrected.' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}
