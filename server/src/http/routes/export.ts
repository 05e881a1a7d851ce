// A result list leaves the archive as a file, a page at a time. Its headers say how many there are and how many are in it.
import { once } from 'node:events'
import type { Response } from 'express'
import { ProblemError } from '../../domain/problem.ts'
import type { SearchAnswer, SearchRequest } from '../../search/search.ts'
import { EXPORT_MOST, ExportQuery } from '../contract/export.ts'
import { WRITERS, type Writer } from '../exporting.ts'
import type { House } from '../house.ts'
import { ANSWERED, type Route, route } from '../route.ts'
import { siteOf } from '../site.ts'

const PAGE = 200

export const exportRoutes: readonly Route[] = [
  route({
    id: 'search.export', method: 'get', path: '/api/search/export', needs: 'searcher',
    summary: `The result list of a search as a file: CSV, JSON Lines, BibTeX or RIS; at most ${EXPORT_MOST} rows, and \`Copydesk-Total\` says of how many.`,
    query: ExportQuery,
    answers: [{ status: 200, description: 'The list, in the format asked for.', mediaType: 'text/csv' }],
    handle: async ({ query, request, response }, house) => {
      const { format, q, sort, collapse, ...filters } = query
      const asked: SearchRequest = { q, sort, collapse, filters, facets: [], page: 1, perPage: PAGE }
      const first = whole(await house.search(asked))
      const writer = WRITERS[format]
      announce(response, writer, first.total, house.clock())
      await writeAll(response, writer, asked, first, siteOf(request, house.settings), house)
      return ANSWERED
    },
  }),
]

/** A list by date, whatever the words were, is not what was asked for: better none than a wrong one. */
function whole(answer: SearchAnswer): SearchAnswer {
  if (answer.degraded !== undefined) throw new ProblemError('engine-away', 'The search engine is not answering; nothing was exported.')
  return answer
}

function announce(response: Response, writer: Writer, total: number, now: Date): void {
  response.setHeader('Content-Type', writer.mediaType)
  response.setHeader('Content-Disposition', `attachment; filename="copydesk-${now.toISOString().slice(0, 10)}.${writer.extension}"`)
  response.setHeader('Copydesk-Total', String(total))
  response.setHeader('Copydesk-Exported', String(Math.min(total, EXPORT_MOST)))
}

async function writeAll(response: Response, writer: Writer, asked: SearchRequest, first: SearchAnswer, site: string, house: House): Promise<void> {
  response.write(writer.head)
  let answer = first
  for (let page = 1; !response.destroyed; page += 1) {
    const room = EXPORT_MOST - (page - 1) * PAGE
    const lines = answer.hits.slice(0, room).map((hit) => writer.write(hit, `${site}/articles/${hit.id}`))
    if (lines.length > 0 && !response.write(lines.join(''))) await Promise.race([once(response, 'drain'), once(response, 'close')])
    if (room <= PAGE || page * PAGE >= answer.total) break
    // A failure from here on breaks the connection: a list that ends early must not look whole.
    answer = whole(await house.search({ ...asked, page: page + 1 }))
  }
  response.end()
}
