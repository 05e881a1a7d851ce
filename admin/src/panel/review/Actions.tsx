// What can be decided here? Every act as a button that names its key. What does not apply now stays in its place, greyed,
// so that nothing moves under the hand.
import type { ReactElement } from 'react'

export interface Action {
  readonly key: string
  readonly label: string
  readonly does: () => void
  readonly off?: boolean
  /** For the key: `Shift+Z` and the like; the key itself otherwise. */
  readonly keyName?: string
  readonly strong?: boolean
  /** Its key is listened for by the page around, so that it works between two clusters too. */
  readonly elsewhere?: boolean
}

export function Actions({ actions }: { readonly actions: readonly Action[] }): ReactElement {
  return (
    <div className="review-actions" role="group" aria-label="Decisions">
      {actions.map(({ key, label, does, off = false, keyName = key, strong = false }) => (
        <button key={keyName} type="button" className={strong ? 'strong' : undefined} aria-keyshortcuts={keyName} aria-disabled={off} onClick={() => !off && does()}>
          <kbd aria-hidden="true">{keyName === 'Shift+Z' ? '⇧z' : key}</kbd> {label}
        </button>
      ))}
    </div>
  )
}
