// How are the files of many articles read anew, as one task? A file at a time, for all of its articles that the task names:
// reading takes its time and a process of its own, so that only what comes of it is written in a transaction.
import { isPassing, ProblemError } from '../domain/problem.ts'
import type { ItemOutcome, Task } from '../domain/task.ts'
import { type CorrectParts, readAnew } from '../reading/correcting.ts'
import type { ArchiveStore, ArticleHead } from '../store/port.ts'

/** Articles looked through for those of the same file; a file with more is read once for each so many. */
const LOOKED = 1_000

type StepParts = Pick<CorrectParts, 'store' | 'read' | 'discard' | 'blobPath' | 'cache' | 'clock'>

interface Stepped {
  readonly ended: boolean
  /** Clusters that changed. */
  readonly clusters: readonly string[]
}

export async function rereadStep(task: Task, parts: StepParts): Promise<Stepped> {
  const { store } = parts
  const items = await store.tasks.waiting(task.id, LOOKED)
  const articles = await store.articles.heads(items.map(({ articleId }) => articleId))
  const [next] = articles
  if (next === undefined) return { ended: true, clusters: [] }
  const before = articles.filter(({ documentId }) => documentId === next.documentId)
  try {
    const write = await readAnew(next.documentId, task.actor, parts)
    const clusters = await store.transaction(async (inside) => {
      const changed = await write(inside)
      await inside.tasks.settle(task.id, await outcomes(before, inside))
      return changed
    })
    return { ended: before.length === items.length && items.length < LOOKED, clusters }
  } catch (error) {
    if (!(error instanceof ProblemError) || isPassing(error)) throw error
    await store.tasks.settle(task.id, before.map(({ id }) => ({ articleId: id, state: 'failed', detail: error.problem.detail })))
    return { ended: false, clusters: [] }
  }
}

/** What came of each article: its text is another now, or what was read from it, or neither. */
async function outcomes(before: readonly ArticleHead[], store: ArchiveStore): Promise<readonly ItemOutcome[]> {
  const now = new Map((await store.articles.heads(before.map(({ id }) => id))).map((article) => [article.id, article]))
  return before.map(({ id, version, status }) => {
    const article = now.get(id)
    return { articleId: id, state: article?.version === version && article.status === status ? 'same' : 'changed' }
  })
}
