// What just came of a key? One line, said aloud, with the way back beside it. The last one counts: ten decisions in four
// seconds must not leave ten notices to be waited for.
import { useEffect, useState, type ReactElement } from 'react'
import type { Session } from './session.ts'

const SHOWN_MS = 12_000

interface SnackProps {
  readonly session: Session
  readonly onUndo: (entry: number) => void
  readonly onShow: (cluster: string) => void
  readonly onOnlyOf?: { readonly name: string; readonly does: () => void }
}

export function Snack({ session, onUndo, onShow, onOnlyOf }: SnackProps): ReactElement {
  const { said } = session
  const [gone, setGone] = useState(0)
  useEffect(() => {
    if (said === undefined || said.tone === 'failed') return undefined
    const timer = setTimeout(() => setGone(said.turn), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  const shown = said !== undefined && said.turn !== gone ? said : undefined
  const entry = shown?.entry
  const at = shown?.cluster
  return (
    <div className="review-said" role="status">
      {shown !== undefined && (
        <p className={`said said-${shown.tone}`}>
          <span>{shown.text}</span>
          {entry !== undefined && (
            <button type="button" className="plain" onClick={() => onUndo(entry)}>
              Undo
            </button>
          )}
          {entry !== undefined && onOnlyOf !== undefined && (
            <button type="button" className="plain" onClick={onOnlyOf.does}>
              Only of {onOnlyOf.name}
            </button>
          )}
          {at !== undefined && (
            <button type="button" className="plain" onClick={() => onShow(at)}>
              Show it
            </button>
          )}
          {shown.tone === 'failed' && (
            <button type="button" className="plain" onClick={() => setGone(shown.turn)}>
              Close
            </button>
          )}
        </p>
      )}
    </div>
  )
}
