// Are copies still found and told apart as well as they were? Short versions of bench/matching.mjs against floors that only rise.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomOf, spin } from '../../bench/matching-changes.mjs'
import { newsTexts, rowsOf } from '../../bench/matching-sets.mjs'
import { plagdet } from '../../bench/plagdet.mjs'
import { isCopy, type Match, type Passage } from '../../src/domain/match.ts'
import { CandidateIndex, fingerprint } from '../../src/fingerprint/fingerprint.ts'
import { matchTexts, type MatchSide } from '../../src/match/match.ts'
import { comparable } from '../../src/normalise/normalise.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'

const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Record<string, number>
const there = sharedPath('data/passages.jsonl.gz') !== undefined

function floor(name: string): number {
  const value = floors[name]
  if (value === undefined) throw new Error(`no floor is called ${name}`)
  return value
}

function side(id: string, body: string): MatchSide {
  return { id, text: comparable(body) }
}

function copiesAmong(texts: readonly MatchSide[]): readonly Match[] {
  const index = new CandidateIndex()
  return texts.flatMap((one, row) => {
    const print = fingerprint(one.text)
    const found = index.candidates(print).map((candidate) => matchTexts(texts[candidate.row] as MatchSide, one, 'copies'))
    index.add(row, print)
    return found.filter((match) => isCopy(match.relation))
  })
}

describe('matching', () => {
  it('finds machine-substituted twins and binds no others', (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const rows = rowsOf('spun-pairs.jsonl') as { id: string; left: string; right: string }[]
    const copies = copiesAmong(rows.flatMap((row) => [side(row.id, row.left), side(row.id, row.right)]))
    const right = copies.filter((match) => match.left === match.right)
    expect(right.length / rows.length).toBeGreaterThanOrEqual(floor('spun pairs found'))
    expect(copies.length - right.length).toBeLessThanOrEqual(floor('spun pairs false, at most'))
  })

  it('finds taken passages of every kind and shows none where none was taken', (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const rows = rowsOf('passages.jsonl.gz') as { class: string; left: string; right: string; cases: Passage[] }[]
    const results = rows.filter((_, at) => at % 5 === 0).map((row) => ({ none: row.class.startsWith('01'), cases: row.cases, passages: matchTexts(side('l', row.left), side('r', row.right)).passages }))
    expect(plagdet(results).plagdet).toBeGreaterThanOrEqual(floor('passages PlagDet, every fifth pair'))
    const none = results.filter((one) => one.none)
    expect(none.filter((one) => one.passages.length > 0).length / none.length).toBeLessThanOrEqual(floor('passages shown where none was taken, at most'))
  })

  it('keeps independent coverage of one event apart', (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const rows = rowsOf('same-event.jsonl.gz') as { id: string; text: string }[]
    expect(copiesAmong(rows.map((row) => side(row.id, row.text))).length).toBeLessThanOrEqual(floor('same-event pairs bound, at most'))
  })

  // Skipped like the others where the real texts are not beside the project.
  it.skipIf(!there).each([0.25, 0.4, 0.5])('finds the source of an article with %f of its words swapped', (rate) => {
    const texts = newsTexts().slice(0, 150).map((text: string, at: number) => side(String(at), text)) as MatchSide[]
    const index = new CandidateIndex()
    texts.forEach((one, row) => index.add(row, fingerprint(one.text)))
    const vocabulary = [...new Set(texts.flatMap((one) => one.text.words))].filter((word) => word.length > 3)
    const random = randomOf(7)
    const found = texts.filter((one, row) => {
      const spun = side('spun', spin(one.text.text, rate, vocabulary, random))
      return index.candidates(fingerprint(spun.text)).some((candidate) => candidate.row === row) && isCopy(matchTexts(spun, one, 'copies').relation)
    })
    expect(found.length / texts.length).toBeGreaterThanOrEqual(floor(`swapped ${rate} found`))
  })
})
