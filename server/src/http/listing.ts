// How does a list's query become a question to the store? Pages become offsets, the filters stay as they are.
import type { ListQuery } from '../store/port.ts'

interface Paged {
  readonly page: number
  readonly perPage: number
  readonly sort?: string | undefined
  readonly order: 'asc' | 'desc'
}

/** All but paging and sorting is filter; absent ones are left out. */
export function toList<Q extends Paged>(query: Q): ListQuery<Omit<Q, keyof Paged>> {
  const { page, perPage, sort, order, ...rest } = query
  const filter = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Omit<Q, keyof Paged>
  return {
    filter,
    ...(sort === undefined ? {} : { sort: { field: sort, order } }),
    offset: (page - 1) * perPage,
    limit: perPage,
  }
}
