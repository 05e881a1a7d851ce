// Evidence over the wire: the pair, the report, the family and the stack, for whom they are and in the shapes that they have.
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EvidenceAnswer, FamilyAnswer, StackAnswer } from '../../src/http/contract/evidence.ts'
import { CORRECTED, CUT, INDEPENDENT, RESPIN, STORY } from '../match/story.ts'
import { openHouse, type TestHouse } from './house.ts'

let house: TestHouse
let ids: Readonly<Record<'story' | 'respin' | 'corrected' | 'cut' | 'independent' | 'hostile', string>>

const HOSTILE = `${STORY}\n\nThe sign read <script>alert("1")</script> & </style><img src=x onerror='alert(1)'> for all to see.`

beforeAll(async () => {
  house = await openHouse({ publicSearch: true })
  const texts = { story: STORY, respin: RESPIN, corrected: CORRECTED, cut: CUT, independent: INDEPENDENT, hostile: HOSTILE }
  const upload = house.as('contributor').post('/api/documents?wait=60')
  for (const [name, text] of Object.entries(texts)) upload.attach('files', Buffer.from(text), `${name}.txt`)
  const { body } = await upload.expect(200)
  const found = body.documents.map((document: { name: string; articles: { id: string }[] }) => [document.name.replace('.txt', ''), document.articles[0]?.id])
  ids = Object.fromEntries(found) as typeof ids
}, 60_000)
afterAll(() => house.close())

describe('the evidence on a pair', () => {
  it('has the agreed shape and is for whoever may read both', async () => {
    const { body } = await request(house.app).get(`/api/evidence/${ids.story}/${ids.respin}`).expect(200)
    const evidence = EvidenceAnswer.parse(body)
    expect(evidence.verdict.kind).toBe('spun')
    expect(evidence.verdict.sentence).toMatch(/^Machine-spun copy: \d+ % .* 2 of 2 quotations altered/)
    expect(evidence.left.articleId).toBe(ids.story)
  })

  it('is refused for an article that is not there, and for one in the bin to strangers', async () => {
    await request(house.app).get(`/api/evidence/${ids.story}/999999`).expect(404)
    await request(house.app).get(`/api/evidence/${ids.story}/${ids.respin}?x=1`).expect(400)
    await house.as('curator').delete(`/api/articles/${ids.independent}`).expect(200)
    await request(house.app).get(`/api/evidence/${ids.story}/${ids.independent}`).expect(404)
    await house.as('reader').get(`/api/evidence/${ids.story}/${ids.independent}`).expect(200)
    await house.as('curator').post(`/api/articles/${ids.independent}/restore`).expect(200)
  })

  it('shows what an editor called the pair', async () => {
    const { body } = await house.as('curator').post('/api/decisions').send({ kind: 'set-relation', articles: [ids.story, ids.corrected], relation: 'abridged' }).expect(201)
    const { body: evidence } = await request(house.app).get(`/api/evidence/${ids.corrected}/${ids.story}`).expect(200)
    expect(evidence.verdict).toMatchObject({ kind: 'abridged', confidence: 'high' })
    expect(evidence.match.decidedBy).toBe('editor')
    await house.as('curator').post(`/api/decisions/${body.decision.id}/withdraw`).expect(200)
  })
})

describe('the report', () => {
  it('is one page that loads nothing, runs nothing and holds every text as text', async () => {
    const answer = await request(house.app).get(`/api/evidence/${ids.story}/${ids.hostile}/report`).expect(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
    expect(answer.headers['content-disposition']).toBe(`inline; filename="comparison-${ids.story}-${ids.hostile}.html"`)
    expect(answer.text).not.toMatch(/<script|<img|<link|<iframe|<[^>]*\s(?:on\w+|style|src)=|url\(|@import/i)
    expect(answer.text.match(/<\/style>/g)).toHaveLength(1)
    expect(answer.text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;/style&gt;')
    expect(answer.text).toContain(`/compare/${ids.story}/${ids.hostile}`)
  })

  it('is a file to send where it is asked for as one', async () => {
    const answer = await request(house.app).get(`/api/evidence/${ids.story}/${ids.respin}/report?download=true`).expect(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
    for (const part of ['Matcher version', 'Both texts', 'Words that stand for others', 'Quotations']) expect(answer.text).toContain(part)
  })
})

describe('a cluster', () => {
  it('is a family: each member has its source, named and dated, and says what it adds', async () => {
    const { body: article } = await request(house.app).get(`/api/articles/${ids.story}`).expect(200)
    const { body } = await request(house.app).get(`/api/clusters/${article.clusterId}/family`).expect(200)
    const family = FamilyAnswer.parse(body)
    const byId = new Map(family.members.map((member) => [member.articleId, member]))
    expect(family.edges).toHaveLength(family.members.length - 1)
    expect(family.edges.find((edge) => edge.to === ids.respin)?.relation).toBe('spun')
    expect(byId.get(ids.cut)?.deltaWords).toBeLessThan(0)
    expect(family.additions.filter((one) => one.articleId === ids.hostile)).toHaveLength(1)
    for (const member of family.members) expect([member.path[0], member.path.at(-1)]).toEqual([member.articleId, family.cluster.principalId])
    expect(family.disagreements.flatMap((one) => one.values.map((value) => value.value))).toEqual(expect.arrayContaining(['eleven', 'twelve']))
  })

  it('is a stack against any of its members', async () => {
    const { body: article } = await request(house.app).get(`/api/articles/${ids.story}`).expect(200)
    const { body } = await request(house.app).get(`/api/clusters/${article.clusterId}/stack?reference=${ids.story}`).expect(200)
    const stack = StackAnswer.parse(body)
    expect(stack.reference.articleId).toBe(ids.story)
    const text = stack.paragraphs.map((paragraph) => paragraph.pieces.map((piece) => piece.text).join('')).join('\n\n')
    expect(text).toBe(article.body)
    expect(stack.paragraphs[0]?.pieces.find((piece) => piece.text === 'eleven')?.variants).toEqual([{ text: 'twelve', articleIds: [ids.corrected] }])
    expect(stack.paragraphs.at(-1)?.missingIn).toContain(ids.cut)
    await request(house.app).get(`/api/clusters/${article.clusterId}/stack?reference=999999`).expect(404)
    await request(house.app).get('/api/clusters/999999/family').expect(404)
  })
})
