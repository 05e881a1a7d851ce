// Do copies find each other by their fingerprints, and strangers not?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CandidateIndex, fingerprint, HOLDER_CAP, printsOf, rankCandidates } from '../../src/fingerprint/fingerprint.ts'
import { comparable } from '../../src/normalise/normalise.ts'

/** Words of a made-up language, the same for the same seed. */
function prose(seed: number, words: number): string {
  let state = seed * 7919 + 17
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  return Array.from({ length: words }, () => `w${(next() % 4000).toString(36)}`).join(' ')
}

function printed(text: string) {
  return fingerprint(comparable(text))
}

function indexOf(texts: readonly string[]): CandidateIndex {
  const index = new CandidateIndex()
  texts.forEach((text, row) => index.add(row, printed(text)))
  return index
}

describe('fingerprint', () => {
  it('is the same for the same text and sorted without repeats', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const print = printed(text)
        expect(printed(text)).toEqual(print)
        const { shingle } = printsOf(print)
        for (let at = 1; at < shingle.length; at++) expect(shingle[at]).toBeGreaterThan(shingle[at - 1] as number)
      }),
    )
  })

  it('finds a cut, a longer text that holds it, and not a stranger', () => {
    const whole = prose(1, 900)
    const index = indexOf([whole, prose(2, 900), `${prose(3, 400)} ${whole} ${prose(4, 400)}`])
    const rows = index.candidates(printed(whole.split(' ').slice(0, 200).join(' '))).map((one) => one.row)
    expect(rows.sort()).toEqual([0, 2])
  })

  it('finds exact and near copies of a brief of thirty words and of a bare headline', () => {
    const brief = prose(5, 30)
    const headline = 'Mayor opens new bridge'
    const index = indexOf([brief, headline, prose(6, 30)])
    const edited = brief.split(' ').with(14, 'changed').join(' ')
    expect(index.candidates(printed(edited))[0]?.row).toBe(0)
    expect(index.candidates(printed(headline))[0]?.row).toBe(1)
    expect(index.candidates(printed('Go'))).toEqual([])
  })

  it('finds a text by its names where every other word was swapped', () => {
    const people = ['Edda Morrow', 'Otto Farrow', 'Mira Quist', 'Lena Stroud', 'Piet Halloran', 'Jonas Pike']
    const told = (seed: number) => people.map((one, at) => `${prose(seed + at, 6)} ${one} ${prose(seed + 50 + at, 4)}`).join(' ')
    const index = indexOf([told(100), prose(9, 80)])
    const found = index.candidates(printed(told(300)))
    expect(found.map((one) => one.row)).toEqual([0])
    expect(found[0]?.sharedNames).toBeGreaterThanOrEqual(5)
  })

  it('finds the oldest copies of a wire story that more hold than the cap', () => {
    const story = prose(7, 600)
    const copies = Array.from({ length: HOLDER_CAP + 60 }, (_, at) => `${story} ${prose(1000 + at, 40)}`)
    const index = indexOf(copies)
    const rows = index.candidates(printed(`${story} ${prose(9999, 40)}`)).map((one) => one.row)
    expect(rows.length).toBeGreaterThan(0)
    expect(Math.max(...rows)).toBeLessThan(HOLDER_CAP)
  })

  it('ranks by rarity, the older row first among equals, whatever holds the lists', () => {
    const print = printed(prose(8, 40))
    const shingle = new Map([...(print.shingles[0] ?? [])].map((one, at) => [one, Int32Array.from(at < 10 ? [3, 4, 5] : [3, 4])]))
    const ranked = rankCandidates(print, { shingle, name: new Map() }, 100)
    expect(ranked.map((one) => one.row)).toEqual([3, 4, 5])
    expect(ranked[0]?.score).toBeGreaterThan(ranked[2]?.score as number)
  })
})
