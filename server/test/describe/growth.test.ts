// Does the time of splitting and describing grow with the text, and no faster? Texts that are hard on careless rules.
import { describe, expect, it } from 'vitest'
import { describeUnit } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { adversarial, millisecondsOf } from '../extract/laws.ts'

const SENTENCE = 'The bridge over the river was opened on Tuesday by the people of the valley who had built it in ten long years.'
const repeated = (unit: (at: number) => string) => (size: number): string => Array.from({ length: size / unit(0).length }, (_, at) => unit(at)).join('\n')

const HARD: readonly (readonly [string, (size: number) => string])[] = [
  ...adversarial.map((make) => [make.name, make] as const),
  ['one paragraph', (size) => `${SENTENCE} `.repeat(size / SENTENCE.length)],
  ['paragraphs', repeated((at) => `${at} ${SENTENCE}`)],
  ['notes on authors', repeated((at) => `Nell Harrow is a reporter who covers coast ${at}.`)],
  ['pleas to subscribe', repeated(() => `Subscribe to continue reading the story\n${SENTENCE}`)],
  ['headlines', repeated((at) => `Council Votes to Rebuild the Pier for Round ${at}`)],
  ['items that close with their headline', repeated((at) => `Council Votes on Pier ${at}\n${SENTENCE}\n${SENTENCE}\nCouncil Votes on Pier ${at}\nread more`)],
  ['mail heads', repeated((at) => `From: a@b.example\nSubject: The pier ${at}\nDate: March 3, 2019\n${SENTENCE}`)],
]

describe('splitting and describing take time in line with the length of', () => {
  it.each(HARD)('%s', (_name, make) => {
    const work = (text: string): number => {
      const page = textPage(text)
      return millisecondsOf(() => splitPage(page).map((unit) => describeUnit(page, unit, { tags: [] })))
    }
    work(make(4_000))
    const small = work(make(40_000))
    // Four times the text: a quadratic rule would take sixteen times as long.
    expect(work(make(160_000))).toBeLessThan(8 * small + 300)
  })
})
