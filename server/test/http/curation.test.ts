// Does the web answer as the schemas say when clusters are filtered, queued, decided on and looked back at?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CarryOverAnswer, ClusterList, QueueAnswer, SuggestionsAnswer } from '../../src/http/contract/clusters.ts'
import { BatchMade, BatchPreview, BatchWithdrawn, DecisionList, DecisionRecord, DependantsAnswer, ExclusionList, RuledAnswer, WithdrawnAnswer } from '../../src/http/contract/decisions.ts'
import { RematchAnswer } from '../../src/http/contract/rematch.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryCut, ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
let full: string, cut: string, other: string, cluster: string

beforeAll(async () => {
  house = await openHouse()
  const upload = house.as('contributor').post('/api/documents?wait=60').field('publisher', 'Tannhaven Mail')
  const { body } = await upload.attach('files', Buffer.from(ferryStory()), 'full.txt').attach('files', Buffer.from(ferryCut()), 'cut.txt').attach('files', Buffer.from(schoolStory()), 'school.txt').expect(200)
  ;[full = '', cut = '', other = ''] = body.documents.map((document: { articles: { id: string }[] }) => document.articles[0]?.id)
  cluster = (await house.as('reader').get(`/api/articles/${full}`)).body.clusterId
})
afterAll(() => house.close())

const read = (path: string, query: object = {}) => house.as('reader').get(path).query(query).expect(200)
const decided = (body: object, status = 201) => house.as('curator').post('/api/decisions').send(body).expect(status)

describe('clusters', () => {
  it('are filtered and counted, each facet as if its own filter were not set', async () => {
    const found = ClusterList.parse((await read('/api/clusters', { minSize: 2, standing: ['open', 'changed'], q: 'MARIGOLD crack', publisher: 'Tannhaven Mail', facets: 'standing,confidence,kind,publisher' })).body)
    expect(found.data[0]).toMatchObject({ id: cluster, standing: 'open', principalHeadline: 'Crack in hull stops the Marigold', later: false })
    expect(found.facets).toMatchObject({ standing: { open: 1 }, publisher: { 'Tannhaven Mail': 1 } })
    expect(Object.values(found.facets?.kind ?? {})).toEqual([1])
    expect((await read('/api/clusters', { minSize: 2, standing: 'reviewed', facets: 'standing' })).body).toMatchObject({ data: [], total: 0, facets: { standing: { open: 1 } } })
    for (const filter of [{ kind: 'spun' }, { q: 'gymnasium' }, { later: true }, { changedSince: '2999-01-01' }]) expect((await read('/api/clusters', { minSize: 2, ...filter })).body.total).toBe(0)
    await house.as('reader').get('/api/clusters?colour=red').expect(400)
  })

  it('come in brief without matches, and in a queue by their ids', async () => {
    const brief = ClusterList.parse((await read('/api/clusters', { minSize: 2, brief: true, sort: 'newestAt', order: 'desc' })).body).data[0]
    expect(brief?.members.map((member) => [member.kind === undefined, member.relation])).toEqual([[true, undefined], [false, undefined]])
    expect(QueueAnswer.parse((await read('/api/clusters/queue', { standing: 'open' })).body)).toEqual({ ids: [cluster], total: 1 })
  })
})

