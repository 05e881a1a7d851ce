// What does `copydesk search` answer? The same as the search box, for a person or as JSON.
import type { Config } from '../config.ts'
import { search, type SearchAnswer } from '../search/search.ts'
import { openArchive } from '../wiring.ts'
import { DONE, printLine } from './output.ts'

export interface SearchOptions {
  readonly json: boolean
  readonly perPage: number
  readonly collapse: boolean
}

export async function searchCommand(question: string, options: SearchOptions, config: Config): Promise<number> {
  const archive = await openArchive(config)
  try {
    const request = { q: question, filters: {}, facets: [], sort: 'relevance', page: 1, perPage: options.perPage, collapse: options.collapse } as const
    const answer = await search(request, archive)
    if (options.json) await printLine(JSON.stringify(answer))
    else await printReadable(answer)
    return DONE
  } finally {
    await archive.close()
  }
}

async function printReadable(answer: SearchAnswer): Promise<void> {
  await printLine(`${answer.total} stories, ${answer.totalArticles} articles`)
  for (const hit of answer.hits) {
    const copies = hit.copies > 0 ? `  (${hit.copies + 1} versions)` : ''
    const about = [hit.publisher, hit.publishedAt?.slice(0, 10)].filter((part) => part !== undefined).join(', ')
    await printLine(`\n${hit.headline}${copies}\n  ${about}\n  ${plain(hit.snippet)}`)
  }
}

/** A terminal shows no marks and needs no escapes. */
function plain(snippet: string): string {
  return snippet
    .replace(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
