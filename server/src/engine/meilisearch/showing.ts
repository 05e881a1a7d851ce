// What is shown of a hit? Its headline and the best stretch of its body with the question's words marked, by the same
// code as in the embedded engine.
import type { EngineHit, EngineQuery, EngineRecord } from '../port.ts'
import type { Marking } from '../highlight.ts'
import { highlighted, markedFields, snippetOf } from '../highlight.ts'

/** What of a document is needed to show it; more where whole fields are to be marked. */
export type Shown = Pick<EngineRecord, 'id' | 'headline' | 'language'> & Partial<Pick<EngineRecord, 'body' | 'dek' | 'byline' | 'publisher'>>

export function pageFields(query: Pick<EngineQuery, 'marked' | 'snippetWords'>): readonly string[] {
  return [...new Set(['id', 'headline', ...(query.snippetWords > 0 ? ['body'] : []), 'language', ...(query.marked ?? [])])]
}

export function hitOf(shown: Shown, marking: Marking, query: EngineQuery, rank: { readonly score: number; readonly folded: number }): EngineHit {
  const { id, headline, body = '', language } = shown
  return {
    id,
    ...rank,
    snippet: snippetOf(body, marking, language, query.snippetWords),
    headline: highlighted(headline, marking, language),
    ...(query.marked === undefined ? {} : { marked: markedFields({ body, dek: '', byline: [], publisher: null, ...shown }, query.marked, marking, language) }),
  }
}
