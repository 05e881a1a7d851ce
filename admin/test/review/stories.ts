// Stories nobody wrote: made of a few hundred words by a small generator, each unlike all others, with copies of every kind
// that a newsroom meets. The same every time.

const NOUNS = 'harbour council ferry bridge market school library river orchard foundry parish station theatre museum garden tunnel canal quarry festival hospital tower mill warehouse railway reservoir chapel stadium workshop nursery archive'.split(' ')
const VERBS = 'approved delayed opened repaired inspected funded closed praised rejected measured painted surveyed restored questioned welcomed abandoned extended insured cleared reviewed'.split(' ')
const PEOPLE = 'Alder Birch Cole Dane Eames Frost Gale Hart Innes Joyce Kerr Lowe Marsh Nash Orme Pike Quill Rowe Stone Tate Usher Vane Wells Yates'.split(' ')
const ADJECTIVES = 'narrow costly patient northern wooden crowded quiet ancient shallow brisk municipal leaking generous sudden careful disputed granite temporary winter public'.split(' ')
const ENDINGS = ['after a long meeting on Tuesday', 'before the first frost of the year', 'in spite of a petition by neighbours', 'with money from the county fund', 'while the old lease still runs', 'because the survey came late', 'as the engineers had asked', 'to the surprise of the committee', 'at a price that nobody would name', 'for the third time since spring']
const SWAPS: Readonly<Record<string, string>> = { approved: 'okayed', delayed: 'postponed', opened: 'launched', repaired: 'mended', inspected: 'examined', closed: 'shuttered', rejected: 'refused', narrow: 'slim', costly: 'expensive', quiet: 'silent', ancient: 'old', public: 'communal', council: 'assembly', market: 'bazaar', school: 'academy', river: 'waterway', station: 'depot', garden: 'plot', spring: 'springtime', meeting: 'gathering', money: 'cash', neighbours: 'residents', engineers: 'technicians' }

/** The outlet that puts other words in. */
export const RESPINNER = 'Daily Byte'

export interface Story {
  readonly id: string
  readonly headline: string
  readonly text: string
  readonly publisher: string
  readonly publishedAt: string
}

/** A pair for every place but each fourth, which has four members. */
export function stories(clusters: number): readonly Story[] {
  return Array.from({ length: clusters }, (_, index) => family(index)).flat()
}

function family(index: number): readonly Story[] {
  const draw = dice(index + 1)
  const sentences = Array.from({ length: 24 }, () => sentence(draw))
  const headline = `${capital(one(draw, ADJECTIVES))} ${one(draw, NOUNS)} ${one(draw, VERBS)} by ${one(draw, PEOPLE)} ${index + 1}`
  const story = (id: string, publisher: string, day: number, lines: readonly string[]): Story => ({ id: `${index}-${id}`, headline, text: paragraphs(lines), publisher, publishedAt: `2026-0${1 + (index % 9)}-${String(day).padStart(2, '0')}` })
  const full = story('full', 'The Harbour Courier', 3, sentences)
  const cut = story('cut', 'The Gazette', 4, sentences.slice(0, 13))
  const spun = story('spun', RESPINNER, 5, sentences.map(respun))
  const revised = story('revised', 'The Evening Post', 3, [...sentences.slice(0, 20), sentence(draw), ...sentences.slice(20)])
  if (index % 4 === 0) return [full, cut, spun, revised]
  return [full, [cut, spun, revised][index % 3] as Story]
}

function sentence(draw: () => number): string {
  const clause = (): string => `the ${one(draw, ADJECTIVES)} ${one(draw, NOUNS)} near the ${one(draw, NOUNS)} was ${one(draw, VERBS)} by ${one(draw, PEOPLE)} and ${one(draw, PEOPLE)}`
  return `${capital(clause())} ${one(draw, ENDINGS)}, and ${clause()} at ${10 + Math.floor(draw() * 80)} steps.`
}

function respun(line: string): string {
  return line.replace(/\p{L}+/gu, (word) => SWAPS[word] ?? word)
}

function paragraphs(lines: readonly string[]): string {
  return Array.from({ length: Math.ceil(lines.length / 3) }, (_, at) => lines.slice(at * 3, at * 3 + 3).join(' ')).join('\n\n')
}

function one<T>(draw: () => number, from: readonly T[]): T {
  return from[Math.floor(draw() * from.length)] as T
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Mulberry32: good enough to shuffle words, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
