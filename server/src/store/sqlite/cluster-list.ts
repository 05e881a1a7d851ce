// Which clusters does a filter fit, and how many of each kind are there? Facts of the row itself where they can be; kinds
// and publishers are asked of the members.
import { type ExpressionBuilder, type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { BAND_FROM, type Band } from '../../domain/cluster.ts'
import type { ClusterFacet, ClusterFacets, ClusterFilter } from '../curation-port.ts'
import type { ListQuery } from '../port.ts'
import { folded } from './cluster-facts.ts'
import { filtered, sorting } from './lists.ts'
import { rowsOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { Tables } from './tables.ts'

const SORTS = { id: 'id', size: 'size', updatedAt: 'updated_at', status: 'status', confidence: 'confidence', newestAt: 'newest_at' } as const

/** Publishers counted, at most: those with the most clusters. */
const FACET_VALUES = 100

type Eb = ExpressionBuilder<Tables, 'cluster'>
type Condition = (eb: Eb) => Expression<SqlBool>
export type ClusterQuery = SelectQueryBuilder<Tables, 'cluster', unknown>

export function clustersThatFit(session: Session, filter: ClusterFilter): ClusterQuery {
  const { status, standing, confidence, later, changedSince, q, ids } = filter
  return filtered(session.db.selectFrom('cluster').where('size', '>=', Math.max(1, filter.minSize ?? 1)), [
    status !== undefined && ((eb) => eb('cluster.status', '=', status)),
    standing !== undefined && ((eb) => eb('standing', 'in', [...standing])),
    confidence !== undefined && ((eb) => eb.or(confidence.map((band) => inBand(eb, band)))),
    later !== undefined && ((eb) => eb('later', '=', Number(later))),
    changedSince !== undefined && ((eb) => eb('cluster.updated_at', '>=', changedSince)),
    ids !== undefined && ((eb) => inSet(eb.ref('cluster.id'), asSet(rowsOf(ids)))),
    ...membersThatFit(filter),
    ...(q === undefined ? [] : wordsOf(q).map((word): Condition => (eb) => eb(sql<number>`instr(${eb.ref('headlines')}, ${word})`, '>', 0))),
  ])
}

function membersThatFit({ relation, kind, onlyKinds, publisher }: ClusterFilter): (Condition | false)[] {
  return [
    relation !== undefined && ((eb) => eb.exists(members(eb).where('article.relation', '=', relation as never))),
    kind !== undefined && ((eb) => eb.exists(members(eb).where('article.relation', 'in', [...kind] as never[]))),
    onlyKinds !== undefined && ((eb) => eb.not(eb.exists(members(eb).where('article.relation', 'not in', [...onlyKinds] as never[])))),
    publisher !== undefined && ((eb) => eb.exists(members(eb).where('article.publisher', 'in', [...publisher]))),
  ]
}

export function clusterOrder(sort: ListQuery<unknown>['sort']) {
  return sorting(sort, SORTS, { field: 'id', order: 'desc' })
}

export async function facetsOf(session: Session, filter: ClusterFilter, wanted: readonly ClusterFacet[]): Promise<ClusterFacets> {
  const facets: ClusterFacets = {}
  for (const facet of wanted) facets[facet] = await counts(clustersThatFit(session, withoutOwn(filter, facet)), facet)
  return facets
}

function withoutOwn(filter: ClusterFilter, facet: ClusterFacet): ClusterFilter {
  const { [facet]: _own, ...others } = filter
  return others
}

async function counts(clusters: ClusterQuery, facet: ClusterFacet): Promise<Readonly<Record<string, number>>> {
  const rows = await (facet === 'standing' || facet === 'confidence' ? ofRows(clusters, facet) : ofMembers(clusters, facet))
  return Object.fromEntries(rows.map((row) => [String(row.value), Number(row.count)]))
}

function ofRows(clusters: ClusterQuery, facet: 'standing' | 'confidence') {
  const band = sql<string>`case when confidence >= ${sql.lit(BAND_FROM.high)} then 'high' when confidence >= ${sql.lit(BAND_FROM.medium)} then 'medium' else 'low' end`
  const value = facet === 'standing' ? sql<string>`standing` : band
  return clusters.select((eb) => [value.as('value'), eb.fn.countAll<number>().as('count')]).groupBy('value').execute()
}

function ofMembers(clusters: ClusterQuery, facet: 'kind' | 'publisher') {
  const column = facet === 'kind' ? ('article.relation' as const) : ('article.publisher' as const)
  return clusters
    .innerJoin('article', (join) => join.onRef('article.cluster_id', '=', 'cluster.id').on('article.status', '=', 'live'))
    .where(column, 'is not', null)
    .select((eb) => [eb.ref(column).as('value'), sql<number>`count(distinct ${eb.ref('cluster.id')})`.as('count')])
    .groupBy('value')
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(FACET_VALUES)
    .execute()
}

function members(eb: Eb) {
  return eb.selectFrom('article').select('article.id').whereRef('article.cluster_id', '=', 'cluster.id').where('article.status', '=', 'live')
}

function inBand(eb: Eb, band: Band): Expression<SqlBool> {
  if (band === 'high') return eb('confidence', '>=', BAND_FROM.high)
  if (band === 'low') return eb('confidence', '<', BAND_FROM.medium)
  return eb.and([eb('confidence', '>=', BAND_FROM.medium), eb('confidence', '<', BAND_FROM.high)])
}

function wordsOf(q: string): readonly string[] {
  return folded(q).split(/\s+/).filter((word) => word !== '')
}
