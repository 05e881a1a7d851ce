// Which keys are there? Shown on `?`, and the place to switch single keys off.
import { useEffect, useRef, type ReactElement } from 'react'
import { type KeyGroups, KeyList, KeySwitch } from '../../look/KeyList.tsx'

const GROUPS: KeyGroups = {
  'Everywhere': [
    ['/', 'Search'],
    ['?', 'These keys'],
    ['Esc', 'Close, or clear the search'],
  ],
  'Results': [
    ['j or ↓', 'Next story'],
    ['k or ↑', 'Previous story'],
    ['Enter', 'Open the story'],
    ['o', 'Show its versions'],
    ['x', 'Select it, to compare'],
    ['c', 'Compare the two selected'],
  ],
  'Article': [
    ['[ and ]', 'Previous, next version'],
    ['c', 'Compare with another version'],
    ['f', 'Show or hide page furniture'],
    ['b', 'Back to the results'],
  ],
  'Comparison': [
    ['n and p', 'Next, previous difference'],
    ['w', 'Swap sides'],
    ['d', 'Only differences'],
  ],
}

export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal()
  }, [open])
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">Keys</h2>
      <KeyList groups={GROUPS} />
      <KeySwitch />
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  )
}
