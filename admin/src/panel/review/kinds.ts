// Which kinds can be chosen from? The relations by the words that people read for them.
import type { Relation } from '../../../../server/src/domain/match.ts'

/** Those that are in one cluster. */
export const COPIES: readonly Relation[] = ['identical', 'near-duplicate', 'excerpt', 'abridged', 'spun']
/** Those that never are: who says so takes the article out. */
export const STRANGERS: readonly Relation[] = ['template', 'related', 'none']

export function isCopy(relation: Relation): boolean {
  return COPIES.includes(relation)
}