describe('decisions', () => {
  it('on a stale view are refused with what is there now, and change nothing', async () => {
    const seen = (await read(`/api/clusters/${cluster}`)).body
    const expected = [{ cluster, version: seen.version }]
    const made = RuledAnswer.parse((await decided({ kind: 'later', cluster, expect: expected })).body)
    expect(made.clusters[0]).toMatchObject({ id: cluster, later: true, updatedBy: expect.stringContaining('curator') })
    const refused = await decided({ kind: 'separate', articles: [cut], expect: expected }, 409)
    expect(refused.body).toMatchObject({ code: 'cluster-changed', clusters: [{ id: cluster, version: seen.version + 1 }], detail: expect.stringContaining('curator') })
    expect((await read(`/api/clusters/${cluster}`)).body.size).toBe(2)
    WithdrawnAnswer.parse((await house.as('curator').post(`/api/decisions/${made.decision.id}/withdraw`).expect(200)).body)
  })

  it('that others lean on are named, taken back with them, and made again', async () => {
    const { decision } = RuledAnswer.parse((await decided({ kind: 'separate', articles: [cut], from: [full], note: 'another ferry' })).body)
    expect(decision).toMatchObject({ articles: [cut], others: [full], effect: '“Ferry out of service at Tannhaven” is no copy of another article.' })
    const exclusion = ExclusionList.parse((await read('/api/exclusions')).body).data[0]
    expect(exclusion).toMatchObject({ decision: decision.id, kind: 'separate', articles: [{ articleId: cut }], others: [{ articleId: full, headline: 'Crack in hull stops the Marigold' }], note: 'another ferry' })
    const join = RuledAnswer.parse((await decided({ kind: 'join', articles: [cut, other] })).body)
    const refused = await house.as('curator').post(`/api/decisions/${decision.id}/withdraw`).send({}).expect(409)
    expect(refused.body).toMatchObject({ code: 'has-dependants', dependants: [{ id: join.decision.id }] })
    expect(DependantsAnswer.parse((await read(`/api/decisions/${decision.id}/dependants`)).body).total).toBe(1)
    const gone = WithdrawnAnswer.parse((await house.as('curator').post(`/api/decisions/${decision.id}/withdraw`).send({ with: [join.decision.id] }).expect(200)).body)
    expect(gone.withdrawn).toEqual([join.decision.id, decision.id])
    expect((await read(`/api/clusters/${cluster}`)).body.size).toBe(2)
    RuledAnswer.parse((await house.as('curator').post(`/api/decisions/${decision.id}/restore`).expect(200)).body)
    await house.as('curator').post(`/api/decisions/${decision.id}/restore`).expect(409)
    expect((await read(`/api/articles/${cut}`)).body.clusterSize).toBe(1)
    expect(SuggestionsAnswer.parse((await read(`/api/clusters/${cluster}/suggestions`)).body).data).toEqual([])
    await house.as('curator').post(`/api/decisions/${decision.id}/withdraw`).expect(200)
    const log = DecisionList.parse((await read('/api/decisions', { withdrawn: true, from: '2000-01-01', to: '2999-01-01', cluster, kind: 'separate' })).body)
    expect(log).toMatchObject({ total: 1, data: [{ withdrawnBy: expect.stringContaining('curator') }] })
  })

  it('are no readers’ business, but a reader’s report brings a confirmed cluster back to those who decide', async () => {
    const report = (role: 'reader' | 'curator', body: object, status: number) => house.as(role).post(`/api/clusters/${cluster}/reports`).send(body).expect(status)
    const { decision: review } = (await decided({ kind: 'review', cluster })).body
    expect((await read(`/api/clusters/${cluster}`)).body.standing).toBe('reviewed')
    await report('reader', { reason: '   ' }, 400)
    const made = DecisionRecord.parse((await report('reader', { reason: 'The second is about another ferry.' }, 201)).body)
    expect(made).toMatchObject({ kind: 'report', cluster, note: 'The second is about another ferry.', actor: expect.stringContaining('reader') })
    const after = (await read(`/api/clusters/${cluster}`)).body
    expect(after).toMatchObject({ size: 2, standing: 'changed', status: 'open' })
    expect((await read('/api/clusters/queue', { standing: 'changed' })).body.ids).toContain(cluster)
    // Whoever looks through it again, or takes the report back, has answered it.
    await house.as('reader').post(`/api/decisions/${made.id}/withdraw`).expect(403)
    const { decision: again } = (await decided({ kind: 'review', cluster })).body
    expect((await read(`/api/clusters/${cluster}`)).body.standing).toBe('reviewed')
    for (const id of [again.id, made.id, review.id]) await house.as('curator').post(`/api/decisions/${id}/withdraw`).expect(200)
    expect((await read(`/api/clusters/${cluster}`)).body.standing).toBe('open')
    await house.as('reader').post('/api/clusters/999999/reports').send({ reason: 'No such thing.' }).expect(404)
  })

  it('of many are previewed, made and undone as one', async () => {
    const batch = (more: object, status: number) => house.as('curator').post('/api/decisions/batch').send({ kind: 'review', filter: { standing: ['open'] }, ...more }).expect(status)
    expect(BatchPreview.parse((await batch({ dryRun: true }, 200)).body)).toMatchObject({ count: 1, samples: [{ id: cluster }] })
    const made = BatchMade.parse((await batch({}, 201)).body)
    expect((await read(`/api/clusters/${cluster}`)).body).toMatchObject({ status: 'reviewed', standing: 'reviewed', reviewedBy: expect.stringContaining('curator') })
    await batch({}, 400)
    expect(BatchWithdrawn.parse((await house.as('curator').post(`/api/batches/${made.batch}/withdraw`).expect(200)).body).count).toBe(1)
    await house.as('curator').post(`/api/batches/${made.batch}/withdraw`).expect(409)
    expect((await read(`/api/clusters/${cluster}`)).body.standing).toBe('open')
    const { data } = (await house.as('admin').get('/api/audit').query({ subject: made.batch, action: 'batch.withdraw' })).body
    expect(data).toHaveLength(1)
  })
})

describe('around a cluster', () => {
  it('members offer what the principal lacks, and an edit takes it over', async () => {
    const version = (await read(`/api/articles/${cut}`)).body.version
    await house.as('curator').patch(`/api/articles/${cut}`).set('If-Match', `"${version}"`).send({ tags: ['ferries'], publisher: 'Orm Courier' }).expect(200)
    const { principal, offers } = CarryOverAnswer.parse((await house.as('curator').get(`/api/clusters/${cluster}/carry-over`).expect(200)).body)
    expect(principal.id).toBe(full)
    expect(offers).toEqual(expect.arrayContaining([
      { field: 'tags', value: ['ferries'], from: cut, byEditor: true },
      { field: 'publisher', value: 'Orm Courier', from: cut, byEditor: true, current: 'Tannhaven Mail' },
    ]))
    expect((await read('/api/clusters', { publisher: 'Orm Courier' })).body.total).toBe(1)
  })

  it('a merged one names where it went', async () => {
    const lone = (await read(`/api/articles/${other}`)).body.clusterId
    const { decision } = (await decided({ kind: 'join', articles: [full, other] })).body
    expect((await house.as('reader').get(`/api/clusters/${lone}`).expect(404)).body).toMatchObject({ mergedInto: cluster })
    await house.as('curator').post(`/api/decisions/${decision.id}/withdraw`).expect(200)
    expect((await read(`/api/clusters/${lone}`)).body.size).toBe(1)
  })

  it('a trial of other thresholds answers an administrator', async () => {
    await house.as('curator').post('/api/rematch').send({ dryRun: true }).expect(403)
    RematchAnswer.parse((await house.as('admin').post('/api/rematch').send({ dryRun: true, thresholds: { COPY_SHARE: 0.9 } }).expect(200)).body)
    await house.as('admin').post('/api/rematch').send({ dryRun: true, thresholds: { NOTHING: 1 } }).expect(400)
  })
})
