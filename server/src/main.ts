// How is Copydesk called? The command line: verbs, their options, and the three exit codes. What a verb does is in command/.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { checkCommand, ingestCommand, reindexCommand, verifyCommand } from './command/archive.ts'
import { demoCommand } from './command/demo.ts'
import { EXPORT_FORMATS, exportCommand } from './command/export.ts'
import { engineKeyCommand } from './command/engine-key.ts'
import { createKeyCommand } from './command/keys.ts'
import { alignCommand, dedupeCommand } from './command/lines.ts'
import { DONE, say, USED_WRONGLY, UsageError } from './command/output.ts'
import { rematchCommand, type RematchOptions } from './command/rematch.ts'
import { searchCommand } from './command/search.ts'
import { serveCommand } from './command/serve.ts'
import { compareCommand, extractCommand } from './command/texts.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { PROBLEMS, ProblemError } from './domain/problem.ts'
import { type Role, ROLES } from './domain/role.ts'

type Run = (config: Config) => Promise<number>

let run: Run | undefined
const later = (chosen: Run) => {
  run = chosen
}

function commandLine(): Command {
  const program = new Command('copydesk')
    .description('Full-text search for news archives that finds the same text in another coat.')
    .exitOverride()
    .showHelpAfterError('Call it with --help for the verbs.')
  archiveVerbs(program)
  textVerbs(program)
  keyVerbs(program)
  return program
}

function archiveVerbs(program: Command): void {
  program.command('serve').description('run the service').action(() => later(serveCommand))
  program
    .command('demo')
    .description('run it on a throw-away archive with the documents of seeds/')
    .option('--once', 'end after the report', false)
    .action(({ once }: { once: boolean }) => later((config) => demoCommand(once || config.unattended, config)))
  program
    .command('ingest <paths...>')
    .description('take files and folders into the archive; - is standard input')
    .action((paths: string[]) => later((config) => ingestCommand(paths, config)))
  program
    .command('search <question>')
    .description('ask the archive')
    .option('--json', 'answer as JSON', false)
    .option('--per-page <n>', 'hits at most', wholeNumber, 10)
    .option('--no-collapse', 'one hit an article instead of one a story')
    .action((question: string, options: { json: boolean; perPage: number; collapse: boolean }) => later((config) => searchCommand(question, options, config)))
  program.command('reindex').description('build the index anew from the store').action(() => later(reindexCommand))
  program.command('verify').description('does the index hold what the store holds?').action(() => later(verifyCommand))
  program
    .command('rematch')
    .description('judge all stored pairs anew and regroup; what people decided outranks it')
    .option('--dry-run', 'change nothing; say how many verdicts of people it would overturn', false)
    .option('--set <name=value>', 'try another threshold in a dry run; may be given several times', several, [])
    .option('--json', 'answer as JSON', false)
    .action((options: RematchOptions) => later((config) => rematchCommand(options, config)))
  program
    .command('export')
    .description('write all articles to standard output')
    .addOption(new Option('--format <format>', 'form of the lines').choices(EXPORT_FORMATS).default('jsonl'))
    .action(({ format }: { format: (typeof EXPORT_FORMATS)[number] }) => later((config) => exportCommand(format, config)))
}

function textVerbs(program: Command): void {
  program
    .command('extract <file>')
    .description('what the pipeline makes of one file; nothing is stored')
    .option('--json', 'answer as JSON', false)
    .action((file: string, { json }: { json: boolean }) => later((config) => extractCommand(file, json, config)))
  program
    .command('compare <left> <right>')
    .description('how two files stand to each other')
    .option('--json', 'answer as JSON', false)
    .action((left: string, right: string, { json }: { json: boolean }) => later((config) => compareCommand(left, right, json, config)))
  program
    .command('check <file>')
    .description('which articles of the archive share text with this file; nothing is stored')
    .option('--json', 'answer as JSON', false)
    .action((file: string, { json }: { json: boolean }) => later((config) => checkCommand(file, json, config)))
  program
    .command('dedupe <lines>')
    .description('cluster the lines {id, text, title?} of a file; needs no archive')
    .action((file: string) => later(() => dedupeCommand(file)))
  program
    .command('align <pairs>')
    .description('match the lines {id, left, right} of a file; needs no archive')
    .action((file: string) => later(() => alignCommand(file)))
}

function keyVerbs(program: Command): void {
  const keys = program.command('keys').description('keys for programs')
  keys
    .command('engine <file>')
    .description('make the key with which the service uses Meilisearch; needs MEILI_MASTER_KEY')
    .action((file: string) => later((config) => engineKeyCommand(file, config)))
  keys
    .command('create')
    .description('make a key and show it once')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--name <name>', 'what it is for', 'made on the command line')
    .action(({ role, name }: { role: Role; name: string }) => later((config) => createKeyCommand(role, name, config)))
}

function several(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 1_000) throw new InvalidArgumentError('Give a whole number from 1 to 1000.')
  return number
}

/** The exit code. */
async function main(): Promise<number> {
  try {
    await commandLine().parseAsync()
    return run === undefined ? DONE : await run(readConfig())
  } catch (error) {
    return tell(error)
  }
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USED_WRONGLY
  if (error instanceof ConfigError) {
    for (const fault of error.faults) say(fault)
    return USED_WRONGLY
  }
  if (error instanceof UsageError) {
    say(error.message)
    return USED_WRONGLY
  }
  if (error instanceof ProblemError) {
    say(`${error.problem.detail} ${error.problem.hint}`)
    return PROBLEMS[error.problem.code].owner === 'caller' ? USED_WRONGLY : 1
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') say('The address is in use: another service runs there. Set PORT to a free one.')
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

// A reader of our pipe that has seen enough (head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : 1))
process.exitCode = await main()
