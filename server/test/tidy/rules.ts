// Which rules keep the house in order? Each takes one file and gives its faults in a sentence, so that the test
// can be shown a planted fault.
import { posix } from 'node:path'
import type { Import, Source } from './source.ts'

export const LONGEST_FILE = 250
export const LONGEST_FUNCTION = 50

/** The folders under server/src, in the order of the way through. */
export const ROOMS = [
  'domain', 'intake', 'isolate', 'extract', 'split', 'correct', 'describe', 'normalise', 'fingerprint', 'match', 'evidence', 'cluster', 'store', 'engine', 'search', 'http',
] as const

/** Folders of the outside, which like the files at the top may use every room by its door: the verbs of the command line, and
 * the matching of whole files of texts without an archive. */
const OUTSIDE = new Set(['command', 'batch', 'background', 'reading', 'curation'])

/** What a room may import beside `domain` and itself. `types`: with `import type` only. */
const ALSO: Readonly<Record<string, { readonly values?: readonly string[]; readonly types?: readonly string[] }>> = {
  search: { values: ['engine/port.ts'] },
  http: { values: ['search/search.ts', 'engine/port.ts'], types: ['store/port.ts', 'store/people-port.ts', 'store/outbox-port.ts', 'store/documents-port.ts'] },
}

/** Rooms that compute and do nothing else: no file, no clock, no chance. */
const PURE = new Set(['domain', 'split', 'correct', 'describe', 'normalise', 'fingerprint', 'match', 'evidence', 'cluster'])
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(/
const BANNED_NAMES = /^(utils?|helpers?|common|misc|managers?|services?)$/i
const NOTES = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X'.repeat(3)].join('|')})\\b`)
const UNREASONED = /\b(it|test|describe)\.(only|skip|todo)\b/
const SWALLOWED = /\bcatch\s*(\([^)]*\))?\s*\{\s*\}/
const AMERICAN = /\b(behavior|favorite|honor|neighbor|neighborhood|color|center|catalog|analyze|recognize|normalize|organize|summarize|serialize|initialize|tokenize|labeled|canceled|traveled)(s|d|ing)?\b/i
const MACHINE = /(?<![\w.])\/(work|root|opt|home)\/|(?<![\w.])\/tmp\/[a-z]/

export function faultsOfSource(source: Source): string[] {
  return [...importFaults(source), ...sizeFaults(source), ...headFaults(source), ...purityFaults(source), ...spellingFaults(source)]
}

/** For every tracked file, whatever its kind. */
export function faultsOfText(path: string, text: string): string[] {
  const faults: string[] = []
  const parts = path.split('/').map((part) => part.replace(/\..*$/, ''))
  if (parts.some((part) => BANNED_NAMES.test(part))) faults.push('has a name that says nothing')
  text.split('\n').forEach((line, index) => {
    if (MACHINE.test(line)) faults.push(`line ${index + 1} holds a path of one machine`)
    if (NOTES.test(line)) faults.push(`line ${index + 1} holds a note to oneself`)
    if (UNREASONED.test(line)) faults.push(`line ${index + 1} focuses or skips a test without a reason`)
  })
  return faults
}

export function topLevelFaults(paths: readonly string[]): string[] {
  const agreed = /^(\..+|server|admin|seeds|docker-compose\.yml|Dockerfile|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE)$/
  const entries = new Set(paths.map((path) => path.split('/')[0] ?? path))
  return [...entries].filter((entry) => !agreed.test(entry)).map((entry) => `${entry} is not an agreed entry of the top level`)
}

/** Rooms don't import one another; what is outside a room comes in by its door; the type-only joints are ports. */
function importFaults(source: Source): string[] {
  const inside = /^server\/src\/(.+)$/.exec(source.path)?.[1]
  if (inside === undefined) return []
  const folder = inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : undefined
  if (folder !== undefined && !OUTSIDE.has(folder) && !isRoom(folder)) return [`stands in ${folder}, which is no room of the house`]
  return source.imports.flatMap((one) => {
    const fault = importFault(inside, one)
    return fault === undefined ? [] : [`line ${one.line} ${fault}`]
  })
}

