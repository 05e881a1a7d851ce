// Which two stories are to be held against each other? Marked one by one; a third takes the place of the first, so that a
// comparison is never more than a key away.
import { useState, type ReactElement } from 'react'
import type { Hit } from './answer.ts'
import { Link } from './frame/Link.tsx'
import { goTo } from './frame/place.ts'

type Chosen = Pick<Hit, 'id' | 'headline'>

export interface Selection {
  readonly chosen: readonly Chosen[]
  has(id: string): boolean
  toggle(hit: Chosen): void
  clear(): void
  /** Goes to the comparison of the two, where there are two. */
  compare(): void
}

const MOST = 2

/** What was marked, while the page is open: a comparison and the way back leave it as it was. */
let kept: readonly Chosen[] = []

export function useSelection(): Selection {
  const [chosen, setChosen] = useState(kept)
  const put = (next: readonly Chosen[]): void => {
    kept = next
    setChosen(next)
  }
  const has = (id: string): boolean => chosen.some((one) => one.id === id)
  return {
    chosen,
    has,
    toggle: ({ id, headline }) => put(has(id) ? chosen.filter((one) => one.id !== id) : [...chosen, { id, headline }].slice(-MOST)),
    clear: () => put([]),
    compare: () => {
      const address = addressOf(chosen)
      if (address !== undefined) goTo(address)
    },
  }
}

/** What is marked and what can be done with it, always in sight. */
export function SelectionBar({ selection }: { readonly selection: Selection }): ReactElement {
  const { chosen, clear } = selection
  const address = addressOf(chosen)
  return (
    <section className="selection" aria-label="Selected" data-any={chosen.length > 0}>
      <p role="status">
        {chosen.length > 0 && (
          <>
            <strong>{chosen.length} selected</strong>
            {chosen.map(({ id, headline }) => (
              <span key={id} className="selected-name">
                {headline || 'Without a headline'}
              </span>
            ))}
            {address === undefined && <span className="facts">Select another to compare the two.</span>}
          </>
        )}
      </p>
      {chosen.length > 0 && (
        <p className="selection-ways">
          {address !== undefined && (
            <Link className="button strong" href={address} aria-keyshortcuts="c">
              Compare the two
            </Link>
          )}
          <button type="button" onClick={clear}>
            Clear
          </button>
        </p>
      )}
    </section>
  )
}

function addressOf([left, right]: readonly Chosen[]): string | undefined {
  return left === undefined || right === undefined ? undefined : `/compare/${left.id}/${right.id}`
}
