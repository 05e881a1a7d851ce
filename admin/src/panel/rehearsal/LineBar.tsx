// What can be said of the line that one stands on? Where an article begins, and what is furniture, text or headline.
import type { ReactElement } from 'react'
import type { LineKind, Stretch } from './corrections.ts'
import type { ReadLine } from './rehearsed.ts'
import type { Standing } from './standing.ts'

export interface LineDoings {
  begin(): void
  join(): void
  move(by: -1 | 1): void
  mark(is: LineKind): void
  headline(): void
  /** Furniture here and wherever else such a line stands; absent where one may not say so. */
  keep?: () => void
}

interface LineBarProps {
  readonly line: ReadLine | undefined
  readonly standing: Standing
  /** An article begins on this line, and it is not the first. */
  readonly border: boolean
  readonly first: boolean
  readonly does: LineDoings
}

export function LineBar({ line, standing, border, first, does }: LineBarProps): ReactElement {
  const { selection } = standing
  const within = line !== undefined && standing.at > line.span.begin
  return (
    <div className="line-bar" role="toolbar" aria-label="What this line is">
      {border && !within ? (
        <>
          <button type="button" onClick={does.join}>
            Join with the one above
          </button>
          <button type="button" className="quiet" aria-label="Begin one line earlier" title="Begin one line earlier" onClick={() => does.move(-1)}>
            ↑
          </button>
          <button type="button" className="quiet" aria-label="Begin one line later" title="Begin one line later" onClick={() => does.move(1)}>
            ↓
          </button>
        </>
      ) : (
        <button type="button" aria-keyshortcuts="b" onClick={does.begin} disabled={first && !within}>
          {within ? `Begin an article at “${snippet(line, standing.at)}”` : 'Begin an article here'} <kbd aria-hidden="true">b</kbd>
        </button>
      )}
      {line?.as !== 'furniture' || selection !== undefined ? (
        <button type="button" aria-keyshortcuts="f" onClick={() => does.mark('furniture')}>
          {selection === undefined ? 'Furniture' : `Furniture: ${words(selection)}`} <kbd aria-hidden="true">f</kbd>
        </button>
      ) : null}
      {line?.as !== 'body' || selection !== undefined ? (
        <button type="button" aria-keyshortcuts="t" onClick={() => does.mark('text')}>
          Text <kbd aria-hidden="true">t</kbd>
        </button>
      ) : null}
      <button type="button" aria-keyshortcuts="h" onClick={does.headline}>
        Headline <kbd aria-hidden="true">h</kbd>
      </button>
      {line?.as === 'furniture' && selection === undefined && does.keep !== undefined && (
        <button type="button" onClick={does.keep}>
          Keep as a rule…
        </button>
      )}
    </div>
  )
}

const SHOWN = 24

function snippet(line: ReadLine, at: number): string {
  const rest = line.text.slice(at - line.span.begin).replace(/\s+/g, ' ')
  return rest.length > SHOWN ? `${rest.slice(0, SHOWN).trimEnd()}…` : rest
}

function words({ begin, end }: Stretch): string {
  return `${end - begin} ${end - begin === 1 ? 'character' : 'characters'}`
}
