// Where do an article's prints stand to be looked up? Prints are scattered, so each would dirty a page of its own: a new
// article only keeps them packed in its row, and a few thousand articles' postings are merged into the tables at once,
// sorted. Until then every connection holds them in its tail (tail.ts). PostgreSQL's GIN has its pending list for the same reason.
import { fixed } from './fixed.ts'
import { type Prints, unpacked } from './prints.ts'
import type { Session } from './sessions.ts'

export type Channel = 'shingle' | 'name'
export const CHANNELS = ['shingle', 'name'] as const

/** Articles in the tail before it is merged: more make a merge cheaper an article, and a cold start and the merge itself longer. */
export const MERGED_AT_ONCE = 2_048

/** Above the count of any tail, so that print and place fit one exact number. */
const PLACES = 2 ** 21

interface Posting {
  readonly print: number
  readonly article: number
}

export interface PackedRow {
  readonly id: number
  readonly prints: Uint8Array
}

const post = perChannel((table) =>
  fixed<Posting>((db, given) =>
    db.insertInto(table).values({ print: given('print'), article_id: given('article') }).onConflict((conflict) => conflict.doNothing()),
  ),
)

const withdraw = perChannel((table) =>
  fixed<Posting>((db, given) => db.deleteFrom(table).where('print', '=', given('print')).where('article_id', '=', given('article'))),
)

const mergedUpTo = fixed<object, { merged: number }>((db) => db.selectFrom('print_index').select('merged'))

const setMerged = fixed<{ merged: number }>((db, given) => db.updateTable('print_index').set({ merged: given('merged') }))

const changeTail = fixed<object>((db) => db.updateTable('print_index').set((eb) => ({ epoch: eb('epoch', '+', 1) })))

/** Live articles after a row, with their packed prints. */
export const packedAfter = fixed<{ after: number }, PackedRow>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.id', 'article.id')
    .select(['article.id', 'article_text.prints'])
    .where('article.id', '>', given('after'))
    .where('article.status', '=', 'live')
    .orderBy('article.id'),
)

/** Call after articles were added; `newest` is the last of them. */
export async function mergeWhenDue(session: Session, newest: number): Promise<void> {
  const after = (await session.first(mergedUpTo, {}))?.merged ?? 0
  if (newest - after < MERGED_AT_ONCE) return
  const rows = (await session.all(packedAfter, { after })).map(({ id, prints }) => ({ id, prints: unpacked(prints) }))
  for (const channel of CHANNELS) await session.runEach(post[channel], sortedPostings(rows.map(({ id, prints }) => ({ id, prints: prints[channel] }))))
  await session.run(setMerged, { merged: newest })
}

/** Puts the postings of an article in or takes them out. */
export async function setPostings(session: Session, article: number, prints: Prints, on: boolean): Promise<void> {
  const merged = (await session.first(mergedUpTo, {}))?.merged ?? 0
  if (article > merged) await session.run(changeTail, {})
  else for (const channel of CHANNELS) await session.runEach((on ? post : withdraw)[channel], sortedPostings([{ id: article, prints: prints[channel] }]))
}

/** By print, then by article: the order of the tables. */
export function sortedPostings(rows: readonly { readonly id: number; readonly prints: Int32Array }[]): Posting[] {
  const keys = new Float64Array(rows.reduce((sum, row) => sum + row.prints.length, 0))
  let end = 0
  rows.forEach(({ prints }, place) => {
    for (const print of prints) keys[end++] = print * PLACES + place
  })
  return Array.from(keys.sort(), (key) => {
    const print = Math.floor(key / PLACES)
    return { print, article: rows[key - print * PLACES]?.id ?? 0 }
  })
}

export function perChannel<T>(make: (table: 'shingle_print' | 'name_print') => T): Record<Channel, T> {
  return { shingle: make('shingle_print'), name: make('name_print') }
}
