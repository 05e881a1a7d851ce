// What answers while the search engine is away? The embedded engine, kept level all the time beside it: its copy costs
// some disk and a few milliseconds an article in the background, and a question is answered as well as ever.
import { ProblemError } from '../domain/problem.ts'
import type { EngineAnswer, EngineQuery, SearchEngine } from './port.ts'

/** The primary engine in everything, but for searches that it does not answer. Closing closes both. */
export function withStandIn(primary: SearchEngine, standIn: SearchEngine): SearchEngine {
  let known: string | undefined
  let quietUntil = 0
  /** For reports: of the primary as it was last known, so that nothing but its own writer waits for it. */
  const identity = async (): Promise<string> => {
    if (known !== undefined && performance.now() < quietUntil) return known
    try {
      known = await primary.identity()
    } catch {
      quietUntil = performance.now() + QUIET
    }
    return known ?? standIn.identity()
  }
  return {
    identity: () => identity(),
    state: () => primary.state(),
    apply: (records, remove) => primary.apply(records, remove),
    search: (query) => searched(primary, standIn, query),
    inventory: () => primary.inventory(),
    reset: () => primary.reset(),
    close: async () => {
      await Promise.all([primary.close(), standIn.close()])
    },
  }
}

/** Milliseconds for which an engine that did not answer is not asked who it is. */
const QUIET = 5_000
/** Share of the time for a search that the primary has. */
const PATIENCE = 0.7

async function searched(primary: SearchEngine, standIn: SearchEngine, query: EngineQuery): Promise<EngineAnswer> {
  try {
    return await primary.search({ ...query, deadline: query.deadline * PATIENCE })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'engine-away') throw error
    return { ...(await standIn.search(query)), standIn: true }
  }
}
