// Are received bytes kept whole, once, and only within the data folder?
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { incomingSink, openBlobs } from '../../src/intake/intake.ts'
import type { SinkFile } from '../../src/intake/intake.ts'
import { scratchFolder } from './scratch.ts'

const sha = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const CAP = 1_000_000

describe('blobs', () => {
  it('keep a stream under its checksum', async () => {
    const blobs = await openBlobs(scratchFolder())
    const received = await blobs.receive(Readable.from([Buffer.from('Good '), Buffer.from('morning')]), 'a.txt', CAP)
    expect(received).toEqual({ sha256: sha('Good morning'), size: 12 })
    expect(blobs.path(received.sha256)).toMatch(new RegExp(`blobs.${sha('Good morning').slice(0, 2)}.${sha('Good morning').slice(2, 4)}.`))
    expect(readFileSync(blobs.path(received.sha256), 'utf8')).toBe('Good morning')
  })

  it('leave nothing behind of a stream that is too long or breaks', async () => {
    const folder = scratchFolder()
    const blobs = await openBlobs(folder)
    const broken = (async function* () { yield Buffer.from('x'); throw new Error('connection lost') })()
    await expect(blobs.receive(broken, 'a.txt', CAP)).rejects.toThrow('connection lost')
    await expect(blobs.receive(Readable.from([Buffer.alloc(20)]), 'a.txt', 10)).rejects.toMatchObject({ problem: { code: 'file-too-large' } })
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  it('adopt files that lie on the disk already, the same bytes once', async () => {
    const folder = scratchFolder()
    const blobs = await openBlobs(folder)
    const paths = ['one', 'two', 'one'].map((text, at) => {
      const path = join(folder, `spooled-${at}`)
      writeFileSync(path, text)
      return path
    })
    const received = await blobs.adopt(paths)
    expect(received.map((one) => one.sha256)).toEqual([sha('one'), sha('two'), sha('one')])
    expect(readFileSync(blobs.path(sha('two')), 'utf8')).toBe('two')
    expect(readdirSync(folder).filter((name) => name.startsWith('spooled'))).toEqual([])
  })

  it('never adopt what a link points at', async () => {
    const folder = scratchFolder()
    const blobs = await openBlobs(folder)
    const link = join(folder, 'link')
    symlinkSync('/etc/hostname', link)
    await expect(blobs.adopt([link])).rejects.toThrow()
  })

  it('that nobody holds are swept, young ones are not', async () => {
    const blobs = await openBlobs(scratchFolder())
    for (const text of ['held', 'loose']) await blobs.receive(Readable.from([Buffer.from(text)]), 'a.txt', CAP)
    const held = async (sha256: string) => sha256 === sha('held')
    expect(await blobs.sweep(held, new Date(Date.now() - 60_000))).toBe(0)
    expect(await blobs.sweep(held, new Date(Date.now() + 60_000))).toBe(1)
    expect(readFileSync(blobs.path(sha('held')), 'utf8')).toBe('held')
  })
})

describe('the sink of an upload', () => {
  const handled = (sink: ReturnType<typeof incomingSink>, originalname: string, stream: Readable): Promise<SinkFile | undefined> =>
    new Promise((resolve, reject) => {
      sink._handleFile(undefined, { originalname, stream }, (error, file) => { if (error) reject(error); else resolve(file) })
    })

  it('keeps a file under its checksum and cleans its name', async () => {
    const blobs = await openBlobs(scratchFolder())
    const file = await handled(incomingSink(blobs, CAP), '../x\r\n.txt', Readable.from([Buffer.from('text')]))
    expect(file).toEqual({ name: 'x.txt', size: 4, sha256: sha('text') })
    expect(readFileSync(blobs.path(sha('text')), 'utf8')).toBe('text')
  })

  it('refuses a file above the cap by itself and reads past the rest of it', async () => {
    const folder = scratchFolder()
    const stream = Readable.from(Array.from({ length: 50 }, () => Buffer.alloc(1000)))
    const ended = new Promise((resolve) => stream.once('close', resolve))
    const file = await handled(incomingSink(await openBlobs(folder), 2500), 'big.txt', stream)
    expect(file).toMatchObject({ name: 'big.txt', problem: { code: 'file-too-large', detail: '“big.txt” is larger than 2,500 bytes, the limit for one file.' } })
    await ended
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })
})
