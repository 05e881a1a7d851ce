// Which lines have people called page furniture, once and for all?
import type { FurnitureRule } from '../domain/furniture-rule.ts'
import type { Actor } from '../domain/role.ts'

export interface KeptRule extends FurnitureRule {
  readonly createdAt: string
}

/** Most rules that stand at one time: each line of each new text is held against them. */
export const RULES_MOST = 200

export interface FurnitureRules {
  /** Those that stand, the oldest first. */
  standing(): Promise<readonly KeptRule[]>
  /** `conflict` where the same rule stands already, or beyond `RULES_MOST`. Writes the audit row. */
  add(rule: { readonly pattern: string; readonly publisher?: string }, actor: Actor, now: string): Promise<KeptRule>
  /** `not-found` where no such rule stands. What it struck stays struck. */
  remove(id: string, actor: Actor, now: string): Promise<void>
}
