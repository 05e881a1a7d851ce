// Are two texts paired word by word and paragraph by paragraph, without losing or making up a letter?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../src/evidence/differences.ts'
import { rowsOf, type Paragraph } from '../src/evidence/rows.ts'

const whole = (left: string, right: string) => [{ left: { begin: 0, end: left.length }, right: { begin: 0, end: right.length } }]

function swapsOf(left: string, right: string): readonly string[] {
  const { swaps } = differences(left, right, whole(left, right)).left
  return [...new Set(swaps.flatMap((swap) => (swap === undefined ? [] : [`${swap.from} -> ${swap.to}`])))]
}

const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('|')

describe('the words of two texts', () => {
  it('are paired one by one where runs are of one length', () => {
    expect(swapsOf('The pilot said the tide was low.', 'The pilot stated the tide was shallow.')).toEqual(['said -> stated', 'low -> shallow'])
  })

  it('are paired as runs where the lengths differ, and never across the end of a sentence', () => {
    expect(swapsOf('He left, she said. “I am late for the boat.”', 'He left, she stated. “I’m late for the boat.”')).toEqual(['said -> stated', 'I am -> I’m'])
  })

  it('stay whole where they are written with a hyphen', () => {
    expect(swapsOf('The T-4 buoy broke loose', 'The T-Four buoy broke loose')).toEqual(['T-4 -> T-Four'])
  })

  it('outside every passage belong to one side only', () => {
    const found = differences('one two three', 'one two four', [])
    expect([...found.left.kinds, ...found.right.kinds].every((kind) => kind === 'own')).toBe(true)
  })
})

describe('rows', () => {
  it('set a paragraph beside the one that answers it, and what was added alone', () => {
    const left = 'The ferry left at noon.\n\nNobody waved from the quay.'
    const right = 'A correction was made to this report.\n\nThe ferry left at noon.\n\nNobody waved from the pier.'
    const rows = rowsOf(differences(left, right, [{ left: { begin: 0, end: left.length }, right: { begin: 39, end: right.length } }]))
    expect(rows.map((row) => [row.left.length, row.right.length, row.same])).toEqual([[0, 1, false], [1, 1, true], [1, 1, false]])
  })

  it('hold every letter of both texts, in order, whatever the texts and passages are', () => {
    const text = fc.array(fc.array(fc.constantFrom('tide', 'Gate', 'is', 'low', '“so”', 'U.S.', '1,204', '—', 'naïve', '𝒳'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n\n'))
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (left, right, one, other) => {
        const passages = [{ left: { begin: one % left.length, end: left.length }, right: { begin: 0, end: 1 + (other % right.length) } }]
        const rows = rowsOf(differences(left, right, passages))
        const plain = (given: string): string => given.replace(/\n+/g, '').replace(/\|/g, '')
        expect(plain(rows.map((row) => textOf(row.left)).join(''))).toBe(plain(left))
        expect(plain(rows.map((row) => textOf(row.right)).join(''))).toBe(plain(right))
      }),
    )
  })
})
