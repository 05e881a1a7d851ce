// Which lines of a file are one text? Lines `{id, text, title?}` in, a line `{id, cluster, principal, relation}` for each
// out, in the same order. Texts wait in a scratch file without a name, so that memory holds little but fingerprints and
// nothing is left behind; fingerprints and matches are worked out on all cores.
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planClusters } from '../cluster/cluster.ts'
import { Crew } from './crew.ts'
import { writeText, type MatchJob, type MatchResult, type ReadJob, type ReadRow, type RowMatch, type RowText } from './dedupe-rows.ts'
import type { ClusterNode } from '../domain/cluster.ts'
import type { Match, Relation } from '../domain/match.ts'
import { CandidateIndex } from '../fingerprint/fingerprint.ts'
import { batchesOf, LINE_LIMIT, type LineOutlet, linesOf, type StreamReport } from './lines.ts'

/** A row as it is kept: no text, no fingerprint. */
interface Row extends RowText {
  readonly id: string | number
  readonly hash: string
  readonly words: number
}

interface Verdict {
  readonly cluster: number
  readonly relation: Relation | null
}

/** Pairs a job: enough to be worth a message, few enough to spread evenly. */
const PAIRS_A_JOB = 64

/** `cluster` is the id of its principal. `problem` hears of bad lines; the rest goes on. */
export async function dedupe(input: AsyncIterable<Uint8Array | string>, outlet: LineOutlet, crew = new Crew()): Promise<StreamReport & { readonly clusters: number }> {
  const scratch = openScratch()
  try {
    const run = new Run(crew, scratch, outlet)
    await run.read(input)
    await run.complete()
    const verdicts = run.verdicts()
    for (const [row, { cluster, relation }] of verdicts.entries()) {
      const line = { id: run.rows[row]?.id, cluster: String(run.rows[cluster]?.id), principal: cluster === row, relation }
      await outlet.write(JSON.stringify(line))
    }
    const clusters = verdicts.reduce((count, verdict, row) => count + Number(verdict.cluster === row), 0)
    return { lines: run.rows.length + run.problems, problems: run.problems, clusters }
  } finally {
    closeSync(scratch)
    await crew.close()
  }
}

/** Unlinked as soon as it is open, so that even a killed run leaves nothing. */
function openScratch(): number {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-'))
  const scratch = openSync(join(folder, 'texts'), 'wx+', 0o600)
  rmSync(folder, { recursive: true, force: true })
  return scratch
}

class Run {
  readonly rows: Row[] = []
  problems = 0
  private readonly index = new CandidateIndex()
  private readonly firstOf = new Map<string, number>()
  private readonly copies: RowMatch[] = []
  private readonly crew: Crew
  private readonly scratch: number
  private readonly outlet: LineOutlet
  private written = 0

  constructor(crew: Crew, scratch: number, outlet: LineOutlet) {
    this.crew = crew
    this.scratch = scratch
    this.outlet = outlet
  }

  /** Reads all lines, fingerprints them, looks up candidates and matches them as they come. */
  async read(input: AsyncIterable<Uint8Array | string>): Promise<void> {
    const matching: Promise<void>[] = []
    let pairs: [RowText, RowText][] = []
    for await (const result of this.crew.inOrder(readJobs(input))) {
      for (const problem of result.problems) this.outlet.problem(problem)
      this.problems += result.problems.length
      for (const row of result.rows) pairs.push(...this.add(row))
      while (pairs.length >= PAIRS_A_JOB) {
        matching.push(this.match(pairs.slice(0, PAIRS_A_JOB)))
        pairs = pairs.slice(PAIRS_A_JOB)
      }
      while (matching.length > 8) await matching.shift()
      this.outlet.progress?.(this.rows.length + this.problems)
    }
    matching.push(this.match(pairs))
    await Promise.all(matching)
  }

  /**
   * A text that many share may have met some of its copies only: whoever hangs together with a principal through
   * others is compared with it directly.
   */
  async complete(): Promise<void> {
    const pairs: [RowText, RowText][] = []
    for (const group of this.groups()) {
      const principal = Number(planClusters(this.nodes(group.rows), this.matches(group.copies), [])[0]?.principalId)
      const known = new Set(group.copies.flatMap((copy) => (copy.left === principal ? [copy.right] : copy.right === principal ? [copy.left] : [])))
      for (const row of new Set(group.rows.map((one) => this.firstWith(one)))) {
        if (row !== this.firstWith(principal) && !known.has(row)) pairs.push([this.rows[row] as Row, this.rows[this.firstWith(principal)] as Row])
      }
    }
    for (let at = 0; at < pairs.length; at += PAIRS_A_JOB) await this.match(pairs.slice(at, at + PAIRS_A_JOB))
  }

