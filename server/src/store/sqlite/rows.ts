// How does a row become a value of the domain, and an id a row number? Absent columns become absent fields.
import { ProblemError } from '../../domain/problem.ts'

/** The row number of an id; `undefined` for what can't be one, so that a wrong id is simply not found. */
export function rowOf(id: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined
}

export function rowsOf(ids: readonly string[]): number[] {
  return ids.flatMap((id) => rowOf(id) ?? [])
}

export function notFound(thing: string, id: string): ProblemError {
  return new ProblemError('not-found', `There is no ${thing} ${JSON.stringify(id)}.`)
}

/** Leaves out fields that are null or undefined. */
export function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

/** A text column that holds JSON of our own writing. */
export function parsed<T>(text: string): T {
  return JSON.parse(text) as T
}

export function textOf(value: unknown): string {
  return JSON.stringify(value)
}

/** Values by what `key` says of them, in the order in which they come. */
export function grouped<T, K>(values: Iterable<T>, key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group === undefined) groups.set(key(value), [value])
    else group.push(value)
  }
  return groups
}
