// What must hold for any two texts? Nothing of either is lost or made up, and every place that is named holds what it is said to hold.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceBetween, readBack } from './pair.ts'

const WORDS = ('the a of in harbour council ferry Marlow Ostrand said that would close bridge 12 133 five March 2023 old new river town ' +
  'officials tide lamp stone “never again” U.S. ISIS-K don’t hit-and-run (perhaps) mayor’s — cafés 3,000').split(' ')
const ENDS = ['.', '.', ',', '?', ';', '.”', ':', '!']

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 18 }).chain((words) => fc.constantFrom(...ENDS).map((end) => words.join(' ') + end))
const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' ')), { maxLength: 7 }).map((paragraphs) => paragraphs.join('\n\n'))

/** The text after another hand: words swapped, taken out, put in, paragraphs moved or joined. */
const pair = text.chain((left) =>
  fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 40, maxLength: 40 }).map((dice): [string, string] => {
    const words = left.split(/(?<= )|(?<=\n\n)/)
    const right = words.flatMap((word, at) => {
      const die = dice[at % dice.length]
      return die === 0 ? [] : die === 1 ? ['quite ', word] : die === 2 ? ['ship '] : die === 3 ? [word.replace('\n\n', ' ')] : [word]
    })
    const paragraphs = right.join('').split('\n\n')
    return [left, (dice[0] ?? 0) > 30 ? paragraphs.reverse().join('\n\n') : paragraphs.join('\n\n')]
  }),
)
const any = fc.oneof({ weight: 6, arbitrary: pair }, { weight: 2, arbitrary: fc.tuple(text, text) }, { weight: 1, arbitrary: fc.tuple(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 120 })) })

describe('the evidence on any two texts', () => {
  it('gives both texts back to the letter, and nothing else', () => {
    fc.assert(
      fc.property(any, ([left, right]) => {
        const evidence = evidenceBetween(left, right)
        for (const [side, whole] of [['left', left], ['right', right]] as const) {
          let at = 0
          for (const { begin, end, text } of readBack(evidence, side)) {
            expect(whole.slice(at, begin).trim()).toBe('')
            expect(text).toBe(whole.slice(begin, end))
            at = end
          }
          expect(whole.slice(at).trim()).toBe('')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('names places that hold the words they are named for', () => {
    const plain = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase()
    fc.assert(
      fc.property(any, ([left, right]) => {
        const { substitutions, blocks, facts, additions } = evidenceBetween(left, right)
        for (const one of substitutions) {
          expect(one.at).toHaveLength(one.count)
          expect(one.of).toBeGreaterThanOrEqual(one.count)
          for (const place of one.at) {
            expect(plain(left.slice(place.left.begin, place.left.end))).toBe(plain(one.from))
            expect(plain(right.slice(place.right.begin, place.right.end))).toBe(plain(one.to))
            expect(blocks[place.block]?.ops.some((op) => op.op === 'swap' && op.substitution === one.id)).toBe(true)
          }
        }
        for (const fact of facts) {
          expect(plain(left.slice(fact.left.span.begin, fact.left.span.end))).toBe(plain(fact.left.text))
          expect(plain(right.slice(fact.right.span.begin, fact.right.span.end))).toBe(plain(fact.right.text))
        }
        for (const one of additions.right) expect(plain(right.slice(one.span.begin, one.span.end))).toBe(plain(one.text))
      }),
      { numRuns: 300 },
    )
  })

  it('sends each end of a moved passage to the other', () => {
    fc.assert(
      fc.property(any, ([left, right]) => {
        const { blocks } = evidenceBetween(left, right)
        blocks.forEach((block, at) => {
          if (block.kind !== 'moved') return
          const other = blocks[block.movedTo ?? -1]
          expect(other?.movedTo).toBe(at)
          expect(block.left === undefined).toBe(other?.left !== undefined)
          expect(block.ops).toEqual(other?.ops)
        })
      }),
      { numRuns: 200 },
    )
  })
})
