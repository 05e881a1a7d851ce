// Which words stand for which? Runs of different words between equal ones, paired and counted over the whole pair.
// Runs of one length are paired word for word; hyphenated words are shown whole ("ISIS-K → ISIS-Okay").
import { ORDINARY } from '../domain/comparable.ts'
import type { Substitution } from '../domain/match.ts'
import type { Stretch } from './alignment.ts'
import type { Edit } from './edits.ts'
import { editsOf, isReplacement } from './edits.ts'
import type { Prepared } from './prepared.ts'
import { SUBSTITUTION_WORDS } from './thresholds.ts'

/** A substitution, and whether it touches a name or number on both sides: a changed fact. */
export interface CountedSubstitution extends Substitution {
  readonly fact: boolean
  /** A name or number stands on at least one side. */
  readonly named: boolean
}

/** Most frequent first; among equals names and numbers first, then in order of the left text. */
export function substitutionsOf(left: Prepared, right: Prepared, stretches: readonly Stretch[]): readonly CountedSubstitution[] {
  const found = new Map<string, { from: string; to: string; count: number; fact: boolean; named: boolean }>()
  for (const stretch of stretches) {
    for (const edit of editsOf(stretch).filter(isReplacement).flatMap((one) => pieces(left, right, one))) {
      const from = shown(left, edit.leftBegin, edit.leftEnd, edit.before, edit.after)
      const to = shown(right, edit.rightBegin, edit.rightEnd, edit.before, edit.after)
      const key = `${from.toLowerCase()}\n${to.toLowerCase()}`
      if (from.toLowerCase() === to.toLowerCase()) continue
      const before = found.get(key)
      if (before !== undefined) {
        before.count++
        continue
      }
      const [was, is] = [hasFact(left, edit.leftBegin, edit.leftEnd), hasFact(right, edit.rightBegin, edit.rightEnd)]
      found.set(key, { from, to, count: 1, fact: was && is, named: was || is })
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count || Number(other.named) - Number(one.named))
}

interface Piece extends Edit {
  /** The word before (after) is written together with this one, on both sides or on one: it is shown as well. */
  readonly before: boolean
  readonly after: boolean
}

function pieces(left: Prepared, right: Prepared, edit: Edit): readonly Piece[] {
  const leftWords = edit.leftEnd - edit.leftBegin
  const rightWords = edit.rightEnd - edit.rightBegin
  if (leftWords === rightWords) {
    return Array.from({ length: leftWords }, (_, at) =>
      glued(left, right, { leftBegin: edit.leftBegin + at, leftEnd: edit.leftBegin + at + 1, rightBegin: edit.rightBegin + at, rightEnd: edit.rightBegin + at + 1 }, edit),
    ).filter((one) => left.ids[one.leftBegin] !== right.ids[one.rightBegin])
  }
  const [leftParts, rightParts] = [clauses(left, edit.leftBegin, edit.leftEnd), clauses(right, edit.rightBegin, edit.rightEnd)]
  if (leftParts.length > 1 && leftParts.length === rightParts.length) {
    return leftParts.flatMap((part, at) => pieces(left, right, { leftBegin: part[0], leftEnd: part[1], rightBegin: rightParts[at]?.[0] as number, rightEnd: rightParts[at]?.[1] as number }))
  }
  return Math.max(leftWords, rightWords) <= SUBSTITUTION_WORDS ? [glued(left, right, edit, edit)] : []
}

/** A neighbour is shown too where it is equal on both sides and written together with the changed word on either. */
function glued(left: Prepared, right: Prepared, piece: Edit, whole: Edit): Piece {
  const first = piece.leftBegin === whole.leftBegin && piece.leftBegin > 0 && piece.rightBegin > 0
  const last = piece.leftEnd === whole.leftEnd && piece.leftEnd < left.length && piece.rightEnd < right.length
  return {
    ...piece,
    before: first && (together(left, piece.leftBegin) || together(right, piece.rightBegin)),
    after: last && (together(left, piece.leftEnd) || together(right, piece.rightEnd)),
  }
}

/** Is this word written together with the one before, by a hyphen or the like? */
function together(side: Prepared, at: number): boolean {
  return /^[-‐‑–&/@.'’_]$/.test(between(side, at))
}

function between(side: Prepared, at: number): string {
  return side.text.text.slice(side.text.ends[at - 1], side.text.begins[at])
}

/** Borders of the parts of a run that punctuation divides. */
function clauses(side: Prepared, begin: number, end: number): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  let from = begin
  for (let at = begin + 1; at <= end; at++) {
    if (at < end && !/[,;:.!?()"“”\n]/.test(between(side, at))) continue
    parts.push([from, at])
    from = at
  }
  return parts
}

function shown(side: Prepared, begin: number, end: number, before: boolean, after: boolean): string {
  const first = before ? begin - 1 : begin
  const last = after ? end : end - 1
  return side.text.text.slice(side.text.begins[first], side.text.ends[last]).replace(/\s+/g, ' ')
}

function hasFact(side: Prepared, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (side.text.kinds[at] !== ORDINARY) return true
  return false
}
