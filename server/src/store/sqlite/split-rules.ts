// Which rules on cutting files stand? Few; read whole for every file that is read.
import type { Selectable } from 'kysely'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { NewSplitRule } from '../../domain/split-rule.ts'
import { type KeptSplitRule, SPLIT_RULES_MOST, type SplitRules } from '../split-rules-port.ts'
import { append } from './audit.ts'
import { notFound, present, rowOf } from './rows.ts'
import type { Sessions } from './sessions.ts'
import type { SplitRuleTable } from './task-tables.ts'

export class SqliteSplitRules implements SplitRules {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async standing(): Promise<readonly KeptSplitRule[]> {
    const rows = await this.#sessions.reader().db.selectFrom('split_rule').selectAll().where('removed_at', 'is', null).orderBy('id', 'desc').execute()
    return rows.map(ruleOf)
  }

  async add(rule: NewSplitRule, actor: Actor, now: string): Promise<KeptSplitRule> {
    const { files = null, publisher = null, cut, line = null } = rule
    return this.#sessions.write(async (session) => {
      const standing = await session.db.selectFrom('split_rule').selectAll().where('removed_at', 'is', null).execute()
      if (standing.some((one) => one.files === files && one.publisher === publisher && one.cut === cut && one.line === line)) throw new ProblemError('conflict', 'The very same rule stands already.')
      if (standing.length >= SPLIT_RULES_MOST) throw new ProblemError('conflict', `There are ${SPLIT_RULES_MOST} rules, the most that may stand; remove one first.`)
      const row = { files, publisher, cut, line, actor_id: actor.id, actor: actor.name, created_at: now, removed_at: null }
      const kept = ruleOf(await session.db.insertInto('split_rule').values(row).returningAll().executeTakeFirstOrThrow())
      await append(session, { at: now, actor, action: 'split-rule.add', subject: { kind: 'split-rule', id: kept.id }, after: rule })
      return kept
    })
  }

  async remove(id: string, actor: Actor, now: string): Promise<void> {
    await this.#sessions.write(async (session) => {
      const row = await session.db.selectFrom('split_rule').selectAll().where('id', '=', rowOf(id) ?? 0).where('removed_at', 'is', null).executeTakeFirst()
      if (row === undefined) throw notFound('split rule', id)
      await session.db.updateTable('split_rule').set({ removed_at: now }).where('id', '=', row.id).execute()
      const { files, publisher, cut, line } = ruleOf(row)
      await append(session, { at: now, actor, action: 'split-rule.remove', subject: { kind: 'split-rule', id }, before: { files, publisher, cut, line } })
    })
  }
}

function ruleOf({ id, files, publisher, cut, line, actor, created_at }: Selectable<SplitRuleTable>): KeptSplitRule {
  return { id: String(id), cut, by: actor, createdAt: created_at, ...present({ files, publisher, line }) }
}
