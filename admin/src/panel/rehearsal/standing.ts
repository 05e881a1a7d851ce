// On which line does a person stand, at which place in it, and what of the text is selected? Places are offsets into the
// document's text, so that they hold when the reading changes around them.
import type { Stretch } from './corrections.ts'
import { placesIn } from './corrections.ts'
import type { Reading, ReadLine } from './rehearsed.ts'

export interface Standing {
  /** Where the line begins. */
  readonly line: number
  /** In the line: where a border would be drawn. */
  readonly at: number
  readonly selection?: Stretch | undefined
}

export const START: Standing = { line: 0, at: 0 }

/** The line at a place, or the last one before it. */
export function lineAt({ lines }: Reading, at: number): ReadLine | undefined {
  return lines.findLast(({ span }) => span.begin <= at) ?? lines[0]
}

/** The same place in another reading. */
export function settled(reading: Reading, standing: Standing): Standing {
  const line = lineAt(reading, standing.at)
  if (line === undefined) return START
  const at = standing.at >= line.span.end ? line.span.begin : Math.max(standing.at, line.span.begin)
  return { line: line.span.begin, at, selection: standing.selection }
}

export function stepped(reading: Reading, standing: Standing, by: 'line' | 'place', direction: -1 | 1): Standing {
  const index = reading.lines.findIndex(({ span }) => span.begin === standing.line)
  const line = reading.lines[Math.max(0, index)]
  if (line === undefined) return standing
  if (by === 'line') {
    const next = reading.lines[Math.min(reading.lines.length - 1, Math.max(0, index + direction))] ?? line
    return { line: next.span.begin, at: next.span.begin }
  }
  const places = placesIn(line)
  const now = places.findLastIndex((place) => place <= standing.at)
  return { line: line.span.begin, at: places[Math.min(places.length - 1, Math.max(0, now + direction))] ?? line.span.begin }
}

/** Where the pointer went down and up: a line, or a selection of words. */
export function touched(box: HTMLElement): Standing | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.anchorNode === null || selection.focusNode === null || !box.contains(selection.anchorNode) || !box.contains(selection.focusNode)) return undefined
  const anchor = placeOf(selection.anchorNode, selection.anchorOffset)
  const focus = placeOf(selection.focusNode, selection.focusOffset)
  if (anchor === undefined || focus === undefined) return undefined
  const [begin, end] = anchor.at < focus.at ? [anchor, focus] : [focus, anchor]
  if (begin.at === end.at) return { line: begin.line, at: begin.line, selection: undefined }
  return { line: begin.line, at: begin.at, selection: { begin: begin.at, end: end.at } }
}

interface Place {
  readonly line: number
  readonly at: number
}

function placeOf(node: Node, offset: number): Place | undefined {
  const words = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]')
  if (words === null || words === undefined) return undefined
  const line = Number(words.dataset['at'])
  return { line, at: line + (node instanceof Element ? 0 : offset) }
}
