// Do `dedupe` and `align` take any stream of lines, tell the bad ones and answer for the rest in order?
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/batch/align.ts'
import { dedupe } from '../../src/batch/dedupe.ts'
import { type Line, type LineProblem, linesOf } from '../../src/batch/lines.ts'
import { ABRIDGED, CUT, INDEPENDENT, RESPIN, STORY } from '../match/story.ts'

const built = existsSync(fileURLToPath(new URL('../../dist/batch/crew-worker.js', import.meta.url)))
const NOT_BUILT = 'the workers run from dist, which is not built: npm run build -w server'

function outlet() {
  const written: Record<string, unknown>[] = []
  const problems: LineProblem[] = []
  return { written, problems, write: (line: string) => void written.push(JSON.parse(line) as Record<string, unknown>), problem: (one: LineProblem) => void problems.push(one) }
}

function stream(rows: readonly unknown[]): Readable {
  return Readable.from(Buffer.from(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')))
}

async function all(lines: AsyncIterable<Line>): Promise<Line[]> {
  const found: Line[] = []
  for await (const line of lines) found.push(line)
  return found
}

describe('lines', () => {
  it('are cut from chunks wherever those end, multi-byte characters too', async () => {
    const bytes = Buffer.from('\uFEFFä one\r\n\n   \nßtwo\nlast 市')
    const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte))
    const lines = await all(linesOf(Readable.from(chunks), 100))
    expect(lines.map((line) => [line.number, line.text])).toEqual([[1, 'ä one'], [4, 'ßtwo'], [5, 'last 市']])
  })

  it('that are too long are told without being held', async () => {
    const lines = await all(linesOf(Readable.from(['x'.repeat(60), 'x'.repeat(60), '\nshort\n']), 100))
    expect(lines).toEqual([{ number: 1, text: '', tooLong: true }, { number: 2, text: 'short', tooLong: false }])
  })
})

describe('dedupe', () => {
  it('puts the copies of a story together, in the order of the lines, and tells bad lines', async (ctx) => {
    ctx.skip(!built, NOT_BUILT)
    const out = outlet()
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('copydesk-')).length
    const rows = [{ id: 'cut', text: CUT }, { id: 'full', text: STORY, publishedAt: '2030-01-01' }, '{"id": 1', { id: 7, text: INDEPENDENT }, { text: 'no id' }, { id: 'again', text: STORY }, { id: 'spun', text: RESPIN }, { id: 'short', text: ABRIDGED }]
    const report = await dedupe(stream(rows), out)
    expect(report).toEqual({ lines: 8, problems: 2, clusters: 2 })
    expect(out.written).toEqual([
      { id: 'cut', cluster: 'full', principal: false, relation: 'excerpt' },
      { id: 'full', cluster: 'full', principal: true, relation: null },
      { id: 7, cluster: '7', principal: true, relation: null },
      { id: 'again', cluster: 'full', principal: false, relation: 'identical' },
      { id: 'spun', cluster: 'full', principal: false, relation: 'spun' },
      { id: 'short', cluster: 'full', principal: false, relation: 'abridged' },
    ])
    expect(out.problems.map((one) => one.line)).toEqual([3, 5])
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('copydesk-')).length).toBe(before)
  })

  it('keeps more copies of a wire story than a print may have holders in one cluster', async (ctx) => {
    ctx.skip(!built, NOT_BUILT)
    const out = outlet()
    await dedupe(stream(Array.from({ length: 130 }, (_, at) => ({ id: String(at), text: `Edition ${at} of the day brings this.\n\n${STORY}` }))), out)
    expect(new Set(out.written.map((one) => one['cluster'])).size).toBe(1)
  })
})

describe('align', () => {
  it('writes a match a pair, in order, with offsets into the texts as given', async (ctx) => {
    ctx.skip(!built, NOT_BUILT)
    const out = outlet()
    const left = `\r\n\u0065\u0301 ${CUT}`
    const rows = [...Array.from({ length: 200 }, (_, at) => ({ id: at, left: INDEPENDENT, right: `${at}` })), 'nonsense', { id: 'cut', left, right: STORY }, { id: 'none', left: 'a' }]
    const report = await align(stream(rows), out)
    expect(report).toEqual({ lines: 203, problems: 2 })
    expect(out.written.map((one) => one['id'])).toEqual([...Array.from({ length: 200 }, (_, at) => at), 'cut'])
    const match = out.written.at(-1)?.['match'] as { relation: string; passages: { left: { begin: number; end: number } }[] }
    expect(match.relation).toBe('excerpt')
    expect(left.slice(match.passages[0]?.left.begin, match.passages[0]?.left.end)).toBe(CUT.slice(0, -1))
    expect(out.problems.map((one) => one.message)).toEqual(['The line is not JSON.', 'The field "right" is missing or not a string.'])
  })
})
