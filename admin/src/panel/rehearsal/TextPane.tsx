// What was every line taken for, and where does an article begin? A list of lines that a person walks through; what is
// said of the line that one stands on is in the bar above it, so that the list is lines and nothing else.
import { memo, useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { reasonName } from '../../search/reader/furniture.ts'
import { FIELD_NAMES } from '../articles/Grounds.tsx'
import type { ReadLine, RehearsedDocument } from './rehearsed.ts'
import { type Part, partsOf } from './parts.ts'
import { reveal } from './reveal.ts'
import { type Standing, touched } from './standing.ts'

interface TextPaneProps {
  readonly document: RehearsedDocument
  readonly standing: Standing
  readonly onStand: (next: Partial<Standing>) => void
  readonly onStep: (by: 'line' | 'place', direction: -1 | 1) => void
  readonly busy: boolean
}

/** Longer texts show the articles around the one in hand; the others are told by their first line. */
const MOST_LINES = 3_000
const NEAR = 2

export function TextPane({ document, standing, onStand, onStep, busy }: TextPaneProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const parts = partsOf(document)
  const long = (document.reading?.lines.length ?? 0) > MOST_LINES
  const current = parts.findIndex((part) => standing.at >= part.begin && standing.at < part.end)
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('[aria-selected=true]')
    reveal(box.current, row, row?.previousElementSibling?.getAttribute('role') === 'presentation')
  }, [standing.at])
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onStep(...step)
  }
  const selected = (): void => {
    const next = box.current === null ? undefined : touched(box.current)
    if (next !== undefined) onStand(next)
  }
  return (
    <div ref={box} className="reading" role="listbox" tabIndex={0} aria-label={`The text of ${document.name}`} aria-activedescendant={`line-${standing.line}`} aria-busy={busy} onKeyDown={press} onMouseUp={selected}>
      {parts.map((part, index) => (
        <PartOfText key={part.begin} part={part} number={index + 1} of={parts.length} line={index === current ? standing.line : undefined} open={!long || Math.abs(index - current) <= NEAR} />
      ))}
    </div>
  )
}

const STEPS: Readonly<Record<string, ['line' | 'place', -1 | 1]>> = { ArrowUp: ['line', -1], ArrowDown: ['line', 1], ArrowLeft: ['place', -1], ArrowRight: ['place', 1] }

interface PartProps {
  readonly part: Part
  readonly number: number
  readonly of: number
  /** The line that one stands on, where it is in this part. */
  readonly line: number | undefined
  readonly open: boolean
}

const PartOfText = memo(function PartOfText({ part, number, of, line, open }: PartProps): ReactElement {
  const name = part.article === undefined ? 'No article: furniture only' : `Article ${part.number}`
  return (
    <div role="group" aria-label={name} className={part.article === undefined ? 'part part-none' : 'part'}>
      {of > 1 && (
        <div className={`part-head sure-${part.confidence}`} role="presentation">
          <span className="part-name">{name}</span>
          <span className="part-sure">{sureness(part, number)}</span>
        </div>
      )}
      {(open ? part.lines : part.lines.slice(0, 1)).map((one) => (
        <Line key={one.span.begin} line={one} field={part.fields.get(one.span.begin)} selected={one.span.begin === line} />
      ))}
    </div>
  )
})

function sureness({ confidence, hints }: Part, number: number): string {
  if (hints.includes('editor')) return 'as you say'
  if (number === 1 && confidence === 'high') return ''
  return { high: 'sure', medium: 'likely', low: 'not sure: look here' }[confidence]
}

const Line = memo(function Line({ line, field, selected }: { readonly line: ReadLine; readonly field: string | undefined; readonly selected: boolean }): ReactElement {
  const { as, reason, text, span } = line
  const label = as === 'furniture' ? reasonName(reason ?? 'furniture') : field === undefined ? (as === 'heading' ? 'Heading' : '') : (FIELD_NAMES[field as keyof typeof FIELD_NAMES] ?? field)
  return (
    <div role="option" id={`line-${span.begin}`} aria-selected={selected} className={`reading-line as-${as}`}>
      {label !== '' && <span className="reading-label">{as === 'furniture' && reason !== 'editor' ? label : reason === 'editor' ? 'Furniture, as you say' : label}</span>}
      <span className="reading-words" data-at={span.begin}>
        {text}
      </span>
    </div>
  )
})