function importFault(inside: string, one: Import): string | undefined {
  const room = roomOf(inside)
  if (!one.from.startsWith('.')) return packageFault(room, one)
  if (!one.from.endsWith('.ts')) return `imports ${one.from} without its .ts ending`
  const target = posix.join(posix.dirname(inside), one.from)
  const other = roomOf(target)
  if (other !== undefined && other === room) return undefined
  if (room === undefined) return other === undefined || isDoor(target, other) ? undefined : `goes past the door of ${other}: ${target}`
  if (other === undefined) return room === 'http' && one.typeOnly ? undefined : `lets ${room} know ${target}`
  if (other === 'domain' && room !== 'domain') return undefined
  const also = ALSO[room]
  if (also?.values?.includes(target) || (one.typeOnly && also?.types?.includes(target))) return undefined
  return `lets ${room} know ${target}`
}

function packageFault(room: string | undefined, one: Import): string | undefined {
  const atTheEdge = room === 'http' || room === 'extract' || room === undefined
  if (one.from === 'zod' && !atTheEdge) return 'checks with zod away from the edge'
  const pure = room !== undefined && PURE.has(room)
  return pure && one.from.startsWith('node:') && one.from !== 'node:crypto' ? `lets the pure room ${room} use ${one.from}` : undefined
}

function roomOf(inside: string): string | undefined {
  const folder = inside.split('/')[0]
  return inside.includes('/') && folder !== undefined && !OUTSIDE.has(folder) ? folder : undefined
}

function isRoom(folder: string): boolean {
  return (ROOMS as readonly string[]).includes(folder)
}

function isDoor(target: string, room: string): boolean {
  return room === 'domain' || target === `${room}/${room}.ts` || /^(store|engine)\/([a-z]+-)?port\.ts$/.test(target)
}

function sizeFaults(source: Source): string[] {
  const lines = source.text.trimEnd().split('\n').length
  const long = source.functions.filter((one) => one.lines > LONGEST_FUNCTION)
  return [
    ...(lines > LONGEST_FILE ? [`has ${lines} lines, more than ${LONGEST_FILE}`] : []),
    ...long.map((one) => `line ${one.line}: ${one.name} has ${one.lines} lines, more than ${LONGEST_FUNCTION}`),
  ]
}

function headFaults(source: Source): string[] {
  const head = source.text.startsWith('#!') ? source.text.slice(source.text.indexOf('\n') + 1) : source.text
  if (!/^(\/\/ |\/\*\*? ?)\S/.test(head)) return ['does not open with a comment that says its question']
  return /^(\/\/.*\n){5}/.test(head) ? ['opens with more than four lines of comment'] : []
}

function purityFaults(source: Source): string[] {
  const inside = /^server\/src\/(.+)$/.exec(source.path)?.[1]
  if (inside === undefined) return []
  // The entry hands the environment over to config.ts unread.
  const code = withoutComments(source).replaceAll('readConfig(process.env)', '')
  const faults: string[] = []
  const room = roomOf(inside)
  if (SWALLOWED.test(source.text)) faults.push('swallows an error without a word')
  if (room !== undefined && PURE.has(room) && inside !== 'domain/clock.ts' && IMPURE.test(code)) faults.push(`reads the clock, chance or the process in the pure room ${room}`)
  if (inside !== 'config.ts' && /\bprocess\.env\b/.test(code)) faults.push('reads the environment, which config.ts alone does')
  return faults
}

function withoutComments(source: Source): string {
  return source.comments.reduce((text, comment) => text.replace(comment, ''), source.text)
}

function spellingFaults(source: Source): string[] {
  const prose = source.comments.map((comment) => comment.replace(/`[^`]*`/g, ''))
  const word = prose.map((comment) => AMERICAN.exec(comment)?.[0]).find((found) => found !== undefined)
  return word === undefined ? [] : [`spells "${word}" in the American way`]
}
