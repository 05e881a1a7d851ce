// How does one statement take a set of any size? As one JSON value. The only place that knows how the dialect spells it.
import { type RawBuilder, type SqlBool, type Expression, sql } from 'kysely'

/** `column in (the numbers or texts of the set)`; the set goes in as `asSet(values)`. */
export function inSet(column: Expression<unknown>, set: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${column} in (select value from json_each(${set}))`
}

export function asSet(values: Iterable<number | string>): string {
  return JSON.stringify([...values])
}

/** Milliseconds since 1970 by the database's own clock. */
export const databaseTime: RawBuilder<number> = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`

/** The smaller and the greater of two numbers: a pair is kept with the smaller id on the left. */
export function lesser(one: Expression<number>, other: Expression<number>): RawBuilder<number> {
  return sql<number>`min(${one}, ${other})`
}

export function greater(one: Expression<number>, other: Expression<number>): RawBuilder<number> {
  return sql<number>`max(${one}, ${other})`
}
