// Do corrections grow out of one another as a person means them? And does a line stay the same line when all around it changes?
import { describe, expect, it } from 'vitest'
import { confirmed, movedStart, NONE, placesIn, reachOf, withMark, withoutStart, withoutValue, withStart, withValue } from '../src/panel/rehearsal/corrections.ts'
import type { Reading } from '../src/panel/rehearsal/rehearsed.ts'
import { lineAt, settled, START, stepped } from '../src/panel/rehearsal/standing.ts'
import { isStalled } from '../src/panel/uploads/heartbeat.ts'
import { summaryOf } from '../src/panel/uploads/taking.ts'

function readingOf(starts: readonly number[], ...texts: readonly string[]): Reading {
  let at = 0
  const lines = texts.map((text) => {
    const line = { span: { begin: at, end: at + text.length }, text, as: 'body' as const }
    at += text.length + 2
    return line
  })
  return { lines, borders: starts.map((start) => ({ at: start, hints: [], confidence: 'high' as const })) }
}

const THREE = readingOf([0, 12], 'First line', 'Second line. And more.', 'Third')

describe('corrections', () => {
  it('draw borders from those that are shown, in order, and take one away', () => {
    const drawn = withStart(NONE, THREE, 36)
    expect(drawn.starts).toEqual([0, 12, 36])
    expect(withoutStart(drawn, THREE, 12).starts).toEqual([0])
    expect(confirmed(NONE, THREE).starts).toEqual([0, 12])
  })

  it('move a border by a line, and never past another or to the very begin', () => {
    expect(movedStart(NONE, THREE, 12, 1)?.starts).toEqual([0, 36])
    expect(movedStart(NONE, THREE, 12, -1)).toBeUndefined()
  })

  it('let the last word on a line hold, and forget what it covers', () => {
    const marked = withMark(withMark(NONE, { begin: 0, end: 10 }, 'furniture'), { begin: 0, end: 10 }, 'text')
    expect(marked.marks).toEqual([{ span: { begin: 0, end: 10 }, is: 'text' }])
  })

  it('gather what is said of one article, and take a single value back', () => {
    const reach = reachOf(THREE, { span: { begin: 12, end: 40 } })
    expect(reach).toEqual({ begin: 12, end: Number.POSITIVE_INFINITY })
    const said = withValue(withValue(NONE, reach, 12, { headline: 'One' }), reach, 12, { publisher: 'Two' })
    expect(said.values).toEqual([{ at: 12, fields: { headline: 'One', publisher: 'Two' } }])
    expect(withoutValue(said, reach, 'headline').values).toEqual([{ at: 12, fields: { publisher: 'Two' } }])
    expect(withoutValue(withoutValue(said, reach, 'headline'), reach, 'publisher')).toEqual(NONE)
  })
})

describe('who stands on a line', () => {
  it('walks by lines, and by sentences within one', () => {
    const second = stepped(THREE, START, 'line', 1)
    expect(second).toEqual({ line: 12, at: 12 })
    const line = lineAt(THREE, 12)
    expect(line === undefined ? [] : placesIn(line)).toEqual([12, 25])
    expect(stepped(THREE, second, 'place', 1)).toEqual({ line: 12, at: 25 })
    expect(stepped(THREE, { line: 36, at: 36 }, 'line', 1).line).toBe(36)
  })

  it('stays at the place where the line was cut', () => {
    const cut = readingOf([0, 12, 25], 'First line', 'Second line', 'And more.', 'Third')
    expect(settled(cut, { line: 12, at: 25 }).line).toBe(25)
  })
})

it('calls stalled what does not move for a minute, and nothing else', () => {
  const file = { id: 'heartbeat', status: 'queued', ahead: 3, articles: [], outcome: 'waiting' } as const
  expect(isStalled(file, 0)).toBe(false)
  expect(isStalled(file, 59_000)).toBe(false)
  expect(isStalled(file, 60_000)).toBe(true)
  expect(isStalled({ ...file, ahead: 2 }, 61_000)).toBe(false)
  expect(isStalled({ ...file, outcome: 'new' }, 200_000)).toBe(false)
})

it('counts what was not accepted by its kind, in good grammar', () => {
  const refusal = (kind: string) => ({ name: 'x', kind, reason: '' })
  expect(summaryOf([refusal('pictures')])).toBe('1 file not accepted: it is a picture')
  expect(summaryOf([refusal('pictures'), refusal('pictures'), refusal('over 500 MB')])).toBe('3 files not accepted: 2 are pictures, 1 is over 500 MB')
})
