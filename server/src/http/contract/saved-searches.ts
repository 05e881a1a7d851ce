// How is a kept search written? Its question as the search page's address holds it, and the address of its feed.
import { z } from 'zod'
import { Id, Time, listQuery } from './shapes.ts'

/** Longest kept question, as it stands in an address. */
const QUERY_MOST = 8_000

const About = z.enum(['search', 'clusters'])
const Name = z.string().trim().min(1).max(200)

export const SavedSearchAnswer = z
  .strictObject({
    id: Id,
    name: z.string(),
    about: About.meta({ description: 'The list that it is a view of; `search` is the articles, asked by words.' }),
    query: z.string().meta({ description: 'As in the address of that list, without the question mark.' }),
    feed: z.string().meta({ description: 'Path of its Atom feed, with its own key: whoever has it can read the feed.' }),
    createdAt: Time,
  })
  .meta({ id: 'SavedSearch' })
export type SavedSearchAnswer = z.infer<typeof SavedSearchAnswer>

export const SavedSearchBody = z.strictObject({ name: Name, query: z.string().max(QUERY_MOST), about: About.default('search') }).meta({ id: 'NewSavedSearch' })

export const SavedSearchPatch = z.strictObject({ name: Name }).meta({ id: 'SavedSearchPatch' })

export const SavedSearchListQuery = listQuery(['name', 'createdAt'], { about: About.default('search') })

export const FeedQuery = z.strictObject({ key: z.string().max(200) })
