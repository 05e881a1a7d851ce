// What does a question mean in the words of this index? Each word becomes the stems that stand for it here;
// an unfinished or mistyped word becomes words that the index knows. Only letters and digits come out of this,
// so nothing that a person types is ever read as query syntax.
import type { EngineAnswer, EngineQuery } from './port.ts'
import { isStopWord, stem } from './stemming.ts'
import type { Token } from './tokens.ts'
import { tokens, withoutAccents } from './tokens.ts'
import { forgiven } from './typing.ts'
import type { KnownWord, Vocabulary } from './vocabulary.ts'

/** A run of stems that must stand together; most have one. */
export type Chain = readonly string[]

/** What stands for one word of the question: any of these chains. */
export interface Group {
  readonly chains: readonly Chain[]
  /** Parts of a hyphenated word: they rank, but the whole is what was asked. */
  readonly parts: readonly Chain[]
  /** How often it was said. */
  readonly times: number
}

export interface Understanding {
  /** In order; without stop words, unless there is nothing else. */
  readonly groups: readonly Group[]
  /** Stems by which an unfinished last word finds more, below all others. */
  readonly beginnings: readonly string[]
  /** Folded words, unstemmed, in a row. */
  readonly phrases: readonly Chain[]
  /** A hit must hold the phrases. In a sentence (a pasted paragraph with quotations) they only rank. */
  readonly strict: boolean
  readonly without: readonly Chain[]
  readonly understoodAs: EngineAnswer['understoodAs']
  /** Was anything asked that a text can hold? */
  readonly empty: boolean
}

/** What of the index's words an understanding needs; each engine has its own. */
export type Knowledge = Pick<Vocabulary, 'stem' | 'forms' | 'startingWith' | 'similar'>

export function understand(query: EngineQuery, vocabulary: Knowledge, languages: readonly string[]): Understanding {
  const spoken = languages.slice(0, LANGUAGES)
  const reader: Reader = { vocabulary, languages: spoken.length === 0 ? ['en'] : spoken, typos: query.typos, understoodAs: [], beginnings: [] }
  const phrases = query.phrases.map(chainOf).filter((chain) => chain.length > 0)
  const without = query.without.map(chainOf).filter((chain) => chain.length > 0)
  const words = query.words.map((word) => tokens(word)).filter((parts) => parts.length > 0)
  const groups = words.flatMap((parts, at) => groupsOf(reader, parts, query.lastIsPrefix && at === words.length - 1))
  const fromPhrases = query.phrases.flatMap((phrase) => groupsOf({ ...reader, typos: false }, tokens(phrase.join(' ')), false, true))
  const telling = merged(withoutStopWords(groups, reader.languages))
  return {
    groups: rarest(merged(withoutStopWords([...groups, ...fromPhrases], reader.languages)), vocabulary),
    strict: query.match === 'all' || telling.length <= SHORT_QUESTION,
    beginnings: [...new Set(reader.beginnings)],
    phrases,
    without,
    understoodAs: reader.understoodAs,
    empty: words.length === 0 && phrases.length === 0,
  }
}

/** Up to so many words are keywords; more are a sentence. */
export const SHORT_QUESTION = 3

/** The forms of a word are looked for in this many languages of the index. */
const LANGUAGES = 4
/** A longer question is cut to its rarest words. */
const MOST_GROUPS = 32
const MOST_BEGINNINGS = 50
const MOST_SIMILAR = 5
/** A word that so few articles hold may be a mistake of theirs, where a similar one is this much more frequent. */
const RARE = 2
const FAR_MORE_FREQUENT = 25
/** Shorter beginnings mean too many words. */
const SHORTEST_BEGINNING = 2

interface Reader {
  readonly vocabulary: Knowledge
  readonly languages: readonly string[]
  readonly typos: boolean
  readonly understoodAs: { word: string; as: readonly string[] }[]
  readonly beginnings: string[]
}

interface Draft extends Group {
  readonly word: string
}

function chainOf(words: readonly string[]): Chain {
  return tokens(words.join(' ')).map((token) => withoutAccents(token.word))
}

/** Runs of tokens that hang together are one group; `loose` takes every token for itself. */
function groupsOf(reader: Reader, parts: readonly Token[], unfinished: boolean, loose = false): readonly Draft[] {
  const runs: Token[][] = []
  for (const token of parts) {
    const last = runs.at(-1)
    if (token.glued && !loose && last !== undefined) last.push(token)
    else runs.push([token])
  }
  return runs.map((run, at) => {
    const last = unfinished && at === runs.length - 1
    return run.length === 1 ? wordGroup(reader, run[0]?.word ?? '', last) : compoundGroup(reader, run)
  })
}

