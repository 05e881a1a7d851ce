// What do `extract` and `compare` show? What the pipeline makes of files, without an archive.
import type { Config } from '../config.ts'
import type { Match } from '../domain/match.ts'
import type { ReadArticle } from '../domain/reading.ts'
import { matchTexts } from '../match/match.ts'
import { comparable } from '../normalise/normalise.ts'
import { type FileReading, readWhole } from '../reading/rehearsal.ts'
import { withScratchReader, type ScratchReader } from './input.ts'
import { DONE, DONE_WITH_PROBLEMS, printLine, say } from './output.ts'

/** More than fits a screen or a pipe at once; a dump is for `ingest`. */
const MOST_ARTICLES = 100_000

export async function extractCommand(path: string, json: boolean, config: Config): Promise<number> {
  const reading = await withScratchReader(config, (reader) => readPath(path, reader))
  const report = reportOf(reading)
  if (json) await printLine(JSON.stringify(report))
  else await printReadable(report)
  return report.problem === undefined ? DONE : DONE_WITH_PROBLEMS
}

interface Report {
  readonly name: string
  readonly mediaType?: string
  readonly problem?: FileReading['problem']
  readonly articles: readonly ReadArticle['draft'][]
  readonly furniture: FileReading['furniture']
  readonly members: readonly Report[]
}

function reportOf({ file, mediaType, problem, articles, furniture, members }: FileReading): Report {
  return {
    name: file.name,
    ...(mediaType && { mediaType }),
    ...(problem && { problem }),
    articles: articles.map(({ draft }) => draft),
    furniture,
    members: members.map(reportOf),
  }
}

async function printReadable(report: Report): Promise<void> {
  await printLine(`${report.name} (${report.mediaType ?? 'unknown type'}): ${report.articles.length} articles, ${report.furniture.length} stretches of furniture`)
  if (report.problem !== undefined) say(`${report.name}: ${report.problem.detail} ${report.problem.hint}`)
  for (const [at, article] of report.articles.entries()) {
    const by = article.byline.length > 0 ? `  by ${article.byline.join(', ')}` : ''
    const about = [article.publisher, article.publishedAt?.slice(0, 10), article.language, article.completeness, `${article.wordCount} words`]
    await printLine(`${at + 1}. ${article.headline}${by}\n   ${about.filter((part) => part !== undefined).join(' · ')}`)
  }
  for (const furniture of report.furniture) await printLine(`   – ${furniture.reason}: ${furniture.text.replace(/\s+/g, ' ').slice(0, 100)}`)
  for (const member of report.members) await printReadable(member)
}

async function readPath(path: string, reader: ScratchReader): Promise<FileReading> {
  const source = await reader.source(path)
  const budget = { articles: MOST_ARTICLES }
  return readWhole({ name: source.name, size: source.size, path: source.path }, source.note, 0, budget, reader)
}

/** The strongest match between any article of the one file and any of the other. */
export async function compareCommand(left: string, right: string, json: boolean, config: Config): Promise<number> {
  const [one, other] = await withScratchReader(config, async (reader) => [await readPath(left, reader), await readPath(right, reader)] as const)
  for (const { file, problem, articles } of [one, other]) {
    if (articles.length === 0) {
      say(`${file.name}: ${problem?.detail ?? 'no article was found in it.'}`)
      return DONE_WITH_PROBLEMS
    }
  }
  const match = strongest(one, other)
  if (json) await printLine(JSON.stringify(match))
  else for (const line of [match.relation, ...match.reasons.map(({ message }) => `  ${message}`)]) await printLine(line)
  return DONE
}

function strongest(one: FileReading, other: FileReading): Match {
  const sides = (reading: FileReading) =>
    reading.articles.map(({ draft }) => ({ ...draft, id: reading.file.name, text: comparable(draft.body), documentArticles: reading.articles.length }))
  const rights = sides(other)
  const matches = sides(one).flatMap((left) => rights.map((right) => matchTexts(left, right)))
  return matches.reduce((best, match) => (match.matchedWords > best.matchedWords ? match : best))
}
