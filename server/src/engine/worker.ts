// What does a thread of the embedded engine do? It owns one connection to the index file and answers one request at a
// time, so that neither a search nor a write ever holds up the main thread. A file that was replaced is opened anew.
import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../domain/problem.ts'
import type { IndexFile } from './index-file.ts'
import { isCurrent, isDamage, openIndex, removeIndex } from './index-file.ts'
import { servingPath } from './index-place.ts'
import { Searching } from './searching.ts'
import type { Failure, Reply, Request } from './messages.ts'
import { Writing } from './writing.ts'

/** `path`: of the index that is built beside the one that serves. */
const where = workerData as { readonly dataDir: string; readonly path?: string }

interface Opened {
  readonly file: IndexFile
  readonly path: string
  searching?: Searching
  writing?: Writing
}

let opened: Opened | undefined

function close(): void {
  opened?.file.db.close()
  opened = undefined
}

function current(): Opened {
  const path = where.path ?? servingPath(where.dataDir)
  if (opened !== undefined && (opened.path !== path || !isCurrent(path, opened.file))) close()
  opened ??= { file: openIndex(path), path }
  return opened
}

function searching(): Searching {
  const index = current()
  return (index.searching ??= new Searching(index.file.db))
}

function answer(request: Request): unknown {
  switch (request.kind) {
    case 'identity':
      return current().file.identity
    case 'state':
      return current().file.db.prepare('SELECT count(*) FROM article').pluck().get()
    case 'prepare':
      return searching().prepare()
    case 'search':
      return searching().search(request.query, request.deadline)
    case 'apply': {
      const index = current()
      index.writing ??= new Writing(index.file.db)
      return index.writing.apply(request.records, request.remove)
    }
    case 'inventory':
      return current().file.db.prepare('SELECT id, revision FROM article WHERE id > ? ORDER BY id LIMIT ?').all(request.after, request.limit)
    case 'close':
      return close()
  }
}

/** A damaged file is made anew once; the request is then tried on the empty index. */
function attempt(request: Request): unknown {
  try {
    return answer(request)
  } catch (error) {
    if (!isDamage(error)) throw error
    close()
    removeIndex(where.path ?? servingPath(where.dataDir))
    return answer(request)
  }
}

function failure(error: unknown): Failure {
  if (error instanceof ProblemError) return { problem: error.problem.code, detail: error.problem.detail }
  return { detail: error instanceof Error ? error.message : String(error) }
}

parentPort?.on('message', (request: Request) => {
  let reply: Reply
  try {
    reply = { number: request.number, value: attempt(request) }
  } catch (error) {
    reply = { number: request.number, failure: failure(error) }
  }
  parentPort?.postMessage(reply)
})

