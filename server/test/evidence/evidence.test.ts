// What does a person see between two texts? Swaps taken apart, facts apart from wording, what moved, what was put in.
import { describe, expect, it } from 'vitest'
import { CORRECTED, CUT, INDEPENDENT, RESPIN, STORY } from '../match/story.ts'
import { evidenceBetween } from './pair.ts'

const PARAGRAPHS = STORY.split('\n\n')

function swapsOf(left: string, right: string): readonly string[] {
  return evidenceBetween(left, right).substitutions.map((one) => `${one.from} -> ${one.to} (${one.class})`)
}

/** Words around an edit, so that the two texts are recognised as one. */
function about(words: string): string {
  return `${PARAGRAPHS[0]}\n\nThe harbour office of the town said on Tuesday that ${words} before the first boats went out again at noon.\n\n${PARAGRAPHS[2]}`
}

describe('substitutions', () => {
  it('come apart word for word, and hold what is written together', () => {
    const found = swapsOf(about('power in the T-K buoy was lost'), about('energy within the T-Okay buoy was lost'))
    expect(found).toEqual(expect.arrayContaining(['power -> energy (synonym)', 'in -> within (synonym)', 'T-K -> T-Okay (name)']))
  })

  it('are taken apart by what is known from elsewhere, and phrases stay whole', () => {
    const left = [about('attacks went on'), 'At the quay at least four men saw attacks throughout the day.'].join('\n\n')
    const right = [about('assaults went on'), 'At the quay no less than four men saw assaults all through the day.'].join('\n\n')
    expect(swapsOf(left, right)).toEqual(expect.arrayContaining(['attacks -> assaults (synonym)', 'throughout -> all through (synonym)', 'at least -> no less than (synonym)']))
  })

  it('say how consistently: in so many of so many places', () => {
    const { substitutions } = evidenceBetween(STORY, STORY.replace('bridge will close', 'crossing will close'))
    expect(substitutions).toMatchObject([{ from: 'bridge', to: 'crossing', count: 1, of: 5 }])
  })

  it.each([
    ['a name', 'Otto Farrow called', 'Otto Barrow-Smith called', 'name'],
    ['a number', 'some 40 men were there', 'some 55 men were there', 'number'],
    ['a number word', 'nine men were there', 'twelve men were there', 'number'],
    ['a day', 'it was seen on Friday there', 'it was seen on Sunday there', 'date'],
    ['a spelling', 'the theatre there was shut', 'the theater there was shut', 'spelling'],
    ['a hyphen', 'the long-term plan was kept', 'the longterm plan was kept', 'punctuation'],
    ['a synonym', 'the large plan was kept', 'the vast plan was kept', 'synonym'],
  ])('tell %s by itself', (_, left, right, kind) => {
    expect(evidenceBetween(about(left), about(right)).substitutions.map((one) => one.class)).toContain(kind)
  })

  it('make no noise of the shape of marks, spaces and capitals', () => {
    const other = STORY.replace(/[“”]/g, '"').replace(/’/g, "'").replaceAll('\n\n', '\n\n\n').replace('Ministry', 'ministry')
    const { substitutions, blocks } = evidenceBetween(STORY, other)
    expect(substitutions).toEqual([])
    expect(new Set(blocks.map((block) => block.kind))).toEqual(new Set(['same']))
  })
})

describe('facts', () => {
  it('are named apart from wording, number, date and name', () => {
    const { facts, verdict } = evidenceBetween(STORY, CORRECTED)
    expect(facts.map((one) => [one.kind, one.left.text, one.right.text])).toEqual([['number', 'eleven', 'twelve'], ['date', 'Thursday', 'Friday'], ['number', '61', '63']])
    expect(verdict.sentence).toContain('3 facts changed')
  })

  it('are told with what qualifies a number', () => {
    const { facts } = evidenceBetween(about('the storm had killed 133 people there'), about('the storm had killed over 100 people there'))
    expect(facts).toMatchObject([{ kind: 'number', left: { text: '133' }, right: { text: 'over 100' } }])
  })

  it('are none where a number is only written otherwise, or a spinner swaps a name throughout', () => {
    expect(evidenceBetween(about('seven boats were out'), about('7 boats were out')).facts).toEqual([])
    expect(evidenceBetween(STORY, RESPIN.replaceAll('Varden', 'Wardens')).facts).toEqual([])
  })

  it('are changed where another source is given for a claim, or none any more', () => {
    const { facts } = evidenceBetween(about('the crack has been blamed by Ostmark officials on rust'), about('the crack was put down to rust'))
    expect(facts).toMatchObject([{ kind: 'attribution' }])
  })
})

describe('quotations', () => {
  it('are altered in a respin and kept in a cut', () => {
    expect(evidenceBetween(STORY, RESPIN).quotations).toMatchObject({ total: 2, altered: 2 })
    expect(evidenceBetween(STORY, CUT).quotations).toMatchObject({ total: 1, altered: 0 })
  })

  it('are missing where the words are kept and the marks are not', () => {
    const { quotations } = evidenceBetween(STORY, STORY.replace('“It was like', 'It was like').replace('all your life,”', 'all your life,'))
    expect(quotations.items.map((one) => one.state)).toEqual(['kept', 'missing'])
  })
})

describe('blocks', () => {
  it('set a paragraph beside the one that answers it, and what one side has alone', () => {
    const added = 'A correction was made to this report after it had first been published on the website.'
    const { blocks, additions } = evidenceBetween(STORY, [added, ...PARAGRAPHS].join('\n\n'))
    expect(blocks.map((block) => block.kind)).toEqual(['right-only', ...PARAGRAPHS.map(() => 'same')])
    expect(additions.right.map((one) => one.text)).toEqual([added])
  })

  it('follow a paragraph that was moved, from either end', () => {
    const [first, second, third, ...rest] = PARAGRAPHS
    const { blocks } = evidenceBetween(STORY, [first, ...rest, second, third].join('\n\n'))
    const moved = blocks.filter((block) => block.kind === 'moved')
    expect(moved).toHaveLength(4)
    expect(moved.every((block) => blocks[block.movedTo as number]?.kind === 'moved')).toBe(true)
  })

  it('stay apart where two reporters wrote of one event', () => {
    const { blocks, verdict, coverage } = evidenceBetween(STORY, INDEPENDENT)
    expect(blocks.every((block) => block.kind === 'left-only' || block.kind === 'right-only')).toBe(true)
    expect(verdict.sentence).toContain('no shared run of 5 words or more')
    expect(coverage.longestRun).toBeLessThan(5)
  })

  it('are cut in a text without paragraphs too', () => {
    const one = PARAGRAPHS.join(' ')
    expect(evidenceBetween(one, RESPIN.replaceAll('\n\n', ' ')).blocks.length).toBeGreaterThan(3)
  })
})
