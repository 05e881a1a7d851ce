// What can be done with a comparison? Turn it round, fold it, walk through it, print it, send it on.
import type { ReactElement } from 'react'
import type { Evidence } from '../../evidence/pair.ts'
import { CopyLink } from './CopyLink.tsx'

interface CompareToolsProps {
  readonly evidence: Evidence
  readonly only: boolean
  readonly inline: boolean
  readonly onOnly: (only: boolean) => void
  readonly onInline: (inline: boolean) => void
  readonly onSwap: () => void
  readonly onStep: (by: 1 | -1) => void
}

export function CompareTools({ evidence, only, inline, onOnly, onInline, onSwap, onStep }: CompareToolsProps): ReactElement {
  return (
    <div className="tools" role="group" aria-label="Comparison">
      <button type="button" onClick={() => onStep(-1)} aria-keyshortcuts="p">
        Previous
      </button>
      <button type="button" onClick={() => onStep(1)} aria-keyshortcuts="n">
        Next difference
      </button>
      <button type="button" onClick={onSwap} aria-keyshortcuts="w">
        Swap sides
      </button>
      <label className="switch">
        <input type="checkbox" role="switch" checked={only} onChange={() => onOnly(!only)} /> Only differences
      </label>
      <label className="switch">
        <input type="checkbox" role="switch" checked={inline} onChange={() => onInline(!inline)} /> In one column
      </label>
      <a href={`/api/evidence/${evidence.left.articleId}/${evidence.right.articleId}/report`}>Report to print or send</a>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <CopyLink />
    </div>
  )
}
