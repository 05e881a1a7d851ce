// Do the bombs and traps that others collected end as reports?
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_SHARED, sharedPath } from '../shared.ts'
import { fileAt, hostilePool, SECONDS } from './reading.ts'

const folder = sharedPath('hostile')
const read = hostilePool(folder === undefined ? [] : [folder])

/** What may become of each; a bomb may meet one limit or another. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  'bomb.docx': ['archive-expands-too-much'],
  'bomb1.pdf': ['file-too-large', 'parser-memory', 'parser-time'],
  'bomb2.pdf': ['parser-memory', 'parser-time'],
  'deep.docx': ['damaged', 'parser-crash'],
  'lie.zip': ['done'],
  'lol.docx': ['damaged'],
  'many.zip': ['done'],
  'ok.pdf': ['done'],
  'overlap.zip': ['archive-overlap'],
  'slip.zip': ['done'],
  'xxe.docx': ['damaged'],
}

describe('a hostile file', () => {
  it.for(Object.keys(ENDS))('%s ends as a report, and the parent stays awake', { timeout: 120_000 }, async (name, context) => {
    if (folder === undefined) return context.skip(NO_SHARED)
    const report = await read(fileAt(join(folder, name)))
    expect(ENDS[name]).toContain(report.end)
    expect(report.seconds).toBeLessThan(SECONDS * 3)
    expect(report.lag).toBeLessThan(500)
    expect(report.detail).not.toContain('root:')
    if (name === 'many.zip') expect(report.members).toBe(10_000)
  })

  it('slip.zip gives its three honest members and a reason for each of the others', async (context) => {
    if (folder === undefined) return context.skip(NO_SHARED)
    const report = await read(fileAt(join(folder, 'slip.zip')))
    expect([report.members, report.refused]).toEqual([3, ['unsafe-name']])
  })

  it('each of the folder is known to this test', (context) => {
    if (folder === undefined) return context.skip(NO_SHARED)
    expect(readdirSync(folder).filter((name) => !(name in ENDS))).toEqual([])
  })
})
