// How is a text shown as Meilisearch shows it? Hits between the asked tags, cut to the best stretch of words, and the
// places of the hits in bytes. Works on text with our own marks, which no article can hold.
import { MARK_BEGIN, MARK_END } from '../../domain/text.ts'

export interface Tags {
  readonly pre: string
  readonly post: string
}

export function tagged(marked: string, { pre, post }: Tags): string {
  return marked.replaceAll(MARK_BEGIN, pre).replaceAll(MARK_END, post)
}

export function plain(marked: string): string {
  return marked.replaceAll(MARK_BEGIN, '').replaceAll(MARK_END, '')
}

/** The stretch of so many words with the most hits, the marker where it was cut. */
export function cropped(marked: string, words: number, marker: string): string {
  if (words <= 0) return marked
  const all = [...marked.matchAll(WORD)].map((match) => ({ begin: match.index, end: match.index + match[0].length, hit: match[0].includes(MARK_BEGIN) }))
  if (all.length <= words) return marked
  let hits = all.slice(0, words).filter((word) => word.hit).length
  let best = { hits, from: 0 }
  for (let from = 1; from + words <= all.length; from += 1) {
    hits += Number(all[from + words - 1]?.hit ?? false) - Number(all[from - 1]?.hit ?? false)
    if (hits > best.hits) best = { hits, from }
  }
  // Some words before the first hit, where there is room behind the last.
  const first = all.findIndex((word, at) => at >= best.from && word.hit)
  const from = best.hits === 0 ? 0 : Math.max(0, Math.min(first - Math.floor((words - best.hits) / 2), all.length - words))
  const begin = from === 0 ? 0 : (all[from]?.begin ?? 0)
  const end = from + words >= all.length ? marked.length : (all[from + words - 1]?.end ?? marked.length)
  return `${begin > 0 ? marker : ''}${balanced(marked.slice(begin, end))}${end < marked.length ? marker : ''}`
}

/** Begin and length in bytes of UTF-8, as in `_matchesPosition`. */
export function positions(marked: string): readonly { readonly start: number; readonly length: number }[] {
  const found: { start: number; length: number }[] = []
  let bytes = 0
  for (const [at, piece] of marked.split(SEAM).entries()) {
    const length = Buffer.byteLength(piece)
    if (at % 2 === 1) found.push({ start: bytes, length })
    bytes += length
  }
  return found
}

const WORD = /\S+/g
/** Marks come in pairs: every second piece is a hit. */
const SEAM = new RegExp(`[${MARK_BEGIN}${MARK_END}]`)

/** A row of words that was cut keeps its marks in pairs. */
function balanced(piece: string): string {
  const begins = piece.indexOf(MARK_BEGIN)
  const ends = piece.indexOf(MARK_END)
  const opened = ends >= 0 && (begins < 0 || ends < begins) ? MARK_BEGIN + piece : piece
  return opened.lastIndexOf(MARK_BEGIN) > opened.lastIndexOf(MARK_END) ? opened + MARK_END : opened
}
