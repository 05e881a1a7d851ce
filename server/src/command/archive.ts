// What do the commands on an archive do? `ingest`, `check`, `reindex`, `verify` and `export`, on the archive in DATA_DIR,
// whether or not a service runs on it at the same time.
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { openDesk } from '../background/desk.ts'
import type { Document } from '../domain/document.ts'
import type { ArchiveEvent } from '../domain/event.ts'
import { SYSTEM } from '../domain/role.ts'
import { newUpload, receive, type ReceivedFile } from '../reading/receive.ts'
import { bringLevel } from './levelling.ts'
import { verify, wantReindex } from '../reindex.ts'
import { openArchive, openWorkshop, type Workshop } from '../wiring.ts'
import { filesOf, isStandardInput, sourceOf } from './input.ts'
import { DONE, DONE_WITH_PROBLEMS, printLine, ProgressLine, say } from './output.ts'

/** Files made durable before their rows are written together. */
const BATCH_FILES = 200

export async function ingestCommand(paths: readonly string[], config: Config): Promise<number> {
  const progress = new ProgressLine()
  let settled = 0
  let articles = 0
  const workshop = await openWorkshop({ ...config, logLevel: quieter(config.logLevel) }, (event: ArchiveEvent) => {
    if (event.kind !== 'document.settled') return
    settled++
    articles += event.articles
    progress.show(`${settled} files, ${articles} articles`)
  })
  try {
    const upload = newUpload()
    workshop.loop.start()
    const received = await receivePaths(paths, upload, config, workshop)
    say(`${received} files received, reading`)
    await workshop.loop.untilIdle(upload)
    progress.end()
    await bringLevel(workshop)
    return await printUpload(upload, workshop)
  } finally {
    await workshop.loop.stop()
    await workshop.close()
  }
}

async function receivePaths(paths: readonly string[], upload: string, config: Config, workshop: Workshop): Promise<number> {
  let batch: ReceivedFile[] = []
  let count = 0
  const flush = async () => {
    if (batch.length > 0) await receive(batch, { tags: [] }, SYSTEM, workshop, { upload })
    batch = []
    workshop.loop.wake()
  }
  for await (const { path, name } of filesOf(paths)) {
    const bytes = isStandardInput(path) ? process.stdin : createReadStream(path)
    batch.push({ name, ...(await workshop.blobs.receive(bytes, name, config.limits.fileBytes)) })
    count++
    if (batch.length >= BATCH_FILES) await flush()
  }
  await flush()
  return count
}

async function printUpload(upload: string, { store }: Pick<Workshop, 'store'>): Promise<number> {
  let problems = 0
  for (let offset = 0; ; offset += BATCH_FILES) {
    const page = await store.documents.list({ filter: { upload }, sort: { field: 'id', order: 'asc' }, offset, limit: BATCH_FILES })
    for (const document of page.data) {
      if (document.problem !== undefined) problems++
      await printLine(lineOf(document))
    }
    if (page.data.length < BATCH_FILES) return problems === 0 ? DONE : DONE_WITH_PROBLEMS
  }
}

function lineOf(document: Document): string {
  const { name, status, problem, duplicateOf, articles } = document
  if (problem !== undefined) return `${name}: ${status}. ${problem.detail} ${problem.hint}`
  if (duplicateOf !== undefined) return `${name}: the same bytes as document ${duplicateOf}, linked to it`
  const kinds = new Map<string, number>()
  for (const { relation = 'new' } of articles) kinds.set(relation, (kinds.get(relation) ?? 0) + 1)
  const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')
  return `${name}: ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}${told === '' ? '' : ` (${told})`}`
}

export async function checkCommand(path: string, json: boolean, config: Config): Promise<number> {
  const workshop = await openWorkshop(config, () => {})
  try {
    const source = await sourceOf(path, config.dataDir)
    const report = await openDesk(workshop).check([source])
    await rm(source.path, { force: true })
    if (json) await printLine(JSON.stringify(report))
    else for (const match of report.matches) await printLine(`${match.relation}  ${match.articleId}  ${match.headline}  (${match.reasons[0]?.message ?? ''})`)
    for (const { name, problem } of report.problems) say(`${name}: ${problem.detail} ${problem.hint}`)
    return report.problems.length === 0 ? DONE : DONE_WITH_PROBLEMS
  } finally {
    await workshop.close()
  }
}

/** Search goes on from the old index until the new one is whole; where a service runs, it does the work. */
export async function reindexCommand(config: Config): Promise<number> {
  const workshop = await openWorkshop({ ...config, logLevel: quieter(config.logLevel) }, () => {})
  const progress = new ProgressLine()
  try {
    await wantReindex(workshop)
    await bringLevel(workshop, (pending) => progress.show(`${pending} articles to index`))
    progress.end()
    return await reportFaults(workshop)
  } finally {
    await workshop.close()
  }
}

export async function verifyCommand(config: Config): Promise<number> {
  const archive = await openArchive(config)
  try {
    return await reportFaults(archive)
  } finally {
    await archive.close()
  }
}

async function reportFaults(archive: Pick<Workshop, 'store' | 'engine'>): Promise<number> {
  const faults = await verify(archive.store.outbox, archive.engine)
  for (const { articleId, fault } of faults) await printLine(`${articleId}\t${fault}`)
  const { articles } = await archive.store.articles.count()
  say(faults.length === 0 ? `The index holds all ${articles} articles as the store has them.` : `${faults.length} of ${articles} articles differ; the service mends this by itself, or run reindex.`)
  return faults.length === 0 ? DONE : DONE_WITH_PROBLEMS
}

function quieter(level: string): string {
  return level === 'info' ? 'warn' : level
}
