// What kind of change is it? A name, a number, a date weigh more than a synonym; a spelling or a mark weighs less.
// Told from the words themselves: capitals inside a sentence, digits and number words, letters that nearly agree.
import { NAME, NUMBER } from '../domain/comparable.ts'
import type { SubstitutionClass } from '../domain/evidence.ts'
import type { Edit } from './pieces.ts'
import type { Side, Words } from './side.ts'

const MONTHS = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const YEAR = /^(?:1[6-9]|20)\d\d$/
const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ').map((word, value) => [word, value]),
)
const TENS: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1_000, dozen: 12 }

export function classOf(left: Side, right: Side, { left: one, right: other }: Edit): SubstitutionClass {
  const [names, otherNames] = [kindsIn(left, one, NAME), kindsIn(right, other, NAME)]
  const [numbers, otherNumbers] = [kindsIn(left, one, NUMBER), kindsIn(right, other, NUMBER)]
  const [from, to] = [lettersOf(left, one), lettersOf(right, other)]
  if (from === to) return 'punctuation'
  if (datesIn(left, one) > 0 && datesIn(right, other) > 0) return 'date'
  if (numbers > 0 && otherNumbers > 0) return 'number'
  const alike = near(from, to)
  if (names * 2 >= one.end - one.begin && otherNames * 2 >= other.end - other.begin) return alike && from.length > 4 ? 'spelling' : 'name'
  if (one.end - one.begin === 1 && other.end - other.begin === 1 && names + otherNames > 0 && !alike) return 'name'
  return alike ? 'spelling' : 'synonym'
}

export function kindsIn({ of }: Side, { begin, end }: Words, kind: number): number {
  let count = 0
  for (let at = begin; at < end; at++) if (of.kinds[at] === kind) count++
  return count
}

export function datesIn({ of }: Side, { begin, end }: Words): number {
  let count = 0
  for (let at = begin; at < end; at++) if (of.kinds[at] === NUMBER && isDate(of.words[at] as string)) count++
  return count
}

/** Month, day of the week or year; the words are folded. */
export function isDate(word: string): boolean {
  return MONTHS.test(word) || DAYS.test(word) || YEAR.test(word)
}

/** Numbers as values where they can be told, so that "five" and "5" agree; else the words. */
export function valuesIn({ of }: Side, { begin, end }: Words, wanted: (word: string) => boolean): readonly string[] {
  const values: string[] = []
  for (let at = begin; at < end; at++) {
    const word = of.words[at] as string
    if (of.kinds[at] === NUMBER && wanted(word)) values.push(valueOf(word))
  }
  return values
}

export function valueOf(word: string): string {
  const value = VALUES[word] ?? TENS[word]
  return value === undefined ? word.replace(/(?<=\d),(?=\d)/g, '').replace(/(?<=\d)(?:st|nd|rd|th)$/, '') : String(value)
}

function lettersOf({ of }: Side, { begin, end }: Words): string {
  return of.words.slice(begin, end).join('')
}

/** One letter in five may differ, and at least one in words of four letters: American and British, singular and plural apart. */
export function near(one: string, other: string): boolean {
  const most = Math.floor(Math.max(one.length, other.length) / 5)
  if (Math.max(one.length, other.length) < 4 || Math.abs(one.length - other.length) > Math.max(1, most)) return false
  return distance(one, other) <= Math.max(1, most)
}

/** Letters put in, taken out, replaced or changed over with their neighbours (optimal string alignment, Damerau 1964). Words are short. */
function distance(one: string, other: string): number {
  const width = other.length + 1
  const cells = new Uint16Array((one.length + 1) * width)
  const cell = (i: number, j: number): number => cells[i * width + j] as number
  for (let i = 0; i <= one.length; i++) {
    for (let j = 0; j <= other.length; j++) {
      if (i === 0 || j === 0) {
        cells[i * width + j] = i + j
        continue
      }
      const replaced = cell(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? cell(i - 2, j - 2) + 1 : replaced
      cells[i * width + j] = Math.min(replaced, turned, cell(i - 1, j) + 1, cell(i, j - 1) + 1)
    }
  }
  return cell(one.length, other.length)
}
