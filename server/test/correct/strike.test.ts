// Does a rule strike whole lines and nothing else, in time that nobody can blow up?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strikeUnit } from '../../src/correct/correct.ts'
import { fitsPattern, patternFault, rulesFor } from '../../src/domain/furniture-rule.ts'
import type { Block, Unit } from '../../src/domain/page.ts'

const rule = { id: '1', pattern: 'Read more *', by: 'Ana' }

function unitOf(...texts: readonly (string | Partial<Block>)[]): Unit {
  return { hints: [], blocks: texts.map((text) => ({ span: { begin: 0, end: 1 }, kind: 'paragraph', text: typeof text === 'string' ? text : '', ...(typeof text === 'string' ? {} : text) })) }
}

describe('a pattern', () => {
  it.each([
    ['Read more', 'READ  more', true], ['Read more', 'Read more here', false], ['Read more *', 'Read more: the ferry', false], ['Read more*', 'Read more: the ferry', true],
    ['*sponsored*', 'This is Sponsored by X', true], ['*ab*ab*', 'xab', false], ['a*bc*c end', 'a bc end', false], ['(a+)+$', 'aaaa', false], ['abc*cba', 'abcba', false],
  ])('%j fits %j: %j', (pattern, line, fits) => {
    expect(fitsPattern(pattern, line)).toBe(fits)
  })

  it('fits what it was made from, with any words for its wildcards', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), fc.array(fc.string(), { minLength: 4, maxLength: 4 }), (pieces, fillings) => {
      const clean = pieces.map((piece) => `k${piece.replaceAll('*', '')}k`)
      const line = clean.map((piece, at) => (at === 0 ? piece : `${fillings[at - 1] ?? ''}${piece}`)).join('')
      return fitsPattern(clean.join('*'), line)
    }))
  })

  it('is matched in time that grows with the text, however it was written', () => {
    const line = 'a'.repeat(200_000)
    const begun = performance.now()
    expect(fitsPattern('*a*a*a*a*b', line)).toBe(false)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('must not strike almost everything', () => {
    expect([patternFault('* *'), patternFault('a*'), patternFault('*a*b*c*d*e*'), patternFault('x'.repeat(301))].every((fault) => fault !== undefined)).toBe(true)
    expect(patternFault('Read more *')).toBeUndefined()
  })
})

describe('striking', () => {
  it('makes the line furniture and says by which rule, unless somebody spoke of the line itself', () => {
    const unit = unitOf('A story.', 'Read more of it', { text: 'Read more of this', settled: 'text' }, { text: 'Read more here', furniture: 'sharing' })
    const { blocks } = strikeUnit(unit, [rule])
    expect(blocks.map(({ furniture, struckBy }) => [furniture, struckBy])).toEqual([[undefined, undefined], ['rule', 'rule ‘Read more *’ by Ana'], [undefined, undefined], ['sharing', undefined]])
  })

  it('leaves the very same unit where no rule fits, and asks only the rules of the publisher', () => {
    const unit = unitOf('A story.')
    expect(strikeUnit(unit, [rule])).toBe(unit)
    const rules = [rule, { ...rule, id: '2', publisher: 'The Post' }]
    expect(rulesFor(rules, 'THE  POST').map(({ id }) => id)).toEqual(['1', '2'])
    expect(rulesFor(rules, undefined).map(({ id }) => id)).toEqual(['1'])
  })
})
