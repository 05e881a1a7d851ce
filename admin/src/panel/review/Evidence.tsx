// What says so? The verdict in a sentence first; under it the proof, one tab for each way to look at it.
import type { UseQueryResult } from '@tanstack/react-query'
import { useRef, type KeyboardEvent, type ReactElement } from 'react'
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { Failed } from '../states/Failed.tsx'
import { TABS, TAB_NAMES } from './address.ts'
import type { Cluster } from './cluster.ts'
import { Panel } from './Panel.tsx'
import { useEvidence } from './questions.ts'
import { VerdictHead } from './VerdictHead.tsx'
import type { View } from './view.ts'

interface EvidenceProps {
  readonly cluster: Cluster
  readonly family: UseQueryResult<FamilyAnswer>
  readonly view: View
}

export function Evidence({ cluster, family, view }: EvidenceProps): ReactElement {
  const { looked, reference, tab } = view
  const evidence = useEvidence(reference, looked)
  const alone = looked === reference
  return (
    <section className="review-evidence" aria-label="Evidence">
      <VerdictHead cluster={cluster} evidence={evidence.data} alone={alone} family={family.data} view={view} />
      <Tabs view={view} />
      <div className="review-panel" role="tabpanel" id="review-panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {evidence.error !== null && evidence.data === undefined ? <Failed what="The evidence" error={evidence.error} onAgain={() => void evidence.refetch()} /> : <Panel cluster={cluster} evidence={evidence.data} alone={alone} family={family} view={view} />}
      </div>
    </section>
  )
}

/** Left and Right go along the tabs, as in every tab list (WAI-ARIA). */
function Tabs({ view }: { readonly view: View }): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(view.tab) + by + TABS.length) % TABS.length]
    if (next === undefined) return
    view.open(next)
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div ref={list} className="review-tabs" role="tablist" aria-label="Ways to look at the evidence" onKeyDown={step}>
      {TABS.map((tab) => (
        <button key={tab} id={`tab-${tab}`} type="button" role="tab" aria-selected={tab === view.tab} aria-controls="review-panel" tabIndex={tab === view.tab ? 0 : -1} onClick={() => view.open(tab)} {...(KEYS[tab] !== undefined && { 'aria-keyshortcuts': KEYS[tab] })}>
          {TAB_NAMES[tab]} {KEYS[tab] !== undefined && <kbd aria-hidden="true">{KEYS[tab]}</kbd>}
        </button>
      ))}
    </div>
  )
}

const KEYS: Readonly<Record<string, string>> = { words: 't', sides: 'd' }
