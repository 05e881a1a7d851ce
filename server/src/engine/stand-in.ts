// What answers while the search engine is away? The embedded engine, kept level all the time beside it: its copy costs
// some disk and a few milliseconds an article in the background, and a question is answered as well as ever.
import { ProblemError } from '../domain/problem.ts'
import type { EngineAnswer, EngineQuery, SearchEngine } from './port.ts'

/** The primary engine in everything, but for searches that it does not answer. Closing closes both. */
export function withStandIn(primary: SearchEngine, standIn: SearchEngine): SearchEngine {
  return {
    ...primary,
    // Where it never held anything, reports are of the stand-in.
    identity: () => primary.identity().catch(() => standIn.identity()),
    search: (query) => searched(primary, standIn, query),
    close: async () => {
      await Promise.all([primary.close(), standIn.close()])
    },
  }
}

/** Share of the time for a search that the primary has: nobody should wait much more than a second for either. */
const PATIENCE = 0.4

async function searched(primary: SearchEngine, standIn: SearchEngine, query: EngineQuery): Promise<EngineAnswer> {
  try {
    return await primary.search({ ...query, deadline: query.deadline * PATIENCE })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'engine-away') throw error
    return { ...(await standIn.search(query).catch(away)), standIn: true }
  }
}

/** Nobody is left to ask: the caller lists what the store has. */
function away(error: unknown): never {
  if (!(error instanceof ProblemError) || error.problem.code !== 'search-too-slow') throw error
  throw new ProblemError('engine-away', `Neither the search engine nor its stand-in answered: ${error.message}`, [], { cause: error })
}
