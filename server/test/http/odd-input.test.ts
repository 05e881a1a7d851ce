// Does any odd input bring the server to its knees? Whatever is asked of whichever route: an answer, never a 5xx.
import fc from 'fast-check'
import supertest, { type Agent, type Test } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/http/route.ts'
import { ROUTES } from '../../src/http/routes.ts'
import { MASTER_KEY, openHouse, type TestHouse } from './house.ts'
import { formPieces, oddRequest, oddText } from './odd.ts'
import { ferryCut, ferryStory } from './texts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ fileBytes: 50_000, requestBytes: 500_000 })
  await operator().post('/api/documents?wait=60')
    .attach('files', Buffer.from(ferryStory()), 'a.txt').attach('files', Buffer.from(ferryCut()), 'b.txt').expect(200)
})
afterAll(() => house.close())

/** The one key that none of the calls can take away. */
function operator(): Agent {
  return supertest.agent(house.app).set('Authorization', `Bearer ${MASTER_KEY}`)
}

/** An event stream does not end. */
const ASKED = ROUTES.filter((route) => !['events', 'metrics'].includes(route.id))

function send(route: Route, path: string, body: unknown, version: string | undefined): Test {
  const test = operator()[route.method](path)
  if (version !== undefined) test.set('If-Match', version)
  return route.body === undefined ? test : test.set('Content-Type', 'application/json').send(JSON.stringify(body) ?? 'undefined')
}

describe('odd input', () => {
  it('is answered by every route without a fault of ours', { timeout: 120_000 }, async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(oddRequest(ASKED), async ({ route, id, query, body, version }) => {
        const asked = query.map(([name, one]) => `${encoded(name)}=${encoded(one)}`).join('&')
        const path = `${route.path.replace(':id', encoded(id))}${asked === '' ? '' : `?${asked}`}`
        const { status, text } = await send(route, path, body, version)
        expect({ path, body, status, said: status >= 500 ? text : '' }).toEqual({ path, body, status: expect.toSatisfy((code: number) => code >= 200 && code < 500), said: '' })
        if (status < 300) reached.add(route.id)
      }),
      { numRuns: 900 },
    )
    // The oddities must be inside the checks, not only in front of them.
    expect(reached.size).toBeGreaterThan(ASKED.length / 3)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('is answered by the search, whatever the question', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddText, { maxLength: 6 }), async (words) => {
        const answer = await operator().get('/api/search').query({ q: words.join(' ').toWellFormed().slice(0, 4_000), facets: 'publisher,wordCount' })
        expect({ status: answer.status, words }).toEqual({ status: 200, words })
        for (const hit of answer.body.hits) expect(hit.snippet.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 120 },
    )
  })

  it('is taken as a form, or refused', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(formPieces, async (form) => {
        const { status } = await operator().post('/api/documents?dryRun=true').set('Content-Type', 'multipart/form-data; boundary=b').send(`--b\r\n${form.join('')}`)
        expect({ status, form }).toEqual({ status: expect.toSatisfy((code: number) => code < 500), form })
      }),
      { numRuns: 120 },
    )
  })
})

/** Half a surrogate pair can't be written as UTF-8; it is sent as a sender with a fault would. */
function encoded(given: string): string {
  return [...given].map((character) => (/^[\ud800-\udfff]$/.test(character) ? '%ED%A0%80' : encodeURIComponent(character))).join('')
}
