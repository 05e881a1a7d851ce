// How is a reading corrected? Left the text, line by line; right what it becomes. Every correction is sent at once and all
// follows; nothing is stored until the page around it says so.
import { useState, type ReactElement } from 'react'
import { usePanelKeys } from '../frame/keys.ts'
import { ArticlesPane } from './ArticlesPane.tsx'
import { anchorOf, type CorrectedFields, type Corrections, type LineKind, movedStart, startsOf, withMark, withStart, withoutStart, withoutValue, withValue } from './corrections.ts'
import { useKeeping } from './keeping.tsx'
import { LineBar, type LineDoings } from './LineBar.tsx'
import { type Part, partsOf } from './parts.ts'
import type { Reading, RehearsedDocument } from './rehearsed.ts'
import { lineAt, settled, type Standing, START, stepped } from './standing.ts'
import type { Steps } from './steps.ts'
import { TextPane } from './TextPane.tsx'

interface ReadingEditorProps {
  /** With its reading in detail. */
  readonly document: RehearsedDocument
  readonly steps: Steps
  /** The last correction is under way. */
  readonly busy: boolean
  /** Of the headings of its two halves. */
  readonly level?: 'h2' | 'h3'
}

export function ReadingEditor({ document, steps, busy, level: Heading = 'h3' }: ReadingEditorProps): ReactElement {
  const [stood, stand] = useState<Standing>(() => firstOf(document))
  const reading: Reading = document.reading ?? { lines: [], borders: [] }
  const standing = settled(reading, stood)
  const parts = partsOf(document)
  const current = Math.max(0, parts.findIndex((part) => standing.at >= part.begin && standing.at < part.end))
  const goTo = (part: Part | undefined): void => {
    const line = part?.lines[0]
    if (line !== undefined) stand({ line: line.span.begin, at: line.span.begin })
  }
  const does = doings({ reading, standing, part: parts[current], steps, stand })
  const merge = (part: Part): void => {
    const next = parts[parts.indexOf(part) + 1]
    if (next !== undefined) steps.make(withoutStart(steps.now, reading, next.begin))
  }
  usePanelKeys({
    ...keysOf(does, steps),
    j: () => goTo(parts[current + 1]),
    k: () => goTo(parts[current - 1]),
    m: () => parts[current] !== undefined && merge(parts[current]),
  })
  const say = (part: Part, change: (reach: Part, at: number) => Corrections): void => steps.make(change(part, anchorOf(reading.lines, part)))
  const line = lineAt(reading, standing.at)
  const keeping = useKeeping(line, parts[current]?.article?.publisher)
  const border = line !== undefined && startsOf(reading).includes(line.span.begin) && line !== reading.lines[0]
  return (
    <div className="reading-editor">
      <div className="reading-left">
        <Heading>The text</Heading>
        <LineBar line={line} standing={standing} border={border} first={line === reading.lines[0]} does={{ ...does, ...keeping.does }} />
        <TextPane document={document} standing={standing} busy={busy} onStand={(next) => stand({ ...standing, ...next })} onStep={(by, direction) => stand(stepped(reading, standing, by, direction))} />
      </div>
      <div className="reading-right">
        <Heading>What it becomes</Heading>
        {document.articles.length === 0 && <p className="banner">No article: all of it is furniture.</p>}
        <ArticlesPane
          parts={parts}
          current={current}
          corrections={steps.now}
          onGo={goTo}
          onMerge={merge}
          onSay={(part, fields: CorrectedFields) => say(part, (reach, at) => withValue(steps.now, reach, at, fields))}
          onTakeBack={(part, field) => steps.make(withoutValue(steps.now, part, field))}
        />
      </div>
      {keeping.dialog}
    </div>
  )
}

/** The first article; its own lines are what there is to look at. */
function firstOf(document: RehearsedDocument): Standing {
  const begin = partsOf(document).find((part) => part.article !== undefined)?.begin
  return begin === undefined ? START : { line: begin, at: begin }
}

interface Place {
  readonly reading: Reading
  readonly standing: Standing
  readonly part: Part | undefined
  readonly steps: Steps
  readonly stand: (next: Standing) => void
}

function doings({ reading, standing, part, steps, stand }: Place): LineDoings {
  const line = lineAt(reading, standing.at)
  const span = standing.selection ?? line?.span
  const unselected = (): void => stand({ ...standing, selection: undefined })
  return {
    begin: () => {
      if (standing.at > 0 && !startsOf(reading).includes(standing.at)) steps.make(withStart(steps.now, reading, standing.at))
      unselected()
    },
    join: () => line !== undefined && steps.make(withoutStart(steps.now, reading, line.span.begin)),
    move: (by) => {
      const next = line && movedStart(steps.now, reading, line.span.begin, by)
      if (next === undefined) return
      steps.make(next)
      stand(stepped(reading, standing, 'line', by))
    },
    mark: (is: LineKind) => {
      if (span === undefined) return
      steps.make(withMark(steps.now, span, is))
      unselected()
    },
    headline: () => {
      if (span === undefined || line === undefined || part === undefined) return
      const words = line.text.slice(Math.max(0, span.begin - line.span.begin), span.end - line.span.begin).replace(/\s+/g, ' ').trim()
      const marked = withMark(steps.now, span, 'heading')
      steps.make(withValue(marked, part, anchorOf(reading.lines.filter((one) => one !== line), part), { headline: words.slice(0, 2_000) }))
      unselected()
    },
  }
}

function keysOf(does: LineDoings, steps: Steps): Readonly<Record<string, () => void>> {
  return { b: does.begin, f: () => does.mark('furniture'), t: () => does.mark('text'), h: does.headline, z: steps.undo, Z: steps.redo }
}