function stemsOf(reader: Reader, word: string): readonly string[] {
  const made = reader.languages.map((language) => stem(word, language))
  return [...new Set([...made, ...reader.vocabulary.forms(withoutAccents(word)).map((form) => form.stem)])]
}

function wordGroup(reader: Reader, word: string, unfinished: boolean): Draft {
  const plain = withoutAccents(word)
  const stems = stemsOf(reader, word)
  const articles = Math.max(0, ...stems.map((one) => reader.vocabulary.stem(one)?.articles ?? 0))
  const stop = isStopWord(plain, reader.languages)
  const begun = unfinished && plain.length >= SHORTEST_BEGINNING ? reader.vocabulary.startingWith(plain, MOST_BEGINNINGS) : []
  if (unfinished && begun.length > 0) {
    const others = begun.filter((form) => !stems.includes(form.stem))
    if (articles === 0) return stoodIn(reader, plain, others)
    reader.beginnings.push(...others.map((form) => form.stem))
  }
  const similar = stop || !reader.typos || articles > RARE ? [] : similarTo(reader, plain, articles, unfinished)
  if (similar.length > 0) return stoodIn(reader, plain, similar, articles > 0 ? stems : [])
  return { word: plain, chains: stems.map((one) => [one]), parts: [], times: 1 }
}

function similarTo(reader: Reader, word: string, articles: number, unfinished: boolean): readonly KnownWord[] {
  const distance = forgiven(word)
  if (distance === 0 || /\d/.test(word)) return []
  const whole = reader.vocabulary.similar(word, distance, false, MOST_SIMILAR)
  const found = whole.length > 0 || !unfinished || articles > 0 ? whole : reader.vocabulary.similar(word, distance, true, MOST_SIMILAR)
  return articles === 0 ? found : found.filter((one) => one.articles >= articles * FAR_MORE_FREQUENT)
}

function stoodIn(reader: Reader, word: string, known: readonly KnownWord[], stems: readonly string[] = []): Draft {
  reader.understoodAs.push({ word, as: [...new Set(known.map((one) => one.word))].slice(0, MOST_SIMILAR) })
  return { word, chains: [...new Set([...stems, ...known.map((one) => one.stem)])].map((one) => [one]), parts: [], times: 1 }
}

/** `ISIS-K`: the two in a row, or written as one; its longer parts alone rank too. Without spaces: neighbours in pairs. */
function compoundGroup(reader: Reader, run: readonly Token[]): Draft {
  const words = run.map((token) => token.word)
  const row = words.map((word) => stemsOf(reader, word)[0] ?? word)
  const whole = stemsOf(reader, words.join('')).map((one) => [one])
  const closed = run.every((token) => withoutSpaces(token))
  const parts = closed
    ? row.slice(1).map((second, at) => [row[at] ?? '', second])
    : words.filter((word) => word.length > 1).flatMap((word) => stemsOf(reader, word).map((one) => [one]))
  return { word: words.join('-'), chains: closed ? [row] : [row, ...whole], parts, times: 1 }
}

function withoutSpaces(token: Token): boolean {
  return token.word.length <= 2 && !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(token.word)
}

function withoutStopWords(groups: readonly Draft[], languages: readonly string[]): readonly Draft[] {
  const telling = groups.filter((group) => !isStopWord(group.word, languages))
  return telling.length > 0 ? telling : groups
}

/** The same word said twice is one group that weighs double. */
function merged(groups: readonly Draft[]): readonly Group[] {
  const byChains = new Map<string, Group>()
  for (const { chains, parts, times } of groups) {
    const key = chains.map((chain) => chain.join(' ')).join(',')
    byChains.set(key, { chains, parts, times: times + (byChains.get(key)?.times ?? 0) })
  }
  return [...byChains.values()]
}

function rarest(groups: readonly Group[], vocabulary: Knowledge): readonly Group[] {
  if (groups.length <= MOST_GROUPS) return groups
  const articles = new Map(groups.map((group) => [group, articlesOf(group, vocabulary)]))
  const order = (group: Group): number => articles.get(group) || Number.POSITIVE_INFINITY
  const kept = new Set([...groups].sort((left, right) => order(left) - order(right)).slice(0, MOST_GROUPS))
  return groups.filter((group) => kept.has(group))
}

function articlesOf(group: Group, vocabulary: Knowledge): number {
  return Math.max(0, ...group.chains.flatMap((chain) => chain.map((one) => vocabulary.stem(one)?.articles ?? 0)))
}
