// Does the service do with a key of few rights, and does nobody have to guess what is wrong with a key? Asked of a real
// Meilisearch that lets nobody in without one.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineKeyCommand } from '../../../src/command/engine-key.ts'
import { readConfig } from '../../../src/config.ts'
import { openMeilisearch } from '../../../src/engine/meilisearch/meilisearch.ts'
import { question, WEEK } from '../records.ts'
import { noteInMemory, serving } from '../serving.ts'
import { NO_MEILISEARCH, type Running, startable, startMeilisearch } from './running.ts'

const MASTER_KEY = 'the master key of the tests'

describe.runIf(startable)('with a Meilisearch that asks for a key', () => {
  let running: Running
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  const file = join(folder, 'key')
  const told: string[] = []
  const config = () => readConfig({ MEILI_HOST: running.host, MEILI_MASTER_KEY: MASTER_KEY, MEILI_INDEX_PREFIX: 'keyed_' })
  const open = (apiKeyFile = file) => openMeilisearch({ host: running.host, apiKeyFile, prefix: 'keyed_', note: noteInMemory(), tell: (sentence) => told.push(sentence) })
  beforeAll(async () => {
    running = await startMeilisearch(MASTER_KEY)
  })
  afterAll(async () => {
    await running.stop()
    rmSync(folder, { recursive: true })
  })

  test('waits for its key, says so, and works with the one that the command makes', { timeout: 30_000 }, async () => {
    const engine = await open()
    await expect(engine.generations()).rejects.toMatchObject({ problem: { code: 'engine-away' } })
    expect((await engine.state()).trouble).toMatchObject({ code: 'missing_authorization_header' })
    expect(told.join('\n')).toMatch(/key of Meilisearch cannot be read \(ENOENT\)/)
    expect(await engineKeyCommand(file, config())).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect.poll(() => engine.generations().then(() => true, () => false), { timeout: 10_000 }).toBe(true)
    await serving(engine)
    await engine.apply(WEEK, [])
    await engine.renew()
    await serving(engine)
    await engine.apply(WEEK.slice(0, 6), ['a7'])
    expect((await engine.search(question('ferry', { facets: ['publisher'], filter: { op: 'contains', field: 'publisher', value: 'tern' } }))).total).toBe(2)
    expect((await engine.search(question('ferri'))).total).toBe(3)
    expect(await engine.state()).toMatchObject({ up: true, articles: WEEK.length - 1, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  })

  test('makes no further keys, and such that open nothing else', async () => {
    const keys = readFileSync(file, 'utf8')
    expect(await engineKeyCommand(file, config())).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(keys)
    const [key, overall] = keys.split('\n')
    const asked = (path: string, init: RequestInit = {}, by = key) => fetch(`${running.host}/${path}`, { ...init, headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' } }).then((answer) => answer.status)
    expect(await asked('indexes/keyed_meta/documents', {}, overall)).toBe(403)
    expect(await asked('keys')).toBe(403)
    expect(await asked('dumps', { method: 'POST' })).toBe(403)
    expect(await asked('indexes/of_others/search', { method: 'POST', body: '{}' })).toBe(403)
    expect(await asked('indexes', { method: 'POST', body: JSON.stringify({ uid: 'of_others' }) })).toBe(403)
  })

  test('tells that its key is refused, by the code and without the key', async () => {
    const wrong = join(folder, 'wrong')
    writeFileSync(wrong, 'a-key-that-nobody-knows')
    const engine = await open(wrong)
    await expect(engine.generations()).rejects.toMatchObject({ problem: { code: 'engine-away' } })
    const state = await engine.state()
    expect(state).toMatchObject({ up: false, trouble: { code: 'invalid_api_key' } })
    expect(JSON.stringify([state, told])).not.toContain('a-key-that-nobody-knows')
    expect(told.filter((sentence) => sentence.includes('invalid_api_key'))).toHaveLength(1)
  })

  test('says in one line what the command lacks', async () => {
    await expect(engineKeyCommand(file, readConfig({ MEILI_HOST: running.host }))).rejects.toThrow(/MEILI_MASTER_KEY/)
    expect(await engineKeyCommand(file, readConfig({ MEILI_HOST: running.host, MEILI_MASTER_KEY: 'not the master key of it' }))).toBe(1)
  })
})

test('finds a Meilisearch that can be started with a key', (ctx) => {
  ctx.skip(!startable, NO_MEILISEARCH)
})
