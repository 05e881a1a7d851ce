// With which article does a cluster's id go? With its principal, as long as nobody decides otherwise. Set anew whenever
// clusters changed by themselves; decisions leave it alone, so that their withdrawal finds every id where it was.
import { fixed } from './fixed.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

interface Keeping {
  id: number
  keeper_id: number | null
  settled: number
}

/** A cluster as it stands now. */
export interface Standing {
  readonly id: number
  /** Absent where it stands empty. */
  readonly principal?: number
  readonly size: number
}

const keepings = fixed<{ clusters: string; articles: string }, Keeping>((db, given) =>
  db
    .selectFrom('cluster')
    .select(['id', 'keeper_id', 'settled'])
    .where((eb) => eb.or([inSet(eb.ref('id'), given('clusters')), inSet(eb.ref('keeper_id'), given('articles'))])),
)

const write = fixed<Keeping>((db, given) =>
  db.updateTable('cluster').set({ keeper_id: given('keeper_id'), settled: given('settled') }).where('id', '=', given('id')),
)

/** An article that loses an id to another gets the one that the other kept. */
export async function settleKeepers(session: Session, standings: readonly Standing[]): Promise<void> {
  const principals = standings.flatMap(({ principal }) => principal ?? [])
  const rows = await session.all(keepings, { clusters: asSet(standings.map(({ id }) => id)), articles: asSet(principals) })
  const after = new Map(rows.map((row) => [row.id, { ...row }]))
  for (const { id, principal, size } of standings) {
    const row = after.get(id)
    if (row === undefined) continue
    row.settled = size
    if (principal === undefined || row.keeper_id === principal) continue
    const other = [...after.values()].find((one) => one.keeper_id === principal)
    if (other !== undefined) other.keeper_id = row.keeper_id
    row.keeper_id = principal
  }
  const changed = rows.flatMap((before) => {
    const now = after.get(before.id)
    return now === undefined || (now.keeper_id === before.keeper_id && now.settled === before.settled) ? [] : [now]
  })
  // Two rows never name the same keeper, not even for a moment.
  await session.runEach(write, changed.map((row) => ({ ...row, keeper_id: null })))
  await session.runEach(write, changed)
}
