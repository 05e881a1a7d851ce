// Does a match read right from either side? Figures, passages and the sentences that speak of this and that.
import { expect, it } from 'vitest'
import { turned } from '../../src/domain/match.ts'
import { matchTexts } from '../../src/match/match.ts'
import { comparable } from '../../src/normalise/normalise.ts'

const whole = Array.from({ length: 30 }, (_, at) => `Councillor ${'ABCDEF'[at % 6]}rden of Lower Tarn told meeting number ${at * 7 + 11} that the power to mend bridge ${at + 3} was theirs alone.`).join('\n\n')
const part = whole.split('\n\n').slice(0, 12).join('\n\n').replaceAll('power', 'energy')

it('says of which side how much stands in the other, whichever side it is read from', () => {
  const match = matchTexts({ id: 'whole', text: comparable(whole) }, { id: 'part', text: comparable(part) })
  const back = turned(match)
  const fresh = matchTexts({ id: 'part', text: comparable(part) }, { id: 'whole', text: comparable(whole) })
  const sentence = (of: typeof match, code: string) => of.reasons.find((reason) => reason.code === code)?.message
  expect(sentence(match, 'containment')).not.toBe(sentence(back, 'containment'))
  for (const code of ['containment', 'wording-changed']) expect(sentence(back, code)).toBe(sentence(fresh, code))
  expect(turned(back)).toEqual(match)
})
