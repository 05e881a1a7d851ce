// What can the background be asked to do? Everything that compares texts or re-clusters: it keeps the
// thread that answers the web free. All arguments and answers can cross from thread to thread.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BulkOrder, type BulkParts, type BulkPreview, cancelTask, previewBulk, retryTask, startBulk, startVerify, undoBulk } from '../curation/bulk.ts'
import type { Article } from '../domain/article.ts'
import { editArticle, removeDocument, setArticleStatus } from '../curation/amend.ts'
import { correctReading, type Correcting, type CorrectParts, type OpenReading, openReading } from '../reading/correcting.ts'
import { type Batch, decide, type Decided, type Made, restore, reviewBatch, withdraw, type Withdrawal, withdrawBatch, type Withdrawn } from '../curation/curate.ts'
import type { SenderNote } from '../domain/document.ts'
import type { Evidence, Family, Stack } from '../domain/evidence.ts'
import type { FurnitureRule } from '../domain/furniture-rule.ts'
import type { Match } from '../domain/match.ts'
import { type RuleTrial, tryRule } from '../reading/furniture-trial.ts'
import { type SplitTrial, trySplitRule } from '../reading/split-trial.ts'
import { type Problem, ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { NewSplitRule } from '../domain/split-rule.ts'
import type { Task } from '../domain/task.ts'
import { asDecided } from '../curation/editorial.ts'
import { checkArticle } from '../ingest.ts'
import { matchTexts, type MatchSide } from '../match/match.ts'
import { comparable } from '../normalise/normalise.ts'
import { prove, proveFamily, proveStack } from '../curation/prove.ts'
import { rematch, type RematchReport, type RematchWish } from '../curation/rematch.ts'
import { type FileReading, type FileToRehearse, readWhole, rehearse, type Rehearsal, type RehearsalWishes } from '../reading/rehearsal.ts'
import { matchSide } from '../seek.ts'
import type { ArticleChanges, ClusterFilter } from '../store/port.ts'
import { removeUpload, restoreUpload } from '../curation/undo-upload.ts'

/** One side of a comparison: an article of the archive, or a text as given. */
export type Comparand = { readonly articleId: string } | { readonly text: string }

export interface CheckedMatch extends Match {
  readonly articleId: string
  readonly headline: string
  readonly publisher?: string
  /** The file that the left side came out of. */
  readonly file: string
}

export interface CheckReport {
  /** The closest first. */
  readonly matches: readonly CheckedMatch[]
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[]
}

export type DeskParts = CorrectParts &
  BulkParts & {
    /** A folder that a child may read. */
    readonly spool: string
  }

export interface Desk {
  rehearse(files: readonly FileToRehearse[], note: SenderNote, actor: Actor, wishes: RehearsalWishes): Promise<Rehearsal>
  reading(id: string): Promise<OpenReading>
  correct(id: string, given: Correcting, actor: Actor): Promise<OpenReading>
  check(files: readonly FileToRehearse[]): Promise<CheckReport>
  checkText(text: string): Promise<CheckReport>
  compare(left: Comparand, right: Comparand): Promise<Match>
  evidence(left: string, right: string): Promise<Evidence>
  family(clusterId: string): Promise<Family>
  stack(clusterId: string, reference?: string): Promise<Stack>
  decide(made: Made, actor: Actor): Promise<Decided>
  withdraw(id: string, how: Withdrawal, actor: Actor): Promise<Withdrawn>
  decideAgain(id: string, actor: Actor): Promise<Decided>
  reviewBatch(filter: ClusterFilter, note: string | undefined, actor: Actor): Promise<Batch>
  withdrawBatch(batch: string, actor: Actor): Promise<Batch>
  /** `conflict` while another runs. */
  rematch(wish: RematchWish, actor: Actor): Promise<RematchReport>
  edit(id: string, version: number, changes: ArticleChanges, actor: Actor): Promise<Article>
  bin(id: string, actor: Actor): Promise<Article>
  restore(id: string, actor: Actor): Promise<Article>
  remove(id: string, actor: Actor): Promise<void>
  removeUpload(upload: string, actor: Actor): Promise<number>
  restoreUpload(upload: string, actor: Actor): Promise<number>
  previewBulk(order: BulkOrder): Promise<BulkPreview>
  startBulk(order: BulkOrder, actor: Actor): Promise<Task>
  undoBulk(id: string, actor: Actor): Promise<Task>
  startVerify(actor: Actor): Promise<Task>
  cancelTask(id: string, actor: Actor): Promise<Task>
  retryTask(id: string, actor: Actor): Promise<Task>
  tryRule(rule: Pick<FurnitureRule, 'pattern' | 'publisher'>): Promise<RuleTrial>
  trySplitRule(rule: NewSplitRule): Promise<SplitTrial>
}

export const DESK_CALLS = ['rehearse', 'check', 'checkText', 'compare', 'evidence', 'family', 'stack', 'decide', 'withdraw', 'decideAgain', 'reviewBatch', 'withdrawBatch', 'rematch', 'edit', 'bin', 'restore', 'remove', 'reading', 'correct', 'removeUpload', 'restoreUpload', 'previewBulk', 'startBulk', 'undoBulk', 'startVerify', 'cancelTask', 'retryTask', 'tryRule', 'trySplitRule'] as const satisfies readonly (keyof Desk)[]

export function openDesk(parts: DeskParts): Desk {
  return {
    rehearse: (files, note, actor, wishes) => rehearse(files, note, actor, wishes, parts),
    reading: (id) => openReading(id, parts),
    correct: (id, given, actor) => correctReading(id, given, actor, parts),
    check: (files) => check(files, parts),
    checkText: (text) => checkText(text, parts),
    compare: (left, right) => compare(left, right, parts),
    evidence: (left, right) => prove(left, right, parts),
    family: (clusterId) => proveFamily(clusterId, parts),
    stack: (clusterId, reference) => proveStack(clusterId, reference, parts),
    decide: (made, actor) => decide(made, actor, parts),
    withdraw: (id, how, actor) => withdraw(id, how, actor, parts),
    decideAgain: (id, actor) => restore(id, actor, parts),
    reviewBatch: (filter, note, actor) => reviewBatch(filter, note, actor, parts),
    withdrawBatch: (batch, actor) => withdrawBatch(batch, actor, parts),
    rematch: oneAtATime((wish: RematchWish, actor: Actor) => rematch(wish, actor, parts)),
    edit: (id, version, changes, actor) => editArticle(id, version, changes, actor, parts),
    bin: (id, actor) => setArticleStatus(id, 'binned', actor, parts),
    restore: (id, actor) => setArticleStatus(id, 'live', actor, parts),
    remove: (id, actor) => removeDocument(id, actor, parts),
    removeUpload: (upload, actor) => removeUpload(upload, actor, parts),
    restoreUpload: (upload, actor) => restoreUpload(upload, actor, parts),
    previewBulk: (order) => previewBulk(order, parts),
    startBulk: (order, actor) => startBulk(order, actor, parts),
    undoBulk: (id, actor) => undoBulk(id, actor, parts),
    startVerify: (actor) => startVerify(actor, parts),
    cancelTask: (id, actor) => cancelTask(id, actor, parts),
    retryTask: (id, actor) => retryTask(id, actor, parts),
    tryRule: (rule) => tryRule(rule, parts.store),
    trySplitRule: (rule) => trySplitRule(rule, parts),
  }
}

function oneAtATime<A extends readonly unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let running = false
  return async (...args) => {
    if (running) throw new ProblemError('conflict', 'The pairs are being judged anew already; wait for that to end.')
    running = true
    try {
      return await work(...args)
    } finally {
      running = false
    }
  }
}