  /** For each row its cluster's principal row and its relation to it. */
  verdicts(): readonly Verdict[] {
    const verdicts: Verdict[] = this.rows.map((row) => ({ cluster: row.row, relation: null }))
    for (const group of this.groups()) {
      const relations = new Map(group.copies.map((copy) => [`${Math.min(copy.left, copy.right)} ${Math.max(copy.left, copy.right)}`, copy.relation]))
      for (const planned of planClusters(this.nodes(group.rows), this.matches(group.copies), [])) {
        const principal = Number(planned.principalId)
        const lead = this.firstWith(principal)
        for (const id of planned.memberIds) {
          const row = Number(id)
          const first = this.firstWith(row)
          const relation = first === lead ? 'identical' : (relations.get(`${Math.min(first, lead)} ${Math.max(first, lead)}`) ?? null)
          verdicts[row] = { cluster: principal, relation: row === principal ? null : relation }
        }
      }
    }
    return verdicts
  }

  /** Takes a row in; returns the pairs that are worth a look. An equal text needs none: it goes with the first. */
  private add(read: ReadRow): [RowText, RowText][] {
    const bytes = writeText(this.scratch, read.text, this.written)
    const row: Row = { row: this.rows.length, at: this.written, bytes, note: read.note, id: read.id, hash: read.print.contentHash, words: read.print.tokenCount }
    this.written += bytes
    this.rows.push(row)
    if (row.words === 0 || this.firstOf.has(row.hash)) return []
    this.firstOf.set(row.hash, row.row)
    const pairs = this.index.candidates(read.print).map((one): [RowText, RowText] => [row, this.rows[one.row] as Row])
    this.index.add(row.row, read.print)
    return pairs
  }

  private async match(pairs: readonly (readonly [RowText, RowText])[]): Promise<void> {
    if (pairs.length === 0) return
    const job: MatchJob = { kind: 'match', scratch: this.scratch, pairs: pairs.map(([one, other]) => [placeOf(one), placeOf(other)] as const) }
    const result: MatchResult = await this.crew.run(job)
    this.copies.push(...result.copies)
  }

  /** The first row with the same text. */
  private firstWith(row: number): number {
    const { hash, words } = this.rows[row] as Row
    return words === 0 ? row : (this.firstOf.get(hash) ?? row)
  }

  /** Rows that hang together by copies or equal texts, with the copies among them; single rows are left out. */
  private groups(): readonly { readonly rows: readonly number[]; readonly copies: readonly RowMatch[] }[] {
    const leader = this.rows.map((row) => row.row)
    const find = (row: number): number => {
      let at = row
      while (leader[at] !== at) at = leader[at] = leader[leader[at] as number] as number
      return at
    }
    for (const row of this.rows) leader[find(row.row)] = find(this.firstWith(row.row))
    for (const copy of this.copies) leader[find(copy.left)] = find(copy.right)
    const groups = new Map<number, { rows: number[]; copies: RowMatch[] }>()
    for (const row of this.rows) {
      const group = groups.get(find(row.row)) ?? { rows: [], copies: [] }
      groups.set(find(row.row), group)
      group.rows.push(row.row)
    }
    for (const copy of this.copies) groups.get(find(copy.left))?.copies.push(copy)
    return [...groups.values()].filter((group) => group.rows.length > 1)
  }

  private nodes(rows: readonly number[]): readonly ClusterNode[] {
    return rows.map((at) => {
      const row = this.rows[at] as Row
      const { publishedAt, publisher, byline } = row.note
      return {
        id: String(at),
        contentHash: row.hash,
        clusterId: String(at),
        wordCount: row.words,
        completeness: 'complete',
        ...(publishedAt === undefined ? {} : { publishedAt }),
        ...(publisher === undefined ? {} : { publisher }),
        createdAt: String(at).padStart(12, '0'),
        hasByline: byline !== undefined,
        documentArticles: 1,
      }
    })
  }

  private matches(copies: readonly RowMatch[]): readonly Match[] {
    return copies.map((copy) => ({
      ...copy,
      left: String(copy.left),
      right: String(copy.right),
      resemblance: 0,
      containment: { left: 0, right: 0 },
      passages: [],
      substitutions: [],
      reasons: [],
      decidedBy: 'rule',
      matchVersion: '',
    }))
  }
}

function placeOf({ row, at, bytes, note }: RowText): RowText {
  return { row, at, bytes, note }
}

async function* readJobs(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<ReadJob> {
  for await (const lines of batchesOf(linesOf(input, LINE_LIMIT))) yield { kind: 'read', lines, limit: LINE_LIMIT }
}
