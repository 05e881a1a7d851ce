// Does the verdict on a pair say what an editor would say, and why?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marketReport, randomOf } from '../../bench/matching-changes.mjs'
import type { Match } from '../../src/domain/match.ts'
import { turned } from '../../src/domain/match.ts'
import { matchTexts, type MatchSide } from '../../src/match/match.ts'
import { comparable } from '../../src/normalise/normalise.ts'
import { ABRIDGED, CORRECTED, CUT, INDEPENDENT, RESPIN, STORY } from './story.ts'

function compare(left: string, right: string, more: Partial<MatchSide> = {}, other: Partial<MatchSide> = {}): Match {
  return matchTexts({ id: 'l', text: comparable(left), ...more }, { id: 'r', text: comparable(right), ...other })
}

function messages(match: Match, code: string): string[] {
  return match.reasons.filter((one) => one.code === code).map((one) => one.message)
}

describe('relation', () => {
  it.each([
    ['identical', STORY, STORY.toUpperCase().replace(/\n\n/g, ' ')],
    ['near-duplicate', STORY, CORRECTED],
    ['excerpt', CUT, STORY],
    ['abridged', ABRIDGED, STORY],
    ['spun', RESPIN, STORY],
    ['related', INDEPENDENT, STORY],
    ['none', STORY, 'The recipe asks for two eggs, a pound of flour and some patience. Leave the dough to rest under a cloth until the evening, and heat the oven well before you come back to it.'],
    ['none', '', ''],
    ['none', '', STORY],
  ] as const)('%s', (relation, left, right) => {
    expect(compare(left, right).relation).toBe(relation)
    expect(compare(right, left).relation).toBe(relation)
  })

  it('finds the respin of a cut, and a cut of the respin', () => {
    expect(compare(RESPIN, CUT).relation).toBe('spun')
    expect(compare(RESPIN.split('\n\n').slice(0, 4).join('\n\n'), STORY).relation).toBe('spun')
  })

  it('finds a text most of whose words were swapped by the step of its names and numbers', () => {
    const people = ['Edda Morrow', 'Otto Farrow', 'Mira Quist', 'Lena Stroud', 'Piet Halloran', 'Jonas Pike', 'Ida Venn', 'Karl Osten']
    const told = (seed: number) => {
      const random = randomOf(seed)
      const words = (count: number) => Array.from({ length: count }, () => `w${Math.floor(random() * 900)}`).join(' ')
      return people.map((one, at) => `${words(5 + ((at * 7) % 11))} ${one} ${words(3 + ((at * 5) % 9))} ${at + 20}`).join(' ')
    }
    expect(compare(told(1), told(2)).relation).toBe('spun')
    expect(compare(told(1), told(2).split(' ').reverse().join(' ')).relation).not.toBe('spun')
  })

  it('finds a whole text inside a longer piece', () => {
    const longer = `${INDEPENDENT}\n\n${STORY}\n\n${marketReport(randomOf(1))}`
    expect(compare(STORY, longer).relation).toBe('excerpt')
  })

  it('keeps market reports in one house form apart', () => {
    const random = randomOf(5)
    for (let at = 0; at < 20; at++) expect(compare(marketReport(random), marketReport(random)).relation).toBe('template')
  })

  it('takes a brief of forty words for a copy when a little of it was changed', () => {
    const brief = 'Police in Varden arrested two men on Tuesday after a break-in at the town museum. Three paintings by Mira Quist were found in a van near the harbour. Nobody was hurt, a spokesman said.'
    expect(compare(brief, brief.replace('Nobody', 'No one').replace('near', 'by')).relation).toBe('near-duplicate')
    expect(compare(brief, 'Two men were held on Tuesday over a burglary at the museum of Varden. The paintings, three works by Mira Quist, turned up in a parked van, and there were no injuries.').relation).not.toBe('near-duplicate')
  })

  it('does not take one speech in two reports for a copy', () => {
    const speech = '“We have put this off for as long as anyone could have asked us to, and now the time has come to do what is right for this town, for its people and for those who will live here when we are gone.”'
    const one = `Mayor Edda Morrow closed the harbour bridge of Varden on Monday with a short address to a small crowd. ${speech} Then she handed over the keys and left in a hurry without any word to the press.`
    const other = `There was little applause when the town’s best known crossing was shut for good at noon yesterday. ${speech} So spoke the woman at its head, Edda Morrow, under a grey sky, and many shook their heads at it.`
    expect(compare(one, other).relation).toBe('related')
  })
})

