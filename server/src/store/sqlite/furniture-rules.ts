// Which rules on page furniture stand? Few; read whole for every file that is read.
import type { Selectable } from 'kysely'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import { type FurnitureRules, type KeptRule, RULES_MOST } from '../furniture-rules-port.ts'
import { append } from './audit.ts'
import { notFound, present, rowOf } from './rows.ts'
import type { Sessions } from './sessions.ts'
import type { FurnitureRuleTable } from './task-tables.ts'

export class SqliteFurnitureRules implements FurnitureRules {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async standing(): Promise<readonly KeptRule[]> {
    const rows = await this.#sessions.reader().db.selectFrom('furniture_rule').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
    return rows.map(ruleOf)
  }

  async add({ pattern, publisher }: { readonly pattern: string; readonly publisher?: string }, actor: Actor, now: string): Promise<KeptRule> {
    return this.#sessions.write(async (session) => {
      const standing = await session.db.selectFrom('furniture_rule').selectAll().where('removed_at', 'is', null).execute()
      if (standing.some((rule) => rule.pattern === pattern && rule.publisher === (publisher ?? null))) throw new ProblemError('conflict', `The rule ‘${pattern}’ stands already.`)
      if (standing.length >= RULES_MOST) throw new ProblemError('conflict', `There are ${RULES_MOST} rules, the most that may stand; remove one first.`)
      const row = { pattern, publisher: publisher ?? null, actor_id: actor.id, actor: actor.name, created_at: now, removed_at: null }
      const rule = ruleOf(await session.db.insertInto('furniture_rule').values(row).returningAll().executeTakeFirstOrThrow())
      await append(session, { at: now, actor, action: 'furniture-rule.add', subject: { kind: 'furniture-rule', id: rule.id }, after: { pattern, publisher } })
      return rule
    })
  }

  async remove(id: string, actor: Actor, now: string): Promise<void> {
    await this.#sessions.write(async (session) => {
      const standing = session.db.selectFrom('furniture_rule').selectAll().where('id', '=', rowOf(id) ?? 0).where('removed_at', 'is', null)
      const row = await standing.executeTakeFirst()
      if (row === undefined) throw notFound('furniture rule', id)
      await session.db.updateTable('furniture_rule').set({ removed_at: now }).where('id', '=', row.id).execute()
      await append(session, { at: now, actor, action: 'furniture-rule.remove', subject: { kind: 'furniture-rule', id }, before: { pattern: row.pattern, publisher: row.publisher } })
    })
  }
}

function ruleOf(row: Selectable<FurnitureRuleTable>): KeptRule {
  return { id: String(row.id), pattern: row.pattern, by: row.actor, createdAt: row.created_at, ...present({ publisher: row.publisher }) }
}
