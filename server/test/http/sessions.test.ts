// Can only the right people come in, and does a cookie do nothing that its owner did not want?
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SessionAnswer } from '../../src/http/contract/people.ts'
import { addUser, cookieOf, openHouse, PASSWORD, type TestHouse } from './house.ts'

let house: TestHouse
let userId: string
beforeAll(async () => {
  house = await openHouse()
  userId = await addUser(house, 'runa@example.org', 'curator')
  await addUser(house, 'root@example.org', 'admin')
})
afterAll(() => house.close())

const ORIGIN = 'http://news.example:3000'

function withCookie(cookie: string) {
  return request.agent(house.app).set('Cookie', cookie).set('Host', 'news.example:3000')
}

describe('a session', () => {
  it('begins with a password and a cookie that scripts cannot read', async () => {
    const answer = await request(house.app).post('/api/session').send({ email: 'Runa@example.org ', password: PASSWORD }).expect(200)
    expect(SessionAnswer.parse(answer.body)).toMatchObject({ actor: { kind: 'user', id: userId, role: 'curator' } })
    expect(answer.body.may).toContain('decisions.make')
    expect(answer.body.may).not.toContain('users.list')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^copydesk=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
  })

  it('has a locked cookie where people come by https', async () => {
    const secure = await openHouse({ publicUrl: 'https://news.example' })
    await addUser(secure, 'runa@example.org', 'reader')
    const answer = await request(secure.app).post('/api/session').send({ email: 'runa@example.org', password: PASSWORD }).expect(200)
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-copydesk=.*; HttpOnly; Secure; SameSite=Strict$/)
    expect(answer.headers['strict-transport-security']).toBeDefined()
    await secure.close()
  })

  it('ends when its owner signs out, for good', async () => {
    const cookie = await cookieOf(house, 'runa@example.org')
    await withCookie(cookie).get('/api/session').expect(200)
    await withCookie(cookie).delete('/api/session').set('Origin', ORIGIN).expect(204)
    await withCookie(cookie).get('/api/session').expect(401)
  })

  it('ends when the role changes', async () => {
    const id = await addUser(house, 'ole@example.org', 'curator')
    const cookie = await cookieOf(house, 'ole@example.org')
    await house.as('admin').patch(`/api/users/${id}`).send({ role: 'reader' }).expect(200)
    await withCookie(cookie).get('/api/session').expect(401)
  })

  it('ends when it is idle too long, and in any case after a week', async () => {
    const hour = 3600_000
    const cookie = await cookieOf(house, 'runa@example.org')
    for (let days = 0; days < 6; days++) {
      for (const pause of [11, 11, 2]) {
        house.pass(pause * hour)
        await withCookie(cookie).get('/api/session').expect(200)
      }
    }
    house.pass(11 * hour)
    await withCookie(cookie).get('/api/session').expect(200)
    house.pass(11 * hour)
    await withCookie(cookie).get('/api/session').expect(200)
    house.pass(3 * hour)
    await withCookie(cookie).get('/api/session').expect(401)
    const idle = await cookieOf(house, 'runa@example.org')
    house.pass(13 * hour)
    await withCookie(idle).get('/api/session').expect(401)
  })
})

describe('guessing', () => {
  it('is told nothing of who exists, and is stopped alike', async () => {
    const seen = new Map<string, unknown[]>()
    for (const email of ['root@example.org', 'nobody@example.org']) {
      const answers: unknown[] = []
      for (let guess = 0; guess < 12; guess++) {
        const { status, body } = await request(house.app).post('/api/session').send({ email, password: 'a wrong password' })
        answers.push([status, body.code, body.detail])
      }
      seen.set(email, answers)
    }
    expect(seen.get('root@example.org')).toEqual(seen.get('nobody@example.org'))
    expect(seen.get('root@example.org')?.slice(9, 11)).toEqual([[401, 'wrong-credentials', expect.anything()], [429, 'too-many-attempts', expect.anything()]])
    const right = await request(house.app).post('/api/session').send({ email: 'root@example.org', password: PASSWORD })
    expect(right.status).toBe(429)
    house.pass(11 * 60_000)
    await request(house.app).post('/api/session').send({ email: 'root@example.org', password: PASSWORD }).expect(200)
  })

  it('is stopped by address as well, whatever the sender says of itself', async () => {
    house.pass(11 * 60_000)
    const statuses: number[] = []
    for (let guess = 0; guess < 52; guess++) {
      const answer = await request(house.app).post('/api/session').set('X-Forwarded-For', `10.0.0.${guess}`).send({ email: `u${guess}@example.org`, password: 'a wrong password' })
      statuses.push(answer.status)
    }
    expect(statuses.slice(0, 50).every((status) => status === 401)).toBe(true)
    expect(statuses.slice(50)).toEqual([429, 429])
    house.pass(11 * 60_000)
  })
})

describe('a change by cookie', () => {
  it.each([
    ['with our own Origin', { Origin: ORIGIN }, 404],
    ['from the very page, by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin' }, 404],
    ['with no Origin', {}, 403],
    ['from another site', { Origin: 'http://evil.example' }, 403],
    ['from another port', { Origin: 'http://news.example:3001' }, 403],
    ['from a sandbox', { Origin: 'null' }, 403],
    ['from a sister site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['with another Origin and a fitting Sec-Fetch-Site', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' }, 403],
  ])('%s is answered %j', async (_what, headers, status) => {
    const cookie = await cookieOf(house, 'runa@example.org')
    const answer = await withCookie(cookie).delete('/api/articles/4242').set(headers)
    expect(answer.status).toBe(status)
    const form = await withCookie(cookie).post('/api/documents').set(headers).field('publisher', 'x')
    expect(form.status).toBe(status === 403 ? 403 : 400)
  })

  it('needs no Origin with a key, and reading needs none at all', async () => {
    await house.as('curator').delete('/api/articles/4242').set('Origin', 'http://evil.example').expect(404)
    const cookie = await cookieOf(house, 'runa@example.org')
    await withCookie(cookie).get('/api/articles').expect(200)
  })

  it('is not even a sign-in from elsewhere', async () => {
    const answer = await request(house.app).post('/api/session').set('Origin', 'http://evil.example').send({ email: 'runa@example.org', password: PASSWORD })
    expect(answer.body).toMatchObject({ status: 403, code: 'foreign-origin' })
  })
})

describe('a sign-in link', () => {
  it('lets in once and leads to a page of this site', async () => {
    const { body } = await house.as('admin').post(`/api/users/${userId}/sign-in-link`).send({ goTo: '/admin' }).expect(201)
    const path = new URL(body.url).pathname + new URL(body.url).search
    const answer = await request(house.app).get(path).expect(303)
    expect(answer.headers['location']).toBe('/admin')
    const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
    expect((await withCookie(cookie).get('/api/session').expect(200)).body.actor.id).toBe(userId)
    await request(house.app).get(path).expect(401)
    expect(house.logged.join('')).not.toContain(new URL(body.url).searchParams.get('token'))
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/x\r\nSet-Cookie: a=b'])('never leads to %j', async (goTo) => {
    const { body } = await house.as('admin').post(`/api/users/${userId}/sign-in-link`).send({ goTo }).expect(201)
    const answer = await request(house.app).get(`/signin${new URL(body.url).search}`).expect(303)
    expect(answer.headers['location']).toBe('/')
  })

  it('is too old after a quarter of an hour', async () => {
    const { path } = house.parts.links.issue(userId, '/')
    house.pass(16 * 60_000)
    await request(house.app).get(path).expect(401)
  })
})
