// Is the comparable text what it should be: the words, where they stand, and of which kind?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAME, NUMBER, ORDINARY } from '../../src/domain/comparable.ts'
import { comparable } from '../../src/normalise/normalise.ts'

function kindOf(text: string, word: string): number | undefined {
  const found = comparable(text)
  return found.kinds[found.words.indexOf(word)]
}

describe('comparable text', () => {
  it('gives each word its place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = comparable(text)
        found.words.forEach((word, at) => {
          const raw = text.slice(found.begins[at], found.ends[at])
          expect(raw).not.toBe('')
          expect(comparable(raw).words.join('')).toBe(word)
        })
        for (let at = 1; at < found.words.length; at++) expect(found.begins[at]).toBeGreaterThanOrEqual(found.ends[at - 1] as number)
      }),
    )
  })

  it('hashes texts alike that differ in spacing, marks and case only', () => {
    const one = comparable('“The bridge,” said Mayor Quist — 1,200 metres — “is open.”')
    const other = comparable('"the BRIDGE", said\nmayor Quist - 1200 metres - \'is open\'')
    expect(one.contentHash).toBe(other.contentHash)
    expect(one.contentHash).not.toBe(comparable('The bridge, said Mayor Quist, is closed').contentHash)
  })

  it('parts a hyphened word, so that a swap of one half is seen', () => {
    expect(comparable('the ORD-K group’s').words).toEqual(['the', 'ord', 'k', 'group', 's'])
  })

  it('reads a figure as one word, with or without its thousands separator', () => {
    expect(comparable('1,200,000 or 3.5 at 10:30').words).toEqual(['1200000', 'or', '3.5', 'at', '10:30'])
  })

  it('takes each character of a script without spaces as a word', () => {
    expect(comparable('市长开桥 ok').words).toEqual(['市', '长', '开', '桥', 'ok'])
  })

  it('folds accents and invisible characters away', () => {
    expect(comparable('Café na\u00ADïve').words).toEqual(['cafe', 'naive'])
  })

  it('tells names from words that merely open a sentence', () => {
    const text = 'Bridges are old. The mayor, Edda Morrow, said so. Morrow left. Old bridges fall.'
    expect(kindOf(text, 'morrow')).toBe(NAME)
    expect(kindOf(text, 'bridges')).toBe(ORDINARY)
    expect(kindOf(text, 'old')).toBe(ORDINARY)
  })

  it('counts figures, number words, months and days as numbers', () => {
    const text = 'On Tuesday, 12 of seven hundred left in May; they may return.'
    for (const word of ['tuesday', '12', 'seven', 'hundred', 'may']) expect(kindOf(text, word)).toBe(NUMBER)
    expect(comparable('they may return').kinds[1]).toBe(ORDINARY)
  })

  it('finds no names where capitals say nothing', () => {
    expect(comparable('MAYOR OPENS NEW BRIDGE OVER THE RIVER').kinds.every((kind) => kind === ORDINARY)).toBe(true)
  })

  it('takes any text', () => {
    for (const text of ['', ' \n', '\uD800', '…—“', 'x'.repeat(1_000_000)]) expect(() => comparable(text)).not.toThrow()
    expect(comparable('').words).toEqual([])
  })
})
