// Does an archive give its good members, and a reason for each bad one?
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../src/domain/problem.ts'
import { members } from '../../src/intake/intake.ts'
import { makeZip } from './make-zip.ts'
import type { ZipMember } from './make-zip.ts'
import { all, LIMITS, received, scratchFolder } from './scratch.ts'

const folder = scratchFolder()

async function unpacked(entries: readonly ZipMember[], limits = LIMITS, depth = 0): Promise<string[]> {
  const spool = scratchFolder()
  const events = await all(members(received(folder, 'pack.zip', makeZip(entries), depth), limits, spool))
  const good = events.filter((event) => event.kind === 'member')
  expect(readdirSync(spool)).toHaveLength(good.length)
  return events.map((event) => (event.kind === 'member' ? `${event.name} = ${readFileSync(event.path, 'utf8').slice(0, 20)}` : `${event.name}: ${event.problem.code}`))
}

async function refusal(entries: readonly ZipMember[], limits = LIMITS, depth = 0): Promise<string> {
  const error: unknown = await unpacked(entries, limits, depth).catch((thrown: unknown) => thrown)
  return error instanceof ProblemError ? `${error.problem.code}: ${error.problem.detail}` : 'nothing refused'
}

describe('members of an archive', () => {
  it('come out with their names and bytes, folders and file managers’ litter left out', async () => {
    const entries = [{ name: 'a/', data: '' }, { name: 'a/één.txt', data: 'One' }, { name: '__MACOSX/a/één.txt', data: 'x' }, { name: 'two.txt', data: 'Two', method: 0 }]
    expect(await unpacked(entries)).toEqual(['a/één.txt = One', 'two.txt = Two'])
  })

  it('that are unsafe are refused one by one, the others go through', async () => {
    const entries = [
      { name: '../../evil.txt', data: 'x' },
      { name: '/abs.txt', data: 'x' },
      { name: 'C:\\x.txt', data: 'x' },
      { name: 'link', data: '/etc/passwd', attributes: 0o120_777 * 0x1_0000 },
      { name: 'locked.txt', data: 'x', flags: 1 },
      { name: 'strange.txt', data: 'x', method: 97 },
      { name: 'bomb.txt', data: 'x'.repeat(5_000_000) },
      { name: 'good.txt', data: 'Good' },
    ]
    expect(await unpacked(entries)).toEqual([
      'evil.txt: unsafe-name', 'abs.txt: unsafe-name', 'x.txt: unsafe-name', 'link: unsafe-name',
      'locked.txt: encrypted', 'strange.txt: damaged', 'bomb.txt: archive-expands-too-much', 'good.txt = Good',
    ])
  })

  it('that hold more than they declare are stopped there', async () => {
    expect(await unpacked([{ name: 'lie.txt', data: 'x'.repeat(90_000), declared: 100 }, { name: 'b.txt', data: 'B' }]))
      .toEqual(['lie.txt: archive-expands-too-much', 'b.txt = B'])
  })

  it('whose bytes are damaged are told from those that are whole', async () => {
    const spool = scratchFolder()
    const zip = makeZip([{ name: 'a.txt', data: randomBytes(5000).toString('hex'), method: 0 }, { name: 'b.txt', data: 'B' }])
    zip[100] = (zip[100] ?? 0) ^ 1
    const events = await all(members(received(folder, 'pack.zip', zip), LIMITS, spool))
    expect(events.map((event) => event.kind)).toEqual(['member-refused', 'member'])
  })

  it('above the limits refuse the archive, and the limit is named', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.txt`, data: 'x'.repeat(1000) }))
    expect(await refusal(many, { ...LIMITS, members: 10 })).toBe('archive-too-many-members: “pack.zip” has more than 10 members, the limit for one archive.')
    expect(await refusal(many, { ...LIMITS, unpackedBytes: 5000 })).toBe('archive-too-large: “pack.zip” unpacks to 12,000 bytes; the limit is 5,000.')
    expect(await refusal(many, LIMITS, 2)).toBe('archive-too-deep: “pack.zip” stands in 2 other archives; the limit of nesting is 2.')
  })

  it('never land outside the spool folder', async () => {
    const outside = `escaped-${randomBytes(4).toString('hex')}.txt`
    await unpacked([{ name: `../${outside}`, data: 'x' }, { name: `a/../../${outside}`, data: 'x' }])
    expect(existsSync(`${folder}/../${outside}`)).toBe(false)
  })
})
