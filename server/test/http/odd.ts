// What might a careless or hostile caller send? Odd values, both anywhere and in the places where the right ones belong.
import fc from 'fast-check'
import type { Route } from '../../src/http/route.ts'

const nasty = fc.constantFrom(
  '', '0', '-1', '1e400', 'NaN', 'null', 'true', "' OR 1=1 --", '"; DROP TABLE article; --', '../../etc/passwd', '\u0000', '\ud800', '\u202e', '\ue000',
  '%', '%00', '"', '""', '"unfinished', '-', '- -', '"-', 'AND', 'NEAR(', '*', 'a*', '^a', 'a:b', 'headline:', '(((((', '__proto__', 'constructor', '🜍'.repeat(50), 'x'.repeat(3_000),
  '9007199254740993', '2024-02-30', '0000-00-00', '+275760-09-13T00:00:00Z', '<script>alert(1)</script>',
)
export const oddText = fc.oneof({ weight: 2, arbitrary: nasty }, fc.string({ unit: 'binary', maxLength: 60 }))
const someId = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('1', '2') }, fc.constantFrom('0', '-1', '99999999999999999999', '9007199254740993', '1.5', '0x1', 'nobody', '__proto__'))
const oddId = fc.oneof({ weight: 3, arbitrary: someId }, oddText)

const KEYS = [
  'q', 'page', 'perPage', 'sort', 'order', 'facets', 'collapse', 'publisher', 'publishedFrom', 'tags', 'status', 'relation', 'minSize', 'documentId', 'wait', 'dryRun', 'kind', 'actor', 'name',
  'upload', 'role', 'token', 'articles', 'cluster', 'note', 'text', 'left', 'right', 'ids', 'headline', 'byline', 'language', 'email', 'expiresAt', '__proto__', 'constructor', 'toString',
]
const oddKey = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...KEYS) }, oddText)
const anything = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, oddText, oddId, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(oddKey, tie('any'), { maxKeys: 4 })),
})).any

const role = fc.constantFrom('reader', 'contributor', 'curator')
const relation = fc.constantFrom('identical', 'spun', 'related', 'none')
const ids = fc.uniqueArray(someId, { minLength: 1, maxLength: 3 })
const side = fc.oneof(fc.record({ text: oddText }), fc.record({ articleId: someId }))
const some = { requiredKeys: [] }

/** Bodies of the right shape with odd values, by route. */
const FITTING: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'articles.byId': fc.record({ ids: fc.array(oddId, { maxLength: 5 }) }),
  'articles.edit': fc.record({ headline: oddText, dek: oddText, byline: fc.array(oddText, { maxLength: 3 }), publisher: oddText, tags: fc.array(oddText, { maxLength: 3 }), language: fc.constantFrom('en', 'und') }, some),
  'compare': fc.record({ left: side, right: side }),
  'check': fc.record({ text: oddText }),
  'decisions.make': fc.oneof(
    fc.record({ kind: fc.constantFrom('join', 'separate', 'set-principal'), articles: ids, note: oddText }, { requiredKeys: ['kind', 'articles'] }),
    fc.record({ kind: fc.constant('set-relation'), articles: ids, relation }),
    fc.record({ kind: fc.constant('review'), cluster: someId, note: oddText }, { requiredKeys: ['kind', 'cluster'] }),
  ),
  'session.begin': fc.record({ email: oddText, password: oddText }),
  'users.add': fc.record({ email: fc.emailAddress(), name: oddText, role }, { requiredKeys: ['email', 'role'] }),
  'users.edit': fc.record({ name: oddText, role, disabled: fc.boolean() }, some),
  'users.link': fc.record({ goTo: oddText }),
  'keys.add': fc.record({ name: oddText, role }),
}

/** Queries of the right names with odd values, by route. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'articles.list': ['publisher', 'language', 'documentId', 'clusterId'],
  'documents.list': ['upload', 'parent', 'name'],
  'decisions.list': ['article', 'cluster', 'actor'],
  'audit.list': ['action', 'actor', 'subject'],
  'search': ['q', 'publisher', 'byline', 'tags', 'externalId', 'documentId'],
  'session.byLink': ['token'],
}

export function oddRequest(routes: readonly Route[]) {
  return fc.constantFrom(...routes).chain((route) =>
    fc.record({
      route: fc.constant(route),
      id: oddId,
      query: fc.oneof({ weight: 3, arbitrary: namedQuery(NAMES[route.id]) }, fc.array(fc.tuple(oddKey, oddText), { maxLength: 3 })),
      body: fc.oneof({ weight: 3, arbitrary: FITTING[route.id] ?? anything }, anything, fc.dictionary(oddKey, anything, { maxKeys: 5 })),
      version: fc.option(fc.constantFrom('"1"', '1', '*', 'W/"1"', '"', '"x"', '-1', '1e9'), { nil: undefined }),
    }),
  )
}

function namedQuery(names: readonly string[] | undefined): fc.Arbitrary<[string, string][]> {
  if (names === undefined) return fc.constant([])
  return fc.uniqueArray(fc.tuple(fc.constantFrom(...names), oddText), { maxLength: 3, selector: ([name]) => name })
}

export const formPieces = fc.array(
  fc.oneof(oddText, fc.constantFrom('--b', '--b--', '\r\n', '\r\n\r\n', 'Content-Disposition: form-data; name="files"; filename="', '"', 'Content-Disposition: form-data; name="tags"', 'Content-Type: text/html')),
  { maxLength: 14 },
)
