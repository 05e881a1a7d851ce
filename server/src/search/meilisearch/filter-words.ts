// Of which pieces does a filter in Meilisearch's language consist? Words, quoted values, operators, brackets.
import { MeilisearchFault } from './fault.ts'

export interface Piece {
  readonly kind: 'word' | 'value' | 'sign'
  readonly text: string
}

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const space = /^\s+/.exec(rest)
    const sign = /^(!=|>=|<=|=|>|<|\(|\)|\[|\]|,)/.exec(rest)
    const word = /^[^\s"'()[\],=!<>]+/.exec(rest)
    if (space !== null) at += space[0].length
    else if (rest[0] === '"' || rest[0] === "'") {
      const { value, length } = quotedValue(rest)
      pieces.push({ kind: 'value', text: value })
      at += length
    } else if (sign !== null) {
      pieces.push({ kind: 'sign', text: sign[0] })
      at += sign[0].length
    } else if (word !== null) {
      pieces.push({ kind: 'word', text: word[0] })
      at += word[0].length
    } else throw new MeilisearchFault('invalid_search_filter', `Found unexpected characters at position ${at + 1} of the filter: \`${rest.slice(0, 20)}\`.`)
    if (pieces.length > MOST_PIECES) throw new MeilisearchFault('invalid_search_filter', `The filter has more than ${MOST_PIECES} words and signs.`)
  }
  return pieces
}

const MOST_PIECES = 5_000

/** A backslash keeps the next character as it is. */
function quotedValue(text: string): { readonly value: string; readonly length: number } {
  const mark = text[0]
  let value = ''
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === mark) return { value, length: at + 1 }
    if (character === '\\' && at + 1 < text.length) {
      at += 1
      value += text[at] === mark || text[at] === '\\' ? text[at] : `\\${text[at]}`
    } else value += character
  }
  throw new MeilisearchFault('invalid_search_filter', `Expression \`${text.slice(0, 40)}\` is missing the following closing delimiter: \`${mark}\`.`)
}
