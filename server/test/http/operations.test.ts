// Can an operator see how the service is, and do answers, logs and pages give nothing away?
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../src/store/store.ts'
import { MASTER_KEY, openHouse, type TestHouse } from './house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the state of the service', () => {
  it('is alive and ready, with store, engine and what waits', async () => {
    await request(house.app).get('/health').expect(200, { status: 'available', version: '0.0.0' })
    const answer = await request(house.app).get('/ready').expect(200)
    expect(answer.body).toMatchObject({ store: { up: true, kind: 'sqlite' }, engine: { up: true, kind: 'embedded' }, pending: 0 })
  })

  it('is looked at without a write, which would void every sum that is kept', async () => {
    const archive = new Database(join(house.parts.bytes.scratch, '..', DATABASE_FILE), { readonly: true })
    const look = () => Promise.all(['/ready', '/api/system', '/api/stats'].map((path) => house.as('admin').get(path).expect(200)))
    // A first use of the key is noted.
    await look()
    const before = archive.pragma('data_version', { simple: true })
    await look()
    expect(archive.pragma('data_version', { simple: true })).toBe(before)
    archive.close()
  })

  it('is told whatever the asker says of itself', async () => {
    for (const path of ['/health', '/ready', '/metrics']) await request(house.app).get(path).set('Authorization', 'Basic eDp5').expect(200)
  })

  it('is not ready when it stops, and takes no changes then', async () => {
    const stopping = await openHouse()
    stopping.parts.life.stop()
    expect((await request(stopping.app).get('/ready')).body).toMatchObject({ status: 503, code: 'stopping', pending: 0 })
    expect((await stopping.as('admin').post('/api/keys').send({ name: 'x', role: 'reader' })).body).toMatchObject({ status: 503, code: 'stopping' })
    await stopping.as('reader').get('/api/articles').expect(200)
    await stopping.close()
  })

  it('is told in figures, by the templates of routes and never by ids', async () => {
    await house.as('reader').get('/api/articles/4711').expect(404)
    await house.as('reader').get('/api/search?q=4712').expect(200)
    const { text, headers } = await request(house.app).get('/metrics').expect(200)
    expect(headers['content-type']).toMatch(/^text\/plain/)
    for (const name of ['http_request_duration_seconds_bucket{', 'documents{status="queued"} 0', 'articles{kind="articles"}', 'index_rows{state="dirty"} 0', 'engine_up{engine="embedded"} 1', 'search_duration_seconds_count{outcome="answered"}']) {
      expect(text).toContain(`copydesk_${name}`)
    }
    expect(text).toContain('route="/api/articles/:id"')
    expect(text).not.toMatch(/articles\/471[12]/)
  })
})

describe('an answer that is no', () => {
  it.each([
    ['an unknown call', (agent: request.Agent) => agent.get('/api/nothing'), 404, 'not-found'],
    ['a method that is not there', (agent: request.Agent) => agent.put('/api/articles/1'), 404, 'not-found'],
    ['broken JSON', (agent: request.Agent) => agent.post('/api/compare').set('Content-Type', 'application/json').send('{"left"'), 400, 'invalid-request'],
    ['another type', (agent: request.Agent) => agent.post('/api/compare').set('Content-Type', 'text/plain').send('left'), 400, 'invalid-request'],
    ['an unknown encoding', (agent: request.Agent) => agent.post('/api/compare').set('Content-Type', 'application/json').set('Content-Encoding', 'rot13').send('{}'), 400, 'invalid-request'],
    ['too much JSON', (agent: request.Agent) => agent.post('/api/decisions').send({ kind: 'x'.repeat(1_100_000) }), 413, 'body-too-large'],
    ['an unknown filter', (agent: request.Agent) => agent.get('/api/articles?author=x'), 400, 'unknown-filter'],
    ['a filter where there is none', (agent: request.Agent) => agent.get('/api/articles/1?fields=x'), 400, 'unknown-filter'],
    ['an unknown sort', (agent: request.Agent) => agent.get('/api/articles?sort=body'), 400, 'invalid-request'],
    ['a broken percent sign', (agent: request.Agent) => agent.get('/api/articles/%E0%A4%A'), 404, 'not-found'],
  ])('to %s is a problem with an id to ask for', async (_what, send, status, code) => {
    const answer = await send(house.as('admin'))
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({ type: `urn:copydesk:problem:${code}`, title: expect.any(String), status, detail: expect.any(String), code, requestId: answer.headers['x-request-id'] })
  })

  it('says nothing of our insides when something breaks, and tells the log', async () => {
    const broken = await openHouse()
    const fall = () => Promise.reject(new Error('SELECT * FROM secret at /srv/app/store.ts:12'))
    Object.defineProperty(broken.parts.store.clusters, 'list', { value: fall })
    const answer = await broken.as('reader').get('/api/clusters').set('X-Request-Id', 'trace-17')
    expect(answer.body).toMatchObject({ status: 500, code: 'internal', requestId: 'trace-17' })
    expect(answer.text).not.toMatch(/SELECT|secret|\.ts|at /)
    expect(broken.logged.join('')).toMatch(/trace-17[\s\S]*SELECT/)
    await broken.close()
  })
})

it('logs no key, no cookie, no question', async () => {
  await request(house.app).get('/api/search?q=canary-question').set('Authorization', `Bearer ${MASTER_KEY}`).set('Cookie', 'copydesk=canary-cookie-canary-cookie').expect(200)
  await request(house.app).post('/api/session').send({ email: 'x@example.org', password: 'canary-password' }).expect(401)
  await request(house.app).get('/health').set('X-Request-Id', 'two\tlines').expect(200)
  const log = house.logged.join('')
  expect(log).toContain('/api/search')
  expect(log).not.toMatch(/canary|master-key|Bearer/)
})

describe('the pages', () => {
  it('run nothing inline and may not be framed', async () => {
    const { headers } = await request(house.app).get('/api/openapi.json').expect(200)
    expect(headers['content-security-policy']).toMatch(/default-src 'none';script-src 'self';style-src 'self';/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('say so where they are not built', async () => {
    for (const path of ['/', '/admin']) expect((await request(house.app).get(path).expect(200)).text).toContain('not built')
  })

  it('are served with their start page for every address of theirs, and hashed files for ever', async () => {
    const folder = join(house.dataDir, 'pages')
    await mkdir(join(folder, 'assets'), { recursive: true })
    await writeFile(join(folder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">')
    await writeFile(join(folder, 'assets', 'app-BxY12_9z.js'), 'void 0')
    const built = await openHouse({ panel: folder, searchPage: folder })
    const page = await request(built.app).get('/admin/clusters/17').expect(200)
    const nonce = /content="([^"]+)"/.exec(page.text)?.[1]
    expect(page.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect((await request(built.app).get('/admin/clusters/17')).text).not.toBe(page.text)
    const asset = await request(built.app).get('/admin/assets/app-BxY12_9z.js').expect(200)
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    await request(built.app).get('/admin/assets/gone-BxY12_9z.js').expect(404)
    await request(built.app).get('/..%2f..%2fetc/passwd').expect(404)
    await request(built.app).get('/api/nothing').expect(404)
    await built.close()
  })

  it('show the API from disk', async () => {
    const page = await request(house.app).get('/docs/').expect(200)
    for (const [, path] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await request(house.app).get(path ?? '').expect(200)
    expect(page.text).not.toMatch(/https?:/)
    await request(house.app).get('/docs').expect(200)
  })
})
