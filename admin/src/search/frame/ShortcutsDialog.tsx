// Which keys are there? Shown on `?`, and the place to switch single keys off.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { keysAreOn, switchKeys } from './keys.ts'

const GROUPS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
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
  const [on, setOn] = useState(keysAreOn)
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal()
  }, [open])
  const change = (): void => {
    switchKeys(!on)
    setOn(!on)
  }
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">Keys</h2>
      <div className="shortcuts">
        {Object.entries(GROUPS).map(([group, keys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="switch">
        <input type="checkbox" checked={on} onChange={change} /> Single letters are keys
      </label>
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  )
}
