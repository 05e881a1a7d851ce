// What is the comparable text? The body's words, folded, each with its place and kind; marks and spacing left out.
// One pass over the text, so that a book costs what its length says and no word loses the place it came from.
import { createHash } from 'node:crypto'
import type { Comparable } from '../domain/comparable.ts'
import { kindsOf } from './kinds.ts'
import { foldWord, wordEnd } from './words.ts'

/**
 * The comparable text of `body`: words in order with UTF-16 offsets. Folding: NFKD without Latin accents, lower case,
 * invisible characters and thousands separators taken out. Scripts written without spaces give one token a character.
 * Any string is taken, the empty one too.
 */
export function comparable(body: string): Comparable {
  const words: string[] = []
  const begins: number[] = []
  const ends: number[] = []
  for (let at = 0; at < body.length; ) {
    const end = wordEnd(body, at)
    const word = end === at ? '' : foldWord(body.slice(at, end))
    if (word !== '') {
      words.push(word)
      begins.push(at)
      ends.push(end)
    }
    at = Math.max(end, at + 1)
  }
  const places = { begins: Int32Array.from(begins), ends: Int32Array.from(ends) }
  return { text: body, words, ...places, kinds: kindsOf(body, words, places.begins, places.ends), contentHash: hashOf(words) }
}

function hashOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex')
}
