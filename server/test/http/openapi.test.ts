// Is the API described truly and wholly? The description is made from the schemas that check the requests.
import { describe, expect, it } from 'vitest'
import { openApi } from '../../src/http/openapi.ts'
import { ROUTES } from '../../src/http/routes.ts'

interface Operation {
  readonly operationId: string
  readonly security: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> }
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>
}

const description = openApi(ROUTES, '1.2.3') as { openapi: string; info: { version: string }; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }
const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods))

function operation(id: string): Operation {
  const found = operations.find((one) => one.operationId === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('the description', () => {
  it('is of the version that runs, and leads nowhere into the void', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
    const text = JSON.stringify(description)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(Object.keys(description.components.schemas)).toContain(name)
  })

  it('names the shapes of the contract', () => {
    expect(Object.keys(description.components.schemas)).toEqual(expect.arrayContaining(['Document', 'Article', 'Match', 'Cluster', 'Decision', 'Problem', 'User', 'Key']))
  })

  it('tells every parameter of a path, and the filters of a list', () => {
    for (const [path, methods] of Object.entries(description.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const one of Object.values(methods)) {
        expect((one.parameters ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)).toEqual(named)
      }
    }
    const filters = operation('articles.list').parameters?.map((parameter) => parameter.name)
    expect(filters).toEqual(expect.arrayContaining(['documentId', 'clusterId', 'publisher', 'language', 'relation', 'completeness', 'status', 'page', 'perPage', 'sort', 'order']))
  })

  it('says who may call, and that every call may end in a problem', () => {
    expect(operation('health').security).toEqual([])
    expect(operation('users.list').security).toEqual([{ key: [] }, { session: [] }])
    expect(operation('search').security).toContainEqual({})
    for (const one of operations) expect(one.responses['default']?.content).toHaveProperty(['application/problem+json'])
  })

  it('tells both ways to check a text', () => {
    expect(Object.keys(operation('check').requestBody?.content ?? {})).toEqual(['application/json', 'multipart/form-data'])
  })
})
