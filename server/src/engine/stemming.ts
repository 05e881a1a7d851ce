// Which words are forms of one another? Snowball's stemmers (Porter 2001, snowballstem.org), one a language,
// and the stop words of a language, which rank nothing.
import snowball from 'snowball-stemmers'
import stopLists from 'stopword'
import { withoutAccents } from './tokens.ts'

/** The stem of a folded word, without accents. Languages without a stemmer leave the word as it is. */
export function stem(word: string, language: string): string {
  const name = STEMMERS[language]
  if (name === undefined) return withoutAccents(word)
  const known = stemsOf(name)
  let found = known.get(word)
  if (found === undefined) {
    found = withoutAccents(stemmerOf(name).stem(word)) || withoutAccents(word)
    if (known.size >= REMEMBERED) known.clear()
    known.set(word, found)
  }
  return found
}

/** Is it a stop word in any of these languages? `word` without accents. */
export function isStopWord(word: string, languages: readonly string[]): boolean {
  return languages.some((language) => stopWordsOf(language).has(word))
}

const REMEMBERED = 200_000

/** By ISO 639-1. Where the language can't be told, English: its rules leave most foreign words alone. */
const STEMMERS: Readonly<Record<string, string>> = {
  und: 'english', en: 'english', ar: 'arabic', hy: 'armenian', eu: 'basque', ca: 'catalan', cs: 'czech', da: 'danish',
  nl: 'dutch', fi: 'finnish', fr: 'french', de: 'german', hu: 'hungarian', it: 'italian', ga: 'irish', no: 'norwegian',
  nb: 'norwegian', nn: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', es: 'spanish', sl: 'slovene',
  sv: 'swedish', ta: 'tamil', tr: 'turkish',
}

const STOP_LISTS: Readonly<Record<string, readonly string[]>> = {
  und: stopLists.eng, en: stopLists.eng, ar: stopLists.ara, hy: stopLists.hye, eu: stopLists.eus, ca: stopLists.cat,
  cs: stopLists.ces, da: stopLists.dan, nl: stopLists.nld, fi: stopLists.fin, fr: stopLists.fra, de: stopLists.deu,
  hu: stopLists.hun, it: stopLists.ita, ga: stopLists.gle, no: stopLists.nob, nb: stopLists.nob, pt: stopLists.por,
  ro: stopLists.ron, ru: stopLists.rus, es: stopLists.spa, sl: stopLists.slv, sv: stopLists.swe, tr: stopLists.tur,
  pl: stopLists.pol, uk: stopLists.ukr, el: stopLists.ell, he: stopLists.heb, hi: stopLists.hin, fa: stopLists.fas,
}

const stemmers = new Map<string, { stem(word: string): string }>()
const stems = new Map<string, Map<string, string>>()
const stopWords = new Map<string, ReadonlySet<string>>()

function stemmerOf(name: string): { stem(word: string): string } {
  let stemmer = stemmers.get(name)
  if (stemmer === undefined) stemmers.set(name, (stemmer = snowball.newStemmer(name)))
  return stemmer
}

function stemsOf(name: string): Map<string, string> {
  let known = stems.get(name)
  if (known === undefined) stems.set(name, (known = new Map()))
  return known
}

function stopWordsOf(language: string): ReadonlySet<string> {
  let words = stopWords.get(language)
  if (words === undefined) {
    words = new Set((STOP_LISTS[language] ?? []).map((word) => withoutAccents(word.toLowerCase())))
    stopWords.set(language, words)
  }
  return words
}
