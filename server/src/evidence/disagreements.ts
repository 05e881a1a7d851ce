// Where do the members of a family say different things? One place of the principal, several values: 133 against "over 100".
import type { Comparable } from '../domain/comparable.ts'
import type { Family, TextEvidence } from '../domain/evidence.ts'
import { type Span, spansOverlap } from '../domain/span.ts'
import { oneLine } from './side.ts'

interface Told {
  readonly side: { readonly articleId: string }
  readonly evidence: TextEvidence
}

/** Words shown on either side of the place, so that one reads what it is about. */
const CONTEXT_WORDS = 5

/** In order of the principal. Members that do not hold the place are left out of it. */
export function disagreementsOf(principalId: string, principal: Comparable, members: readonly Told[]): Family['disagreements'] {
  const places = new Map<string, { readonly span: Span; readonly values: Map<string, string[]> }>()
  for (const { side, evidence } of members) {
    for (const fact of evidence.facts) {
      const known = [...places.values()].find(({ span }) => spansOverlap(span, fact.left.span))
      const place = known ?? { span: fact.left.span, values: new Map<string, string[]>() }
      if (known === undefined) places.set(`${fact.left.span.begin}`, place)
      place.values.set(fact.right.text, [...(place.values.get(fact.right.text) ?? []), side.articleId])
    }
  }
  return [...places.values()]
    .sort((one, other) => one.span.begin - other.span.begin)
    .map(({ span, values }) => {
      const others = new Set([...values.values()].flat())
      const agree = members.filter(({ side, evidence }) => !others.has(side.articleId) && keeps(evidence, span)).map(({ side }) => side.articleId)
      const own = { value: oneLine(principal.text.slice(span.begin, span.end)), articleIds: [principalId, ...agree] }
      return { what: contextOf(principal, span), values: [own, ...[...values].map(([value, articleIds]) => ({ value, articleIds }))] }
    })
}

/** Does the member have this place word for word? */
function keeps({ blocks }: TextEvidence, span: Span): boolean {
  for (const { left, ops } of blocks) {
    if (left === undefined || !spansOverlap(left, span)) continue
    let at = left.begin
    for (const op of ops) {
      const length = op.op === 'same' || op.op === 'removed' ? op.text.length : op.op === 'swap' ? op.from.length : 0
      if (op.op === 'same' && at <= span.begin && span.end <= at + length) return true
      at += length
    }
  }
  return false
}

function contextOf({ text, begins, ends }: Comparable, span: Span): string {
  const first = begins.findIndex((begin) => begin >= span.begin)
  const after = begins.findIndex((begin) => begin >= span.end)
  const last = after < 0 ? begins.length : after
  const paragraph = { begin: text.lastIndexOf('\n', span.begin) + 1, end: text.indexOf('\n', span.end) < 0 ? text.length : text.indexOf('\n', span.end) }
  const begin = Math.max(paragraph.begin, begins[Math.max(0, first - CONTEXT_WORDS)] ?? 0)
  const end = Math.min(paragraph.end, ends[Math.min(ends.length - 1, last + CONTEXT_WORDS - 1)] ?? text.length)
  return `${begin > paragraph.begin ? '… ' : ''}${oneLine(text.slice(begin, end))}${end < paragraph.end ? ' …' : ''}`
}
