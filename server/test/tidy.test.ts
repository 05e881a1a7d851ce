// Is the house in order? The import table, one door a room, short files and functions, and no text that isn't ours.
import { describe, expect, it } from 'vitest'
import { NO_SHARED, sharedPath } from './shared.ts'
import { foreignTexts } from './tidy/foreign.ts'
import { faultsOfSource, faultsOfText, topLevelFaults } from './tidy/rules.ts'
import { firstShared, sentenceRuns } from './tidy/shingles.ts'
import { readSource } from './tidy/source.ts'
import { projectFiles } from './tidy/tree.ts'

const SOURCES = /^(server\/(src|test|bin|bench)|admin\/(src|test))\/.*\.(ts|tsx|mjs)$/
const files = projectFiles()
const NO_GIT = 'this is not a git work tree'

describe('the tree', () => {
  it('holds the agreed entries at its top and no others', (ctx) => {
    ctx.skip(files === undefined, NO_GIT)
    expect(topLevelFaults((files ?? []).map((file) => file.path))).toEqual([])
  })

  it('keeps rooms apart, files and functions short, and says what each file is for', (ctx) => {
    ctx.skip(files === undefined, NO_GIT)
    const sources = (files ?? []).filter((file) => SOURCES.test(file.path))
    const faults = sources.flatMap((file) => faultsOfSource(readSource(file.path, file.text)).map((fault) => `${file.path}: ${fault}`))
    expect(faults).toEqual([])
  })

  it('holds no path of one machine, no note to oneself and no name that says nothing', (ctx) => {
    ctx.skip(files === undefined, NO_GIT)
    const own = (files ?? []).filter((file) => file.path !== 'package-lock.json')
    expect(own.flatMap((file) => faultsOfText(file.path, file.text).map((fault) => `${file.path}: ${fault}`))).toEqual([])
  })

  it('holds no sentence of the texts that others lent us', { timeout: 120_000 }, (ctx) => {
    ctx.skip(files === undefined, NO_GIT)
    ctx.skip(sharedPath('.') === undefined, NO_SHARED)
    const own = (files ?? []).filter((file) => !['package-lock.json', 'LICENSE'].includes(file.path))
    const runs = new Set<number>()
    for (const file of own) for (const run of sentenceRuns(file.text)) runs.add(run)
    const shared = new Set<number>()
    for (const text of foreignTexts()) for (const run of sentenceRuns(text)) if (runs.has(run)) shared.add(run)
    const faults = own.flatMap((file) => {
      const words = firstShared(file.text, shared)
      return words === undefined ? [] : [`${file.path}: ${words}`]
    })
    expect(faults).toEqual([])
  })
})

