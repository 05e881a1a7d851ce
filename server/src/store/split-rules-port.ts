// How are the files of which sources cut, as people have said once and for all?
import type { NewSplitRule, SplitRule } from '../domain/split-rule.ts'
import type { Actor } from '../domain/role.ts'

export interface KeptSplitRule extends SplitRule {
  readonly createdAt: string
}

/** Most rules that stand at one time. */
export const SPLIT_RULES_MOST = 200

export interface SplitRules {
  /** Those that stand, the newest first: of two that fit a file, the later one holds. */
  standing(): Promise<readonly KeptSplitRule[]>
  /** `conflict` where the same rule stands already, or beyond `SPLIT_RULES_MOST`. Writes the audit row. */
  add(rule: NewSplitRule, actor: Actor, now: string): Promise<KeptSplitRule>
  /** `not-found` where no such rule stands. What it cut stays cut. */
  remove(id: string, actor: Actor, now: string): Promise<void>
}
