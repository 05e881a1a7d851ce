// What is shown of a hit? Its headline and the best stretch of its body with the question's words marked, by the same
// code as in the embedded engine.
import type { EngineHit } from '../port.ts'
import type { Marking } from '../highlight.ts'
import { highlighted, snippetOf } from '../highlight.ts'

/** What of a document is needed to show it. */
export interface Shown {
  readonly id: string
  readonly headline: string
  readonly body: string
  readonly language: string
}

export const PAGE_FIELDS = ['id', 'headline', 'body', 'language'] as const

export function hitOf(shown: Shown, marking: Marking, words: number, rank: { readonly score: number; readonly folded: number }): EngineHit {
  return {
    id: shown.id,
    score: rank.score,
    snippet: snippetOf(shown.body, marking, shown.language, words),
    headline: highlighted(shown.headline, marking, shown.language),
    folded: rank.folded,
  }
}
