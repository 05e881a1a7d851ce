// How is the export of a result list asked for? By the parameters of the search, without paging and facets, and a format.
import { z } from 'zod'
import { SearchQuery } from './search.ts'

/** Most rows of one export. */
export const EXPORT_MOST = 10_000

export const EXPORT_FORMATS = ['csv', 'jsonl', 'bibtex', 'ris'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const ExportQuery = SearchQuery.omit({ facets: true, facetValues: true, page: true, perPage: true }).extend({
  format: z.enum(EXPORT_FORMATS),
})
