// Which keys are there, and may single letters be keys? The same list and switch on the search page and in the panel.
import { useState, type ReactElement } from 'react'
import { keysAreOn, switchKeys } from '../search/frame/keys.ts'

/** By page: the key as it is written, and what it does. */
export type KeyGroups = Readonly<Record<string, readonly (readonly [string, string])[]>>

export function KeyList({ groups }: { readonly groups: KeyGroups }): ReactElement {
  return (
    <div className="shortcuts">
      {Object.entries(groups).map(([group, keys]) => (
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
  )
}

export function KeySwitch(): ReactElement {
  const [on, setOn] = useState(keysAreOn)
  const change = (): void => {
    switchKeys(!on)
    setOn(!on)
  }
  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={change} /> Single letters are keys
    </label>
  )
}
