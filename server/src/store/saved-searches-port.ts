// Which searches does a person keep? A question under a name, and the key of its feed.
import type { Actor } from '../domain/role.ts'
import type { Listed, ListQuery } from './port.ts'

/** What a kept question is asked of. */
export type SavedAbout = 'search' | 'clusters'

export interface SavedSearch {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly about: SavedAbout
  /** As in the address of the page that it is asked on, without the question mark. */
  readonly query: string
  /** Opens its feed without a sign-in. */
  readonly feedKey: string
  readonly createdAt: string
}

/** Most that one user keeps. */
export const SAVED_SEARCHES_MOST = 200

export interface SavedSearches {
  list(query: ListQuery<{ readonly userId: string; readonly about?: SavedAbout }>): Promise<Listed<SavedSearch>>
  /** `conflict` beyond `SAVED_SEARCHES_MOST`. */
  add(search: Omit<SavedSearch, 'id' | 'createdAt'>, actor: Actor, now: string): Promise<SavedSearch>
  /** `not-found` where the user has no such search. */
  rename(id: string, userId: string, name: string, actor: Actor, now: string): Promise<SavedSearch>
  /** `not-found` where the user has no such search. */
  remove(id: string, userId: string, actor: Actor, now: string): Promise<void>
  /** Whoever's it is; `undefined` where its user may no longer come in. */
  forFeed(id: string): Promise<SavedSearch | undefined>
}
