// What can be decided here? Every act as a button that names its key. What does not apply now stays in its place, greyed,
// so that nothing moves under the hand.
import { useState, type ReactElement } from 'react'

export interface Action {
  readonly key: string
  readonly label: string
  readonly does: () => void
  readonly off?: boolean
  /** For the key: `Shift+Z` and the like; the key itself otherwise. */
  readonly keyName?: string
  readonly strong?: boolean
  /** Seldom wanted: a phone shows it behind “More”. */
  readonly seldom?: boolean
  /** Its key is listened for by the page around, so that it works between two clusters too. */
  readonly elsewhere?: boolean
}

export function Actions({ actions }: { readonly actions: readonly Action[] }): ReactElement {
  const [whole, setWhole] = useState(false)
  const turn = (does: () => void): void => {
    setWhole(false)
    does()
  }
  return (
    <div className="review-actions" data-whole={whole} role="group" aria-label="Decisions">
      {actions.map(({ key, label, does, off = false, keyName = key, strong = false, seldom = false }) => (
        <button key={keyName} type="button" className={strong ? 'strong' : seldom ? 'seldom' : undefined} aria-keyshortcuts={keyName} aria-disabled={off} onClick={() => !off && turn(does)}>
          <kbd aria-hidden="true">{keyName === 'Shift+Z' ? '⇧z' : key}</kbd> {label}
        </button>
      ))}
      <button type="button" className="more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Fewer' : 'More'}
      </button>
    </div>
  )
}
