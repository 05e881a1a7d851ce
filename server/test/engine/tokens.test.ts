// Are words seen where they stand? Offsets are into the text as given, whatever its script.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokens, withoutAccents } from '../../src/engine/tokens.ts'

const words = (text: string): string[] => tokens(text).map((token) => token.word)

describe('the words of a text', () => {
  test.each([
    ['plain words', 'The gull, at last, sang.', ['the', 'gull', 'at', 'last', 'sang']],
    ['a possessive', "the harbour's and the harbours’ gulls", ['the', 'harbour', 'and', 'the', 'harbours', 'gulls']],
    ['initials', 'The U.N. and the U.S.A. met.', ['the', 'un', 'and', 'the', 'usa', 'met']],
    ['a soft hyphen and a zero-width space', 'har\u00ADbour light\u200Bhouse', ['harbour', 'lighthouse']],
    ['ligatures and full width', 'ﬁsh Ｆｅｒｒｙ', ['fish', 'ferry']],
    ['a script without spaces', '冬天ferry', ['冬', '天', 'ferry']],
    ['an emoji and a lone surrogate', 'gull 🐦 \uD83D tern', ['gull', 'tern']],
    ['nothing', ' …—! ', []],
  ])('%s', (_name, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('parts of a hyphenated word hang together', () => {
    expect(tokens('TERN-7 flew').map((token) => token.glued)).toEqual([false, true, false])
    expect(tokens('one - two').map((token) => token.glued)).toEqual([false, false])
  })

  test('stand in order, apart, inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0
        for (const token of tokens(text)) {
          expect(token.begin).toBeGreaterThanOrEqual(last)
          expect(token.end).toBeGreaterThan(token.begin)
          expect(token.word).not.toMatch(/[\s"]/)
          last = token.end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })
})

test('accents fold, and letters of other scripts stay', () => {
  expect(['zoë', 'brückner', 'straße', 'łódź', 'øre', 'हिन्दी'].map(withoutAccents)).toEqual(['zoe', 'bruckner', 'strasse', 'lodz', 'ore', 'हिन्दी'])
})
