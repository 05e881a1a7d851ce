// Does the server bear senders who are slow, greedy or gone, and does it stop without dropping anybody?
import { readdir } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/http/http.ts'
import { MASTER_KEY, openHouse, type TestHouse } from './house.ts'
import { chunk, chunkedUpload, FORM_HEAD, line } from './raw.ts'

const LIMIT = 1_000_000
let house: TestHouse
let server: RunningServer
/** The server's end of the line that asked last: the buffers between the two ends hold tens of megabytes. */
let lastLine: Socket | undefined
beforeAll(async () => {
  ;({ house, server } = await begin())
})
afterAll(() => end(house, server))

async function begin(slowSeconds = 30): Promise<{ readonly house: TestHouse; readonly server: RunningServer }> {
  const begun = await openHouse({ fileBytes: 500_000, requestBytes: LIMIT, slowSeconds })
  const app: RequestListener = (request, response) => {
    lastLine = request.socket
    begun.app(request, response)
  }
  return { house: begun, server: await startServer(app, { host: '127.0.0.1', port: 0 }, begun.parts.life) }
}

async function end(begun: TestHouse, running: RunningServer): Promise<void> {
  await running.stop(0)
  await begun.close()
}

/** Sends pieces of 64 KiB until the line is cut or so many bytes are out; how many the server read. */
async function pour(sender: ReturnType<typeof line>, bytes: number): Promise<number> {
  const piece = chunk('x'.repeat(65_536))
  for (let sent = 0; sent < bytes && !sender.socket.destroyed; sent += piece.length) {
    if (!sender.socket.write(piece)) await Promise.race([sender.closed, new Promise((resolve) => sender.socket.once('drain', resolve))])
  }
  await sender.closed
  return lastLine?.bytesRead ?? 0
}

function leftOnDisk(): Promise<readonly string[]> {
  return readdir(join(house.dataDir, 'incoming'))
}

describe('too large an upload', () => {
  it('is refused by its announced length before its bytes come', async () => {
    const sender = line(server.url)
    sender.socket.write(chunkedUpload(MASTER_KEY).replace('Transfer-Encoding: chunked', `Content-Length: ${LIMIT * 10_000}`))
    expect(await sender.until('request.')).toMatch(/^HTTP\/1\.1 413 [\s\S]*1,000,000 bytes/)
    const taken = await pour(sender, LIMIT * 100)
    expect(taken).toBeLessThan(LIMIT)
    expect(await leftOnDisk()).toEqual([])
  })

  it('is refused once it grows too large where no length was announced', async () => {
    const sender = line(server.url)
    sender.socket.write(chunkedUpload(MASTER_KEY) + chunk(FORM_HEAD))
    const [taken] = await Promise.all([pour(sender, LIMIT * 100), sender.until('request.')])
    expect(sender.text()).toMatch(/^HTTP\/1\.1 413 /)
    expect(taken).toBeLessThan(LIMIT * 2)
    await expect.poll(leftOnDisk).toEqual([])
  })

  it('is not read on after its form turned out broken', async () => {
    const sender = line(server.url)
    sender.socket.write(chunkedUpload(MASTER_KEY) + chunk('--b\r\nnonsense\r\n\r\n'))
    expect(await pour(sender, LIMIT * 100)).toBeLessThan(LIMIT * 2)
  })
})

describe('too slow an upload', () => {
  it('is ended, while a steady one goes through', { timeout: 60_000 }, async () => {
    const { house: other, server } = await begin(2)
    const [slow, steady] = [line(server.url), line(server.url)]
    for (const sender of [slow, steady]) sender.socket.write(chunkedUpload(MASTER_KEY) + chunk(FORM_HEAD))
    for (let second = 0; second < 5; second++) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      slow.socket.write(chunk('x'))
      steady.socket.write(chunk('x'.repeat(4_000)))
    }
    steady.socket.write(chunk('\r\n--b--\r\n') + '0\r\n\r\n')
    expect(await slow.until('for 2 seconds')).toMatch(/^HTTP\/1\.1 408 /)
    expect(await steady.until('x.txt')).toMatch(/^HTTP\/1\.1 202 /)
    await slow.closed
    await expect.poll(() => readdir(join(other.dataDir, 'incoming'))).toEqual([])
    await end(other, server)
  })
})

describe('very many files', () => {
  it('are written a few at a time, and all of them', async () => {
    const { sink } = house.parts.bytes
    let [open, most] = [0, 0]
    const write = sink._handleFile.bind(sink)
    sink._handleFile = (request, file, done) => {
      most = Math.max(most, ++open)
      write(request, file, (error, stored) => {
        open--
        done(error, stored)
      })
    }
    const form = Array.from({ length: 400 }, (_, at) => `${FORM_HEAD.replace('x.txt', `${at}.txt`)}file ${at}\r\n`).join('')
    const { body } = await house.as('contributor').post('/api/documents').set('Content-Type', 'multipart/form-data; boundary=b').send(`${form}--b--\r\n`).expect(202)
    expect(body.documents).toHaveLength(400)
    expect(body.documents[399]).toMatchObject({ name: '399.txt', size: 8 })
    expect(most).toBeLessThanOrEqual(16)
  })
})

describe('a sender who hangs up', () => {
  it('leaves nothing behind, and the server lives', async () => {
    for (let time = 0; time < 30; time++) {
      const sender = line(server.url)
      sender.socket.write(chunkedUpload(MASTER_KEY) + chunk(FORM_HEAD) + chunk('half a f'), () => sender.socket.destroy())
      await sender.closed
    }
    await expect.poll(leftOnDisk).toEqual([])
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect(house.logged.filter((entry) => entry.includes('"level":50'))).toEqual([])
  })
})

describe('a stop', () => {
  it('refuses readiness, finishes what is in hand, takes nothing new and ends the streams', async () => {
    const { house: other, server } = await begin()
    const stream = line(server.url)
    stream.socket.write(`GET /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${MASTER_KEY}\r\n\r\n`)
    await stream.until('hello')
    const slow = line(server.url)
    slow.socket.write(chunkedUpload(MASTER_KEY) + chunk(FORM_HEAD))
    const idle = line(server.url)
    idle.socket.write('GET /ready HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(await idle.until('pending')).toMatch(/^HTTP\/1\.1 200 /)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = server.stop(5_000)
    await stream.closed
    await idle.closed
    await expect(fetch(server.url)).rejects.toThrow()
    slow.socket.write(chunk('the end\r\n--b--\r\n') + '0\r\n\r\n')
    expect(await slow.until('x.txt')).toMatch(/^HTTP\/1\.1 202 /)
    await stopped
    await other.close()
  })

  it('does not wait for ever', async () => {
    const { house: other, server } = await begin()
    const slow = line(server.url)
    slow.socket.write(chunkedUpload(MASTER_KEY) + chunk(FORM_HEAD))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const begun = performance.now()
    await server.stop(300)
    expect(performance.now() - begun).toBeLessThan(3_000)
    await other.close()
  })
})

it('cuts off who sends no whole head', { timeout: 40_000 }, async () => {
  const sender = line(server.url)
  sender.socket.write('GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  const begun = performance.now()
  await sender.closed
  expect(performance.now() - begun).toBeLessThan(25_000)
  expect(sender.text()).toMatch(/^HTTP\/1\.1 408 /)
})
