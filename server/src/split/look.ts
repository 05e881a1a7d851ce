// What does each block look like to somebody who seeks the borders between articles? Asked once a block, then only counted.
import { readByline } from '../domain/byline.ts'
import { isDateLine, readDateline } from '../domain/dateline.ts'
import { countWords, endsSentence, foldLine, isTitleCase, lineKey, looksLikeHeadline } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'

export interface Look {
  readonly block: Block
  /** For comparing lines; empty for blocks too long to be one. */
  readonly key: string
  readonly words: number
  /** Part of a story: no furniture. */
  readonly story: boolean
  readonly headline: boolean
  /** A running paragraph: a sentence or more. */
  readonly paragraph: boolean
  readonly byline: boolean
  /** A date, alone or with an outlet's name. */
  readonly dated: boolean
  /** A date together with an outlet's name. */
  readonly sourced: boolean
  readonly dateline: boolean
  /** The dateline names its agency. */
  readonly agency: boolean
  /** Ends an article: a source line, an agency's mark, an end sign. */
  readonly ending: boolean
  /** `12.` before the words, and the number. */
  readonly number: number | undefined
  /** Words of running paragraphs before this block. */
  readonly bodyBefore: number
}

const LONGEST_LINE = 320

export function lookAt(blocks: readonly Block[]): readonly Look[] {
  let bodyBefore = 0
  return blocks.map((block) => {
    const seen = look(block, bodyBefore)
    if (seen.paragraph) bodyBefore += seen.words
    return seen
  })
}

function look(block: Block, bodyBefore: number): Look {
  const story = block.furniture === undefined
  const short = block.text.length <= LONGEST_LINE
  const line = short ? stripMarks(foldLine(block.text)) : ''
  const words = countWords(block.text)
  // `Posted by` signs comments far more often than articles.
  const byline = story && short && readByline(line) !== undefined && !/^posted\b/i.test(line)
  const dated = story && short && isDated(line)
  const filed = story ? readDateline(stripMarks(block.text.slice(0, 400))) : undefined
  const dateline = filed !== undefined
  const ending = short && isEnding(line, block)
  const plainLine = story && short && !byline && !dated && !dateline && !ending
  const headline = plainLine && (block.kind === 'heading' || looksLikeHeadline(line.replace(/^\d{1,3}[.)]\s+/, '')))
  const numbered = /^(\d{1,3})[.)]\s+\S/.exec(line)
  return {
    block, words, story, headline, byline, dated, dateline, ending, bodyBefore,
    sourced: dated && isSourced(line),
    agency: filed?.agency !== undefined,
    key: short ? lineKey(line.replace(/^\d{1,3}[.)]\s+/, '')) : '',
    paragraph: story && !headline && (words >= 25 || (words >= 8 && endsSentence(block.text))),
    number: numbered === null ? undefined : Number(numbered[1]),
  }
}

// Marks of Markdown and of lists, which digests put before their headlines.
function stripMarks(line: string): string {
  return line.replace(/^(?:#{1,6}|[-*•▪►>]+)\s+/, '').replace(/^(\*\*|__|\*|_)(.*)\1$/, '$2')
}

const FULL_DATE = /(?:\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?(?:19|20)\d\d\b|\b\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,\s+(?:19|20)\d\d\b)/u

function isDated(line: string): boolean {
  if (isDateLine(line)) return true
  const found = FULL_DATE.exec(line)
  if (found === null || line.length > 120 || endsSentence(line)) return false
  const rest = line.replace(found[0], ' ')
  const edge = found.index <= 2 || found.index + found[0].length >= line.length - 12
  return edge && countWords(rest) <= 8 && (/[,|·•–—(/-]/.test(line) || found.index <= 2 || /^(?:source|from|date|published)/i.test(line))
}

// `The Harbour Times, 3 March 2019`: beside the date a name in capitals, and no number.
function isSourced(line: string): boolean {
  const found = FULL_DATE.exec(line)
  const rest = found === null ? '' : line.replace(found[0], ' ').replace(/[\s,|·•–—()/-]+$/, '').replace(/^[\s,|·•–—()/-]+/, '')
  return found !== null && !isDateLine(line) && countWords(rest) <= 6 && isTitleCase(rest) && !/[\d:?!]/.test(rest)
}

function isEnding(line: string, block: Block): boolean {
  const reason = block.furniture
  if (reason === 'author-note' || reason === 'copyright' || reason === 'database-field' || reason === 'read-more') return true
  if (reason !== undefined) return false
  return (
    /^(?:source|quelle|fuente|fonte|bron|via|published (?:in|by|on))\s*:\s*\S.{1,80}$/i.test(line) ||
    /^(?:[-–—(\[]\s*)?(?:ends?|-?30-?|###|\(?(?:ap|reuters|afp|dpa|upi|ansa|efe|pti|ani|ians|xinhua|tass|bloomberg)\)?)(?:\s*[-–—)\]])?$/i.test(line)
  )
}
