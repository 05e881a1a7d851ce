// What does a reader do here? Types words and sees stories; near-copies of one text are folded into one row.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Answer } from './answer.ts'
import { Facets } from './Facets.tsx'
import { useAsked } from './frame/asked.ts'
import { useKeys } from './frame/keys.ts'
import { remember, remembered } from './frame/memory.ts'
import { currentPlace, goInstead, goTo, rewrite, scrollToRestore, usePlace } from './frame/place.ts'
import { Shell } from './frame/Shell.tsx'
import { FilterChips } from './FilterChips.tsx'
import { addressOf, callFor, isFiltered, questionOf, type Question } from './question.ts'
import { Results } from './Results.tsx'
import { focusHit, stepHit, toggleChoice, toggleVersions } from './rows.ts'
import { SearchBox } from './SearchBox.tsx'
import { SelectionBar, useSelection } from './Selection.tsx'
import { useSlow } from './frame/slow.ts'

/** The story that was opened from each history entry, to find it again on the way back. */
const opened = new Map<string, string>()

export function SearchPage(): ReactElement {
  const place = usePlace()
  const question = questionOf(place.query)
  useKeptGrouping(question)
  const asked = useAsked<Answer>(callFor(question))
  const slow = useSlow(asked.waiting)
  const [filtering, setFiltering] = useState(false)
  const selection = useSelection()
  const back = scrollToRestore() !== undefined
  useReturn(asked.answer !== undefined, place.key)
  useKeys({ j: () => stepHit(1), k: () => stepHit(-1), ArrowDown: () => stepHit(1), ArrowUp: () => stepHit(-1), o: toggleVersions, x: toggleChoice, c: selection.compare, Escape: () => (filtering ? setFiltering(false) : selection.clear()) })
  const change = (next: Question): void => {
    if (next.collapse !== question.collapse) remember('grouping', next.collapse ? undefined : 'off')
    goTo(addressOf(next))
  }
  const typed = (q: string): Question => ({ ...questionOf(currentPlace().query), q, page: 1 })
  const filters = Object.values(question.filters).flat().length + (question.publishedFrom === undefined ? 0 : 1)
  return (
    <Shell title={question.q.trim()} ready={asked.answer !== undefined || asked.error !== undefined}>
      {slow && <div className="loading" aria-hidden="true" />}
      <h1 className="hidden">Search the archive</h1>
      <SearchBox
        question={question.q}
        autoFocus={!back}
        onType={(q) => rewrite(addressOf(typed(q)))}
        onSettle={(q) => goTo(addressOf(typed(q)))}
        onDown={() => focusHit(0)}
      />
      <FilterChips question={question} onChange={change} />
      <div className="columns">
        <Results question={question} asked={asked} onChange={change} onOpen={(id) => opened.set(currentPlace().key, id)} selection={selection} />
        {(asked.answer?.total !== 0 || isFiltered(question)) && (
          <aside className="facets" aria-label="Narrow down" data-open={filtering}>
            <button type="button" className="facets-toggle" aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>
              Narrow down{filters > 0 ? ` (${filters})` : ''}
            </button>
            <div className="facets-list">{asked.answer !== undefined && <Facets question={question} facets={asked.answer.facets} onChange={change} />}</div>
          </aside>
        )}
      </div>
      <SelectionBar selection={selection} />
    </Shell>
  )
}

/** Who has switched grouping off once, has it off until they switch it on; a link that says otherwise wins. */
function useKeptGrouping(question: Question): void {
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) return
    first.current = false
    const said = new URLSearchParams(location.search).has('collapse')
    if (!said && remembered('grouping') === 'off' && location.search === '') goInstead(addressOf({ ...question, collapse: false }))
  }, [question])
}

function useReturn(ready: boolean, key: string): void {
  useEffect(() => {
    const id = opened.get(key)
    if (ready && id !== undefined && scrollToRestore() !== undefined) document.querySelector<HTMLElement>(`[data-hit="${CSS.escape(id)}"] h2 a`)?.focus({ preventScroll: true })
  }, [ready, key])
}