describe('the checker', () => {
  const faultsOf = (path: string, text: string): string[] => faultsOfSource(readSource(path, text))
  const head = '// What is asked here?\n'

  it.each([
    ['a room that imports another', 'server/src/match/match.ts', `${head}import { cut } from '../split/split.ts'\ncut()\n`, /lets match know split/],
    ['a room that imports a flow', 'server/src/store/store.ts', `${head}import { run } from '../ingest.ts'\nrun()\n`, /lets store know ingest/],
    ['a room that re-exports another', 'server/src/match/match.ts', `${head}export * from '../split/split.ts'\n`, /lets match know split/],
    ['a room that imports another when asked', 'server/src/match/match.ts', `${head}await import('../split/split.ts')\n`, /lets match know split/],
    ['a flow that goes past a door', 'server/src/ingest.ts', `${head}import { one } from './match/chain.ts'\none()\n`, /past the door of match/],
    ['http that runs a flow by itself', 'server/src/http/http.ts', `${head}import { run } from '../ingest.ts'\nrun()\n`, /lets http know ingest/],
    ['the domain leaning on a room', 'server/src/domain/span.ts', `${head}import { one } from '../match/match.ts'\none()\n`, /lets domain know match/],
    ['a folder that is no room', 'server/src/extras/extra.ts', head, /no room of the house/],
    ['a clock in a pure room', 'server/src/cluster/cluster.ts', `${head}export const now = (): number => Date.now()\n`, /pure room cluster/],
    ['a disk in a pure room', 'server/src/split/split.ts', `${head}import 'node:fs'\n`, /pure room split/],
    ['the environment read in passing', 'server/src/http/http.ts', `${head}export const port = process.env.PORT\n`, /config\.ts alone/],
    ['a swallowed error', 'server/src/store/store.ts', `${head}try { void 0 } ${'catch'} { }\n`, /swallows/],
    ['zod away from the edge', 'server/src/match/match.ts', `${head}import { z } from 'zod'\nz.string()\n`, /zod/],
    ['a file without a head', 'server/src/domain/span.ts', 'export const one = 1\n', /opens? with a comment/],
    ['a file that is too long', 'server/src/domain/span.ts', head + 'export {}\n'.repeat(250), /251 lines/],
    ['a function that is too long', 'admin/src/page.ts', `${head}export function long(): void {\n${'  void 0\n'.repeat(50)}}\n`, /long has 52 lines/],
    ['a long test', 'server/test/a.test.ts', `${head}it('x', () => {\n${'  void 0\n'.repeat(50)}})\n`, /52 lines/],
    ['American spelling', 'server/src/domain/span.ts', `${head}// Its ${'col' + 'or'}.\nexport {}\n`, /American/],
  ])('finds %s', (_, path, text, fault) => {
    expect(faultsOf(path, text).join('\n')).toMatch(fault)
  })

  it.each([
    ['a flow that uses a door', 'server/src/ingest.ts', `${head}import { one } from './match/match.ts'\none()\n`],
    ['a verb that uses a door', 'server/src/command/search.ts', `${head}import { one } from '../search/search.ts'\none()\n`],
    ['a room that uses its own files', 'server/src/match/match.ts', `${head}import { one } from './chain.ts'\none()\n`],
    ['search over the engine port', 'server/src/search/search.ts', `${head}import { FIELDS } from '../engine/port.ts'\nvoid FIELDS\n`],
    ['http that knows a flow by its types', 'server/src/http/http.ts', `${head}import type { Ingest } from '../ingest.ts'\nexport type X = Ingest\n`],
    ['an import in a string', 'server/src/match/match.ts', `${head}export const text = "import x from '../split/split.ts'"\n`],
    ['a contract suite', 'server/test/store/contract.ts', `${head}export function contract(): void {\n  describe('x', () => {\n${'  void 0\n'.repeat(60)}})\n}\n`],
    ['a group of many tests', 'server/test/a.test.ts', `${head}describe('x', () => {\n${'  void 0\n'.repeat(60)}})\n`],
  ])('lets pass %s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })

  it('finds machine paths, notes to oneself, empty names and stray entries', () => {
    expect(faultsOfText('server/src/a.ts', `open('/${'work'}/x')`)).toHaveLength(1)
    expect(faultsOfText('server/src/a.ts', `// ${'TO' + 'DO'}: later`)).toHaveLength(1)
    expect(faultsOfText('server/src/a.test.ts', `it.${'on' + 'ly'}('x', f)`)).toHaveLength(1)
    expect(faultsOfText(`server/src/${'ut' + 'ils'}/a.ts`, '')).toHaveLength(1)
    expect(topLevelFaults(['server/a.ts', '.gitignore', 'notes.md'])).toEqual(['notes.md is not an agreed entry of the top level'])
  })

  it('finds a borrowed sentence, and leaves a list of figures alone', () => {
    const lent = 'The ferry to the far shore left late because the tide was out and nobody had told the pilot.'
    const known = new Set(sentenceRuns(lent))
    expect(firstShared('He wrote: the FERRY to the far shore left late, because of it', known)).toBe('the ferry to the far shore left late')
    expect(firstShared('The ferry left the far shore late, because the pilot had not been told of the tide', known)).toBeUndefined()
    expect([...sentenceRuns('1 2 3 4 5 6 7 8 9 10 11 12')]).toEqual([])
  })
})
