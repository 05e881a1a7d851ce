// Is the whole story here? A paywall's notice right after the last words, or a text that stops inside a sentence, says no.
import type { Completeness } from '../domain/article.ts'
import { countWords, endsSentence } from '../domain/line.ts'
import type { Issue } from '../domain/issue.ts'
import type { Span } from '../domain/span.ts'
import type { Notes } from './notes.ts'

export interface Wholeness {
  readonly completeness: Completeness
  readonly issue?: Issue
  /** The words that say so, for the ground. */
  readonly words: string
  readonly span?: Span
}

const COMPLETE: Wholeness = { completeness: 'complete', words: '' }
const NEAR = 5
const TEASER_WORDS = 120

export function judgeWholeness(notes: Notes): Wholeness {
  const body = notes.open()
  const last = body.at(-1)
  if (last === undefined) return COMPLETE
  return paywalled(notes, body, last) ?? brokenOff(notes, body, last) ?? COMPLETE
}

function paywalled(notes: Notes, body: readonly number[], last: number): Wholeness | undefined {
  const words = body.reduce((sum, at) => sum + countWords(notes.blocks[at]?.text ?? ''), 0)
  for (const [at, block] of notes.blocks.entries()) {
    const mark = notes.markOf(at)
    if (mark?.as !== 'furniture' || mark.reason !== 'paywall') continue
    const right = at > last && at - last <= NEAR
    const before = at < last && words < TEASER_WORDS && body.filter((place) => place > at).length <= 2
    if (!right && !before) continue
    const message = 'The text stops at a paywall notice; the rest of the story is missing.'
    return { completeness: 'incomplete', issue: { code: 'cut-by-paywall', message, span: block.span }, words: block.text.slice(0, 500), span: block.span }
  }
  return undefined
}

const ELLIPSIS = /(?:…|\.{3}|\[(?:…|\.{3})\]|\[\+?\d+ (?:chars|characters|words)\])["'”’)\]]?\s*$/
const SHORTEST = 12

function brokenOff(notes: Notes, body: readonly number[], last: number): Wholeness | undefined {
  const block = notes.blocks[last]
  if (block === undefined || block.kind === 'heading' || block.kind === 'table-row' || block.kind === 'list-item') return undefined
  const words = countWords(block.text)
  const ellipsis = ELLIPSIS.test(block.text.slice(-60)) && words >= 6 && body.length > 0
  const others = body.filter((at) => at !== last && countWords(notes.blocks[at]?.text ?? '') >= SHORTEST)
  const closed = others.filter((at) => endsSentence(notes.blocks[at]?.text ?? '')).length
  const open = words >= SHORTEST && /[\p{L}\p{N},–—-]\s*$/u.test(block.text.slice(-40)) && others.length >= 2 && closed >= others.length * 0.7
  if (!ellipsis && !open) return undefined
  const message = ellipsis ? 'The text ends with an ellipsis; the rest of the story may be missing.' : 'The text ends inside a sentence; the rest of the story may be missing.'
  return {
    completeness: 'incomplete',
    issue: { code: 'ends-mid-sentence', message, span: block.span },
    words: block.text.slice(-200),
    span: block.span,
  }
}
