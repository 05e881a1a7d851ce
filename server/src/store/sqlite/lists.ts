// How is a list filtered, sorted, cut to a page and counted? Sorts come from an allow-list; ties are broken by the id,
// so that no row is shown on two pages.
import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import { ProblemError } from '../../domain/problem.ts'
import type { Listed, ListQuery } from '../port.ts'
import type { Tables } from './tables.ts'

type Condition<T extends keyof Tables> = (eb: ExpressionBuilder<Tables, T>) => Expression<SqlBool>

/** The query with those conditions that apply; `false` for a filter that wasn't given. */
export function filtered<T extends keyof Tables, O>(
  query: SelectQueryBuilder<Tables, T, O>,
  conditions: readonly (Condition<T> | false)[],
): SelectQueryBuilder<Tables, T, O> {
  const applied = conditions.filter((condition) => condition !== false)
  return applied.length === 0 ? query : query.where((eb) => eb.and(applied.map((condition) => condition(eb))))
}

/** The column and order of a sort; `invalid-request` for a field that is not in the list. */
export function sorting<const C extends string>(
  asked: ListQuery<unknown>['sort'],
  columns: Readonly<Record<string, C>>,
  usual: { readonly field: string; readonly order: 'asc' | 'desc' },
): { readonly column: C; readonly order: 'asc' | 'desc' } {
  const { field, order } = asked ?? usual
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined
  if (column === undefined) {
    throw new ProblemError('invalid-request', `This list cannot be sorted by ${JSON.stringify(field)}; it can by ${Object.keys(columns).join(', ')}.`)
  }
  return { column, order }
}

/** A page of `rows`, which are `all` with columns and an order, and the number of all. */
export async function page<T extends keyof Tables, R>(
  all: SelectQueryBuilder<Tables, T, unknown>,
  rows: SelectQueryBuilder<Tables, T, R>,
  bounds: { readonly offset: number; readonly limit: number },
): Promise<Listed<R>> {
  const data = (await rows.limit(bounds.limit).offset(bounds.offset).execute()) as R[]
  const counted = (await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirst()) as { total: number } | undefined
  return { data, total: Number(counted?.total ?? 0) }
}