describe('evidence', () => {
  it('points at passages in both texts', () => {
    const match = compare(CUT, `A word from us.\n\n${STORY}`)
    expect(match.passages).toHaveLength(1)
    const { left, right } = match.passages[0] as Match['passages'][0]
    expect(CUT.slice(left.begin, left.end)).toBe(CUT.replace(/\.$/, ''))
    expect(`A word from us.\n\n${STORY}`.slice(right.begin, right.end)).toBe(CUT.replace(/\.$/, ''))
    expect(messages(match, 'containment')[0]).toMatch(/^100 % of this is in that, \d\d % of that in this\.$/)
  })

  it('counts the words that stand for others over the whole pair, names whole', () => {
    const match = compare('The ORD-K group struck. The power of ORD-K grew, and power is all that ORD-K wants from the people here.', 'The ORD-Okay group struck. The energy of ORD-Okay grew, and energy is all that ORD-Okay wants from the people here.')
    expect(match.substitutions).toEqual([{ from: 'ORD-K', to: 'ORD-Okay', count: 3 }, { from: 'power', to: 'energy', count: 2 }])
  })

  it('speaks of one as of one', () => {
    const quoted = 'The mayor of Harrowmere, Ada Pell, opened the new gate on Friday. “We built this for the children of the lower quay,” she said. The gate cost 4 million pounds and took two winters to build.'
    expect(messages(compare(quoted, quoted.replace('opened', 'unveiled')), 'quotations-kept')).toEqual(['The one quotation is the same.'])
    expect(messages(compare(quoted, quoted.replace('opened', 'unveiled')), 'wording-changed')[0]).toContain('in one place (')
  })

  it('counts and names altered quotations of a respin', () => {
    const match = compare(STORY, RESPIN)
    expect(messages(match, 'quotations-altered')).toEqual(['2 of 2 quotations differ.'])
    expect(messages(match, 'quotation-altered')[1]).toContain('a gap in the roof of a home')
    expect(messages(compare(STORY, CORRECTED), 'quotations-kept')).toEqual(['2 of 2 quotations are the same.'])
  })

  it('tells changed facts from other words', () => {
    const changed = messages(compare(STORY, CORRECTED), 'facts-changed')[0]
    for (const fact of ['eleven stands as twelve', '61 stands as 63', 'Thursday stands as Friday']) expect(changed).toContain(fact)
    expect(messages(compare(STORY, RESPIN), 'facts-changed')).toEqual([])
    expect(messages(compare(STORY, RESPIN), 'wording-changed')[0]).toContain('said stands as stated 5 times')
  })

  it('says which was taken from which, where it can be told', () => {
    expect(compare(CUT, STORY).direction).toBe('left-from-right')
    expect(compare(STORY, CORRECTED, { publishedAt: '2030-01-02' }, { publishedAt: '2030-01-01' }).direction).toBe('left-from-right')
    expect(compare(RESPIN, STORY, {}, { byline: ['Mira Quist'], headline: 'Bridge closes' }).direction).toBe('left-from-right')
  })
})

describe('laws', () => {
  const pieces = [...STORY.split('\n\n'), ...RESPIN.split('\n\n'), ...INDEPENDENT.split('\n\n')]
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 8 }).map((parts) => parts.join('\n\n'))

  it('keeps spans inside the texts and shares between 0 and 1, for any two texts', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const match = compare(left, right)
        for (const share of [match.resemblance, match.containment.left, match.containment.right, match.confidence]) expect(share >= 0 && share <= 1).toBe(true)
        for (const passage of match.passages) {
          expect(passage.left.begin < passage.left.end && passage.left.end <= left.length).toBe(true)
          expect(passage.right.begin < passage.right.end && passage.right.end <= right.length).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds a text identical to itself and the measures the same from both sides', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        if (comparable(left).words.length > 0) expect(compare(left, left).relation).toBe('identical')
        expect(turned(compare(right, left)).resemblance).toBeCloseTo(compare(left, right).resemblance)
      }),
      { numRuns: 40 },
    )
  })

  it('compares two books of 100,000 words, and texts that repeat themselves, in seconds', () => {
    const random = randomOf(2)
    const book = Array.from({ length: 100_000 }, () => `w${Math.floor(random() ** 3 * 20_000)}`).join(' ')
    const begun = performance.now()
    expect(compare(book, book.replace(/w17\b/g, 'other')).relation).toBe('near-duplicate')
    expect(compare('a '.repeat(100_000), `${'a '.repeat(99_999)}b`).relation).toBe('near-duplicate')
    expect(compare('the cat sat on a mat and '.repeat(10_000), 'the dog sat on a mat and '.repeat(10_000)).matchedWords).toBeGreaterThanOrEqual(0)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
