// What have people's looks at a cluster come to? It is reviewed while it holds nothing but what was looked at; what came
// and went since the last look is named; what was put off stays so until somebody looks through
// it or a reader reports it, and what was reported since it was looked through is open again.
import type { Looked } from '../domain/cluster.ts'
import { isLook, type Ruling } from '../domain/decision.ts'

/** A text of the cluster and the articles that carry it. */
export interface Held {
  readonly hash: string
  readonly articles: readonly string[]
}

/** `rulings` oldest first; those on other texts are passed over. `id` is absent for a cluster that has none yet. */
export function lookedAt(held: readonly Held[], id: string | undefined, rulings: readonly Ruling[]): Looked {
  const reviews = rulings.filter((ruling) => ruling.kind === 'review')
  const covering = reviews.findLast((review) => held.every(({ hash }) => review.others.includes(hash)))
  const reported = covering !== undefined && rulings.indexOf(covering) < rulings.findLastIndex((ruling) => reports(ruling, held))
  const last = covering ?? reviews.findLast((review) => id !== undefined && review.cluster === id && held.some(({ hash }) => review.others.includes(hash)))
  return {
    reviewed: covering !== undefined && !reported,
    ...(last === undefined ? {} : { review: last.decisionId }),
    ...comings(held, last),
    later: putOff(id, rulings),
  }
}

/** Of a grouping that still stands: one article of it alone is grouped with nobody. */
function reports(ruling: Ruling, held: readonly Held[]): boolean {
  return ruling.kind === 'report' && held.flatMap(({ hash, articles }) => (ruling.others.includes(hash) ? articles : [])).length > 1
}

function comings(held: readonly Held[], review: Ruling | undefined): Pick<Looked, 'joined' | 'left'> {
  if (review === undefined) return { joined: [], left: [] }
  const seen = new Set(review.others)
  const here = new Set(held.map(({ hash }) => hash))
  return {
    joined: held.filter(({ hash }) => !seen.has(hash)).flatMap(({ articles }) => articles),
    left: review.others.filter((hash) => !here.has(hash)).flatMap((hash) => review.articles[hash] ?? []),
  }
}

function putOff(id: string | undefined, rulings: readonly Ruling[]): boolean {
  const last = rulings.findLast((ruling) => isLook(ruling.kind) && id !== undefined && ruling.cluster === id)
  return last?.kind === 'later'
}
