// Is a line of text taken apart as a person means it?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuestion } from '../../src/search/search.ts'

test.each([
  ['plain words', 'winter ferry', { words: ['winter', 'ferry'], lastIsPrefix: true, phrases: [], without: [] }],
  ['a finished last word', 'winter ferry ', { words: ['winter', 'ferry'], lastIsPrefix: false, phrases: [], without: [] }],
  ['a sentence', 'Who stopped the ferry?', { words: ['Who', 'stopped', 'the', 'ferry?'], lastIsPrefix: false, phrases: [], without: [] }],
  ['a phrase', 'ferry "harbour board"', { words: ['ferry'], lastIsPrefix: false, phrases: [['harbour', 'board']], without: [] }],
  ['curly quotes', '“harbour board”', { words: [], lastIsPrefix: false, phrases: [['harbour', 'board']], without: [] }],
  ['an unclosed phrase', '"harbour boa', { words: [], lastIsPrefix: false, phrases: [['harbour', 'boa']], without: [] }],
  ['exclusions', 'ferry -winter -"harbour board"', { words: ['ferry'], lastIsPrefix: false, phrases: [], without: [['winter'], ['harbour', 'board']] }],
  ['a hyphen inside a word', 'TERN-7', { words: ['TERN-7'], lastIsPrefix: true, phrases: [], without: [] }],
  ['a lone dash', 'ferry - winter', { words: ['ferry', 'winter'], lastIsPrefix: true, phrases: [], without: [] }],
  ['nothing', ' "" - * ', { words: [], lastIsPrefix: false, phrases: [], without: [] }],
])('%s', (_name, text, expected) => {
  expect(parseQuestion(text)).toEqual(expected)
})

test('every text is a question, and no quote is left in a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { words, phrases, without } = parseQuestion(text)
      expect([...words, ...phrases.flat(), ...without.flat()].join(' ')).not.toMatch(/["\u0000]/)
    }),
    { numRuns: 2000 },
  )
})