async function compare(left: Comparand, right: Comparand, parts: DeskParts): Promise<Match> {
  const fresh = matchTexts(await sideOf(left, 'left', parts), await sideOf(right, 'right', parts))
  if ('text' in left || 'text' in right) return fresh
  return asDecided(fresh, await parts.store.matches.between(left.articleId, right.articleId))
}

async function sideOf(comparand: Comparand, name: string, parts: DeskParts): Promise<MatchSide> {
  if ('text' in comparand) return { id: name, text: comparable(comparand.text) }
  const [side] = await parts.store.articles.sides([comparand.articleId])
  if (side === undefined) throw new ProblemError('not-found', `There is no article ${comparand.articleId}.`)
  return matchSide(side, parts.cache)
}

/** More than one check needs; a whole dump is for `ingest` or `dedupe`. */
const MOST_CHECKED = 500

async function check(files: readonly FileToRehearse[], parts: DeskParts): Promise<CheckReport> {
  const budget = { articles: MOST_CHECKED }
  const matches: CheckedMatch[] = []
  const problems: { name: string; problem: Problem }[] = []
  for (const file of files) {
    for (const reading of flattened(await readWhole(file, { tags: [] }, 0, budget, parts))) {
      if (reading.problem !== undefined) problems.push({ name: reading.file.name, problem: reading.problem })
      matches.push(...(await checkReading(reading, parts)))
    }
  }
  return { matches: matches.sort((a, b) => b.matchedWords - a.matchedWords), problems }
}

/** As if the text had come in a file of its own: furniture off, digests split. */
async function checkText(text: string, parts: DeskParts): Promise<CheckReport> {
  const path = join(parts.spool, randomUUID())
  await mkdir(parts.spool, { recursive: true })
  await writeFile(path, text)
  try {
    return await check([{ name: 'text', size: Buffer.byteLength(text), path }], parts)
  } finally {
    await parts.discard(path)
  }
}

async function checkReading(reading: FileReading, parts: DeskParts): Promise<readonly CheckedMatch[]> {
  const checked: CheckedMatch[] = []
  for (const article of reading.articles) {
    const found = await checkArticle(article, parts.store, parts.cache)
    const sides = new Map((await parts.store.articles.sides(found.map((match) => match.right))).map((side) => [side.id, side]))
    for (const match of found) {
      const side = sides.get(match.right)
      if (side === undefined) continue
      const { headline, publisher } = side
      checked.push({ ...match, left: reading.file.name, articleId: match.right, file: reading.file.name, headline, ...(publisher && { publisher }) })
    }
  }
  return checked
}

function flattened(reading: FileReading): readonly FileReading[] {
  return [reading, ...reading.members.flatMap(flattened)]
}
