// May everybody do what the table says, and nothing else? Every route by every role, from the router itself.
import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../src/domain/role.ts'
import { templateOf } from '../../src/http/openapi.ts'
import type { Needed } from '../../src/http/route.ts'
import { ROUTES } from '../../src/http/routes.ts'
import { addUser, cookieOf, MASTER_KEY, openHouse, type TestHouse } from './house.ts'

let closed: TestHouse
let open: TestHouse
beforeAll(async () => {
  ;[closed, open] = [await openHouse(), await openHouse({ publicSearch: true })]
})
afterAll(async () => {
  await closed.close()
  await open.close()
})

/** What the contract gives each role; written down a second time, on purpose. */
const EXPECTED: Readonly<Record<Needed, string>> = {
  unasked: 'health metrics ready',
  anyone: 'openSearch savedSearches.feed session.begin session.byLink session.end session.get',
  searcher: 'articles.byId articles.get articles.matches clusters.family clusters.get clusters.stack compare evidence.get evidence.report meilisearch.facets meilisearch.multiSearch meilisearch.search meilisearch.searchByGet meilisearch.stats search search.export',
  reader: 'articles.list check clusters.list clusters.queue clusters.report clusters.suggestions decisions.dependants decisions.get decisions.list documents.get documents.list documents.original events exclusions.list savedSearches.add savedSearches.delete savedSearches.list savedSearches.rename stats uploads.files uploads.get uploads.list uploads.report',
  contributor: 'documents.cancel documents.reading documents.retry documents.upload furnitureRules.list splitRules.list system tasks.get tasks.list',
  curator: 'articles.delete articles.edit articles.restore batches.withdraw clusters.carryOver decisions.batch decisions.make decisions.restore decisions.withdraw documents.correct documents.delete furnitureRules.add furnitureRules.delete splitRules.add splitRules.delete tasks.add tasks.cancel tasks.retry tasks.undo uploads.remove uploads.restore',
  admin: 'audit.list keys.add keys.delete keys.list rematch rematch.thresholds system.reindex users.add users.delete users.edit users.get users.link users.list',
}

/** Nobody is in, and what is in is not there: the answer tells whether the door opened. */
function knock(house: TestHouse, route: (typeof ROUTES)[number], who: Role | 'nobody') {
  const agent = who === 'nobody' ? request.agent(house.app) : house.as(who)
  return agent[route.method](`${route.path.replace(':id', '424242')}${route.id === 'events' ? '?upload=none' : ''}`)
}

function mayEnter(needs: Needed, who: Role | 'nobody', publicSearch: boolean): boolean {
  if (needs === 'unasked' || needs === 'anyone' || (needs === 'searcher' && publicSearch)) return true
  if (who === 'nobody') return false
  return ROLES.indexOf(who) >= ROLES.indexOf(needs === 'searcher' ? 'reader' : needs)
}

