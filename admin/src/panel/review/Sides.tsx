// Both texts beside one another: the next difference by key, only what differs or all of it, and the place that somebody
// chose elsewhere. Where one is, is in the address.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { EvidenceAnswer } from '../../../../server/src/http/contract/evidence.ts'
import type { Names } from '../../evidence/pair.ts'
import { SideBySide, type TextsHandle } from '../../evidence/SideBySide.tsx'
import { usePanelKeys } from '../frame/keys.ts'
import type { View } from './view.ts'

export const MODES = { differences: 'Only differences', all: 'All', inline: 'Inline' } as const
export type Mode = keyof typeof MODES

/** The way somebody likes to read stays while they go through the queue. */
let liked: Mode = 'differences'

interface SidesProps {
  readonly evidence: EvidenceAnswer
  readonly names: Names
  readonly view: Pick<View, 'difference' | 'aim' | 'point'>
}

export function Sides({ evidence, names, view }: SidesProps): ReactElement {
  const texts = useRef<TextsHandle>(null)
  const [mode, setMode] = useState<Mode>(liked)
  const [at, setAt] = useState<readonly [number, number]>()
  const choose = (next: Mode): void => {
    liked = next
    setMode(next)
  }
  useAimed(texts, view, at?.[0], evidence)
  const modes = Object.keys(MODES) as Mode[]
  usePanelKeys({
    ']': () => texts.current?.step(1),
    '[': () => texts.current?.step(-1),
    'd': () => choose(modes[(modes.indexOf(mode) + 1) % modes.length] as Mode),
  })
  return (
    <>
      <Tools mode={mode} at={at} onMode={choose} onStep={(by) => texts.current?.step(by)} />
      <SideBySide
        ref={texts}
        evidence={evidence}
        names={names}
        fold={mode === 'differences'}
        inline={mode === 'inline'}
        onDifference={(number, of) => {
          setAt([number, of])
          view.point(String(number))
        }}
      />
    </>
  )
}

/** Goes where the address or another tab points, once the texts are there. */
function useAimed(texts: { readonly current: TextsHandle | null }, view: SidesProps['view'], at: number | undefined, evidence: EvidenceAnswer): void {
  const { aim, difference } = view
  useEffect(() => {
    if (aim === undefined) return
    if ('block' in aim) texts.current?.showBlock(aim.block)
    else texts.current?.show(aim)
  }, [aim, evidence])
  useEffect(() => {
    if (aim === undefined && difference !== undefined && Number(difference) !== at) texts.current?.goTo(Number(difference))
  }, [difference, evidence])
}

interface ToolsProps {
  readonly mode: Mode
  readonly at: readonly [number, number] | undefined
  readonly onMode: (mode: Mode) => void
  readonly onStep: (by: 1 | -1) => void
}

function Tools({ mode, at, onMode, onStep }: ToolsProps): ReactElement {
  return (
    <div className="sides-tools" role="group" aria-label="How to read them">
      {(Object.keys(MODES) as Mode[]).map((one) => (
        <button key={one} type="button" className="chip" aria-pressed={one === mode} onClick={() => onMode(one)}>
          {MODES[one]}
        </button>
      ))}
      <span className="sides-steps">
        <button type="button" className="chip" aria-keyshortcuts="[" onClick={() => onStep(-1)}>
          <kbd aria-hidden="true">[</kbd> Previous difference
        </button>
        <button type="button" className="chip" aria-keyshortcuts="]" onClick={() => onStep(1)}>
          <kbd aria-hidden="true">]</kbd> Next difference
        </button>
        <span className="facts figures" role="status">
          {at === undefined ? '' : `${at[0]} of ${at[1]}`}
        </span>
      </span>
    </div>
  )
}
