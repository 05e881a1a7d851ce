// Is the evidence right on real documents, and cheap? Counts, marks and single words only: the texts themselves stay outside the project.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { madeText, swapsFound, VOCABULARY } from '../../bench/evidence-texts.mjs'
import { randomOf, spin } from '../../bench/matching-changes.mjs'
import { rowsOf } from '../../bench/matching-sets.mjs'
import { describeUnit } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { evidenceBetween } from '../evidence/pair.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'
import { floor } from './floors.ts'

/** Bodies by the file's number, those of the digest by number and place. */
function bodies(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
  return new Map(
    names.flatMap((name) => {
      const page = textPage(readFileSync(join(folder, name), 'utf8'))
      const found = splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article?.body ?? [])
      return found.map((body, at): [string, string] => [found.length === 1 ? name.slice(0, 3) : `${name.slice(0, 3)}.${at + 1}`, body])
    }),
  )
}

describe('the evidence on five real documents', () => {
  const folder = sharedPath('seeds')
  const texts = folder === undefined ? new Map<string, string>() : bodies(folder)
  const between = (left: string, right: string) => evidenceBetween(texts.get(left) ?? '', texts.get(right) ?? '')

  it('explains the respin: names first, phrases whole, all nine quotations, one changed fact', (ctx) => {
    ctx.skip(folder === undefined, NO_SHARED)
    const { substitutions, quotations, facts, verdict, coverage } = between('001.9', '003')
    expect(substitutions[0]).toMatchObject({ from: 'ISIS-K', to: 'ISIS-Okay', class: 'name' })
    expect(substitutions[0]?.count).toBeGreaterThanOrEqual(9)
    const told = substitutions.map((one) => `${one.from} > ${one.to}`)
    expect(told).toEqual(expect.arrayContaining(['eastern > japanese', 'at least > no less than', 'power > energy', 'in > within', 'struggle > wrestle', 'said > stated']))
    expect(told.filter((one) => /[.,;“”]/.test(one)).length).toBeLessThanOrEqual(2)
    expect(quotations).toMatchObject({ total: 9, altered: 9 })
    expect(facts.map((one) => one.kind)).toEqual(['attribution'])
    expect(verdict.sentence).toMatch(/^Machine-spun copy/)
    expect(Math.min(coverage.leftInRight, coverage.rightInLeft)).toBeGreaterThan(0.9)
  })

  it('sees that one text is the beginning of the other, and another its cut with passages moved', (ctx) => {
    ctx.skip(folder === undefined, NO_SHARED)
    const scraped = between('000', '001.9')
    expect(new Set(scraped.blocks.map((block) => block.kind))).toEqual(new Set(['same', 'right-only']))
    expect(scraped.coverage.leftInRight).toBe(1)
    const cut = between('001.9', '002')
    expect(cut.blocks.filter((block) => block.kind === 'moved').length).toBeGreaterThanOrEqual(6)
    expect(cut.facts).toEqual([])
    expect(cut.quotations.items.length).toBeGreaterThanOrEqual(4)
  })

  it('shows nothing shared with the independent analysis', (ctx) => {
    ctx.skip(folder === undefined, NO_SHARED)
    const { blocks, verdict, substitutions } = between('004', '001.9')
    expect(verdict.sentence).toContain('no shared run of 5 words or more')
    expect(blocks.every((block) => block.kind === 'left-only' || block.kind === 'right-only')).toBe(true)
    expect(substitutions).toEqual([])
  })
})

describe('swaps made by a program', () => {
  it('are shown as they were made in real texts', (ctx) => {
    const rows = rowsOf('spun-pairs.jsonl') as { left: string; right: string }[] | undefined
    if (rows === undefined) return ctx.skip(true, NO_SHARED)
    expect(shareFound(rows)).toBeGreaterThanOrEqual(floor('evidence, swaps shown in real twins'))
  })

  it('are shown as they were made in made-up texts', () => {
    const random = randomOf(11)
    const rows = Array.from({ length: 20 }, () => {
      const left = madeText(600, random)
      return { left, right: spin(left, 0.25, VOCABULARY, random) }
    })
    expect(shareFound(rows)).toBeGreaterThanOrEqual(floor('evidence, swaps shown in made twins'))
  })
})

function shareFound(rows: readonly { readonly left: string; readonly right: string }[]): number {
  const found = rows.map(({ left, right }) => swapsFound(left, right, evidenceBetween(left, right)))
  const sum = (field: 'found' | 'all') => found.reduce((total, one) => total + one[field], 0)
  return sum('found') / sum('all')
}

describe('the cost', () => {
  it('grows with the length of the texts and not with its square', () => {
    const random = randomOf(3)
    const [short, long] = [madeText(1_500, random), madeText(12_000, random)]
    const cost = (text: string): number => {
      const other = spin(text, 0.25, VOCABULARY, random)
      return Math.min(...[1, 2, 3, 4].map(() => cpuOf(() => evidenceBetween(text, other))))
    }
    cost(short)
    // Eight times the words: eight times the work if it is linear, sixty-four if it is not.
    expect(cost(long) / cost(short)).toBeLessThan(32)
  })
})

/** CPU time of this process, so that others on the machine do not count. */
function cpuOf(work: () => void): number {
  const begin = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}