describe('the table of rights', () => {
  it('is the one that the contract asks for', () => {
    for (const [needs, ids] of Object.entries(EXPECTED)) {
      expect(ROUTES.filter((route) => route.needs === needs).map((route) => route.id).sort().join(' ')).toBe(ids)
    }
  })

  it('has every route of the router, and no others', async () => {
    const { body } = await request(closed.app).get('/api/openapi.json').expect(200)
    const described = Object.entries(body.paths as object).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method} ${path}`))
    const table = ROUTES.map((route) => `${route.method} ${templateOf(route.path)}`)
    expect(described.sort()).toEqual([...table].sort())
    const outside = ['get /api/openapi.json']
    expect(routesOf(closed.app).filter((route) => !outside.includes(route)).sort()).toEqual([...table].sort())
    expect(new Set(ROUTES.map((route) => route.id)).size).toBe(ROUTES.length)
  })

  for (const route of ROUTES) {
    it.each(['nobody', ...ROLES] as const)(`holds for ${route.method} ${route.path} and %s`, async (who) => {
      for (const [house, publicSearch] of [[closed, false], [open, true]] as const) {
        const { status, body } = await knock(house, route, who)
        // A session may be asked for by anyone; without one the answer itself is 401.
        const refused = status === 403 || (status === 401 && !['session.get', 'session.byLink'].includes(route.id))
        expect({ entered: !refused, code: refused ? body.code : undefined }).toEqual(
          mayEnter(route.needs, who, publicSearch)
            ? { entered: true, code: undefined }
            : { entered: false, code: refusal(route.id, who) },
        )
        expect(status).toBeLessThan(500)
      }
    })
  }
})

/** Everything that the router itself answers below its first level. */
function routesOf(app: Express): string[] {
  const { stack } = app.router as unknown as { stack: { route?: { path: string; methods: Record<string, boolean> } }[] }
  return stack.flatMap(({ route }) => (route === undefined ? [] : Object.keys(route.methods).map((method) => `${method} ${templateOf(route.path)}`)))
}

describe('a key', () => {
  it('is shown once, works, and works no more when it is withdrawn or has expired', async () => {
    const admin = closed.as('admin')
    const expiresAt = new Date(Date.now() + 3600_000).toISOString()
    const { body: made } = await admin.post('/api/keys').send({ name: 'wire', role: 'reader', expiresAt }).expect(201)
    const asked = () => request(closed.app).get('/api/session').set('Authorization', `Bearer ${made.key}`)
    expect((await asked().expect(200)).body).toMatchObject({ actor: { kind: 'key', name: 'wire', role: 'reader' }, may: expect.arrayContaining(['search']) })
    const list = await admin.get('/api/keys').expect(200)
    expect(JSON.stringify(list.body)).not.toContain(made.key)
    expect(list.body.data.find((key: { id: string }) => key.id === made.id)).toMatchObject({ prefix: made.key.slice(0, made.prefix.length) })
    closed.pass(3601_000)
    await asked().expect(401)
    closed.pass(-3601_000)
    await admin.delete(`/api/keys/${made.id}`).expect(204)
    await asked().expect(401)
    await admin.delete(`/api/keys/${made.id}`).expect(404)
  })

  it('of the operator is an administrator; nearly the same is nobody, even with a good cookie', async () => {
    await request(closed.app).get('/api/users').set('Authorization', `Bearer ${MASTER_KEY}`).expect(200)
    await request(closed.app).get('/api/users').set('Authorization', `Bearer ${MASTER_KEY}x`).expect(401)
    await addUser(closed, 'eve@example.org', 'admin')
    const cookie = await cookieOf(closed, 'eve@example.org')
    await request(closed.app).get('/api/users').set('Cookie', cookie).expect(200)
    await request(closed.app).get('/api/users').set('Cookie', cookie).set('Authorization', 'Bearer nonsense').expect(401)
    await request(closed.app).get('/api/users').set('Cookie', cookie).set('Authorization', 'Basic eDp5').expect(401)
  })

  it.each([[{ name: 'x', role: 'king' }], [{ role: 'admin' }], [{ name: 'x', role: 'admin', expiresAt: '2001-01-01' }], [{ name: 'x', role: 'admin', id: '1' }]])(
    'is not made from %j', async (body) => {
      expect((await closed.as('admin').post('/api/keys').send(body)).status).toBe(400)
    },
  )
})

describe('users', () => {
  it('are added, changed and removed; never the last administrator; every change is in the log', async () => {
    const admin = open.as('admin')
    const { body: first } = await admin.post('/api/users').send({ email: 'Ada@Example.org', role: 'admin', password: 'a very long password' }).expect(201)
    expect(first).toMatchObject({ email: 'ada@example.org', role: 'admin' })
    expect(JSON.stringify(first)).not.toMatch(/scrypt|password/i)
    await admin.post('/api/users').send({ email: 'ada@example.org', role: 'reader', password: 'a very long password' }).expect(409)
    await admin.post('/api/users').send({ email: 'bob@example.org', role: 'reader', password: 'short' }).expect(400)
    await admin.patch(`/api/users/${first.id}`).send({ role: 'reader' }).expect(409)
    await admin.delete(`/api/users/${first.id}`).expect(409)
    const { body: second } = await admin.post('/api/users').send({ email: 'bob@example.org', name: 'Bob', role: 'reader' }).expect(201)
    await admin.patch(`/api/users/${second.id}`).send({ role: 'admin' }).expect(200)
    await admin.delete(`/api/users/${first.id}`).expect(204)
    const log = await admin.get('/api/audit').query({ perPage: 100 }).expect(200)
    const actions = log.body.data.map((entry: { action: string }) => entry.action)
    expect(actions.filter((action: string) => action.startsWith('user.')).length).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(log.body)).not.toContain('a very long password')
  })
})

/** Meilisearch's clients are told in its own words. */
function refusal(id: string, who: string): string {
  const [stranger, colleague] = id.startsWith('meilisearch.') ? ['missing_authorization_header', 'invalid_api_key'] : ['not-signed-in', 'not-allowed']
  return who === 'nobody' ? stranger : colleague
}
