// How is what people's looks come to written into a cluster's row?
import type { Looked } from '../../domain/cluster.ts'
import { fixed } from './fixed.ts'
import { rowOf, rowsOf, textOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { ClusterRow } from './clusters.ts'

const LOOKED = ['status', 'standing', 'review_id', 'joined', 'gone', 'later'] as const

export type LookedColumns = Pick<ClusterRow, (typeof LOOKED)[number]>

type Written = LookedColumns & Pick<ClusterRow, 'id' | 'updated_at' | 'updated_by'>

const before = fixed<{ clusters: string }, LookedColumns & Pick<ClusterRow, 'id' | 'conflicts'>>((db, given) =>
  db
    .selectFrom('cluster')
    .select(['id', 'conflicts', ...LOOKED])
    .where((eb) => inSet(eb.ref('id'), given('clusters'))),
)

const write = fixed<Written>((db, given) =>
  db
    .updateTable('cluster')
    .set((eb) => ({
      ...(Object.fromEntries(LOOKED.map((column) => [column, given(column)])) as LookedColumns),
      updated_at: given('updated_at'),
      updated_by: given('updated_by'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', given('id')),
)

export function lookedColumns(looked: Looked, disputed: boolean): LookedColumns {
  const status = looked.reviewed ? 'reviewed' : 'open'
  return {
    status,
    standing: disputed ? 'conflict' : !looked.reviewed && looked.review !== undefined ? 'changed' : status,
    review_id: looked.review === undefined ? null : (rowOf(looked.review) ?? null),
    joined: textOf(looked.joined),
    gone: textOf(looked.left),
    later: Number(looked.later),
  }
}

/** Returns the ids of those that changed. */
export async function stand(session: Session, looked: ReadonlyMap<string, Looked>, by: string, now: string): Promise<readonly string[]> {
  const rows = await session.all(before, { clusters: asSet(rowsOf([...looked.keys()])) })
  const changed = rows.flatMap((row): Written[] => {
    const look = looked.get(String(row.id))
    if (look === undefined) return []
    const after = lookedColumns(look, row.conflicts !== '[]')
    return LOOKED.some((column) => row[column] !== after[column]) ? [{ ...after, id: row.id, updated_at: now, updated_by: by }] : []
  })
  await session.runEach(write, changed)
  return changed.map(({ id }) => String(id))
}
