// What was asked already? One memory for the whole panel; what the event stream says makes parts of it stale.
import { QueryClient } from '@tanstack/react-query'
import { isProblem } from '../../api.ts'

const FRESH_MS = 30_000
/** Lists are asked anew at most so often, however fast the archive changes. */
const AT_MOST_EVERY_MS = 1_500

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && (isProblem(error, 503) || isProblem(error, 0)),
      retryDelay: 400,
    },
  },
})

let timer: ReturnType<typeof setTimeout> | undefined
const stale = new Set<string>()

/** Asks what is on screen of these resources anew, soon and together. */
export function outdated(...resources: readonly string[]): void {
  for (const resource of resources) stale.add(resource)
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    const names = new Set(stale)
    stale.clear()
    void queries.invalidateQueries({ predicate: ({ queryKey }) => names.has('*') || names.has(String(queryKey[0])) })
  }, AT_MOST_EVERY_MS)
}
