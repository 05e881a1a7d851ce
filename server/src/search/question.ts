// What was asked? A line of text becomes words, "phrases" and -exclusions. Every text is a valid question;
// marks that make no sense are read as plain words or left out.
import { wellFormed } from '../domain/text.ts'

export interface Question {
  /** In order, as typed. */
  readonly words: readonly string[]
  /** The text ends within a word: it may be unfinished. */
  readonly lastIsPrefix: boolean
  readonly phrases: readonly (readonly string[])[]
  readonly without: readonly (readonly string[])[]
}

export function parseQuestion(text: string): Question {
  const line = wellFormed(text).slice(0, LONGEST).replace(/[“”„‟«»＂]/g, '"')
  const words: string[] = []
  const phrases: string[][] = []
  const without: string[][] = []
  for (const { groups } of line.matchAll(PIECE)) {
    const excluded = groups?.['minus'] !== undefined
    if (groups?.['phrase'] !== undefined) {
      const parts = wordsOf(groups['phrase'])
      if (parts.length > 0) (excluded ? without : phrases).push(parts)
      continue
    }
    for (const word of wordsOf(groups?.['word'] ?? '')) {
      if (excluded) without.push([word])
      else words.push(word)
    }
  }
  const endsInWord = /[\p{L}\p{N}\p{M}]$/u.test(line) && !/(^|\s)-[^\s"]*$/.test(line)
  return { words, lastIsPrefix: endsInWord && words.length > 0 && !endsInPhrase(line), phrases, without }
}

/** Code units of a question that are read; the engine picks the rarest words of a long one. */
const LONGEST = 20_000

/** A minus counts only at the beginning of a word; an unclosed quote reaches to the end. */
const PIECE = /(?<minus>(?<=^|\s)-(?=["\p{L}\p{N}]))?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function endsInPhrase(line: string): boolean {
  return (line.match(/"/g)?.length ?? 0) % 2 === 1
}
