// Where do two aligned texts part? The places between two equal words where something was put, dropped or replaced.
import { NAME, NUMBER } from '../domain/comparable.ts'
import type { Stretch } from './alignment.ts'
import type { Prepared } from './prepared.ts'

/** Words `[leftBegin, leftEnd)` stand where `[rightBegin, rightEnd)` do; one of the two may be empty. */
export interface Edit {
  readonly leftBegin: number
  readonly leftEnd: number
  readonly rightBegin: number
  readonly rightEnd: number
}

export function editsOf(stretch: Stretch): readonly Edit[] {
  const edits: Edit[] = []
  for (let at = 1; at < stretch.left.length; at++) {
    const edit = {
      leftBegin: (stretch.left[at - 1] as number) + 1,
      leftEnd: stretch.left[at] as number,
      rightBegin: (stretch.right[at - 1] as number) + 1,
      rightEnd: stretch.right[at] as number,
    }
    if (edit.leftEnd > edit.leftBegin || edit.rightEnd > edit.rightBegin) edits.push(edit)
  }
  return edits
}

export function isReplacement(edit: Edit): boolean {
  return edit.leftEnd > edit.leftBegin && edit.rightEnd > edit.rightBegin
}

/** Counts of names, numbers and other words. */
export interface KindCounts {
  ordinary: number
  names: number
  numbers: number
}

export function countKinds(side: Prepared, begin: number, end: number, into: KindCounts = { ordinary: 0, names: 0, numbers: 0 }): KindCounts {
  for (let at = begin; at < end; at++) {
    const kind = side.text.kinds[at]
    if (kind === NAME) into.names++
    else if (kind === NUMBER) into.numbers++
    else into.ordinary++
  }
  return into
}
