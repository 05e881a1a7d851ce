// Are the right articles together, led by the right one, and do people have the last word?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planClusters } from '../../src/cluster/cluster.ts'
import type { ClusterNode, PlannedCluster } from '../../src/domain/cluster.ts'
import type { Ruling } from '../../src/domain/decision.ts'
import type { Match, Relation } from '../../src/domain/match.ts'

function node(id: string, more: Partial<ClusterNode> = {}): ClusterNode {
  return { id, contentHash: `text-${id}`, clusterId: `c${id}`, wordCount: 500, completeness: 'complete', createdAt: `2030-01-0${id.length}`, hasByline: false, documentArticles: 1, ...more }
}

function match(left: string, right: string, relation: Relation = 'near-duplicate', more: Partial<Match> = {}): Match {
  return { left, right, relation, resemblance: 0, containment: { left: 1, right: 1 }, passages: [], substitutions: [], reasons: [], decidedBy: 'rule', matchVersion: '1', confidence: 1, matchedWords: 300, direction: 'unknown', ...more }
}

function ruling(kind: Ruling['kind'], texts: string, others = '', relation?: Relation): Ruling {
  const hashes = (ids: string) => [...ids].map((id) => `text-${id}`)
  return { decisionId: `${kind} ${texts}`, kind, texts: hashes(texts), others: hashes(others), witnesses: [], articles: {}, ...(relation === undefined ? {} : { relation }) }
}

/** `AB C`: clusters by their principals, principal first. */
function shown(plan: readonly PlannedCluster[]): string {
  return plan.map((one) => one.memberIds.join('')).sort().join(' ')
}

describe('clusters', () => {
  const abc = [node('A', { publishedAt: '2030-01-01' }), node('B'), node('C')]

  it('keeps strangers apart that a chain of likenesses would merge', () => {
    const plan = planClusters([...abc, node('D')], [match('A', 'B'), match('B', 'C'), match('C', 'D')], [])
    expect(plan.every((one) => one.memberIds.length <= 3)).toBe(true)
    for (const one of plan) for (const id of one.memberIds) expect(id === one.principalId || ['AB', 'BA', 'BC', 'CB', 'CD', 'DC'].includes(id + one.principalId)).toBe(true)
  })

  it('never binds by a template, by one event or by nothing', () => {
    expect(shown(planClusters(abc, [match('A', 'B', 'template'), match('B', 'C', 'related'), match('A', 'C', 'none')], []))).toBe('A B C')
  })

  it('is led by a whole text, never by a respin or a cut while another will do', () => {
    const nodes = [node('A', { completeness: 'incomplete', publisher: 'The Lantern' }), node('B'), node('C', { publishedAt: '2029-01-01' }), node('D')]
    const matches = [match('A', 'B', 'excerpt'), match('B', 'C', 'spun'), match('A', 'C', 'spun'), match('D', 'B', 'abridged', { direction: 'left-from-right' })]
    expect(planClusters(nodes, matches, [])).toMatchObject([{ principalId: 'B', memberIds: ['B', 'A', 'C', 'D'] }])
  })

  it('prefers its own page to a digest, then a byline, then the earlier date', () => {
    const lead = (one: Partial<ClusterNode>, other: Partial<ClusterNode>) => planClusters([node('A', one), node('B', other)], [match('A', 'B')], [])[0]?.principalId
    expect(lead({ documentArticles: 8, hasByline: true }, {})).toBe('B')
    expect(lead({ publishedAt: '2030-01-01' }, { hasByline: true })).toBe('B')
    expect(lead({ publishedAt: '2030-01-02' }, { publishedAt: '2030-01-01' })).toBe('B')
  })

  it('puts equal texts together without a match', () => {
    expect(shown(planClusters([node('A'), node('B', { contentHash: 'text-A' })], [], []))).toBe('AB')
    expect(shown(planClusters([node('A', { wordCount: 0 }), node('B', { contentHash: 'text-A', wordCount: 0 })], [], []))).toBe('A B')
  })

  it('follows people: join, separate, set-relation, set-principal', () => {
    expect(shown(planClusters(abc, [], [ruling('join', 'AC')]))).toBe('AC B')
    expect(shown(planClusters(abc, [match('A', 'B'), match('A', 'C')], [ruling('separate', 'C', 'AB')]))).toBe('AB C')
    expect(shown(planClusters(abc, [match('A', 'B')], [ruling('set-relation', 'AB', '', 'related')]))).toBe('A B C')
    expect(shown(planClusters(abc, [match('A', 'B', 'template')], [ruling('set-relation', 'AB', '', 'abridged')]))).toBe('AB C')
    const plan = planClusters(abc, [match('A', 'B'), match('B', 'C'), match('A', 'C')], [ruling('set-principal', 'C')])
    expect(plan).toMatchObject([{ principalId: 'C', principalBy: 'editor', memberIds: ['C', 'A', 'B'] }])
  })

  it('lets the later ruling on a pair stand, and says where rulings cannot all stand', () => {
    expect(shown(planClusters(abc, [], [ruling('join', 'AB'), ruling('separate', 'A', 'B')]))).toBe('A B C')
    expect(shown(planClusters(abc, [], [ruling('separate', 'A', 'B'), ruling('join', 'AB')]))).toBe('AB C')
    const plan = planClusters(abc, [], [ruling('join', 'AB'), ruling('join', 'BC'), ruling('separate', 'A', 'C')])
    expect(shown(plan)).toBe('A BC')
    expect(plan.map((one) => one.disputes[0]?.decisions)).toEqual([['join AB', 'separate A'], ['join AB', 'separate A']])
  })

  it('moves nobody for a text that bridges what was parted before it came, and names the decision', () => {
    const nodes = [...abc, node('Z', { publishedAt: '2029-01-01' })]
    const matches = [match('A', 'B'), match('Z', 'A', 'near-duplicate', { matchedWords: 400 }), match('Z', 'C')]
    const parted = { ...ruling('separate', 'C', 'AB'), decisionId: '17' }
    const plan = planClusters(nodes, matches, [parted])
    expect(shown(plan)).toBe('ABZ C')
    for (const one of plan) expect(one.disputes).toMatchObject([{ decisions: ['17'], articles: ['Z', 'C', 'A'] }])
    expect(shown(planClusters(nodes, matches, [parted, ruling('separate', 'Z', 'C')]))).toBe('ABZ C')
    expect(planClusters(nodes, matches, [parted, ruling('separate', 'Z', 'C')]).flatMap((one) => one.disputes)).toEqual([])
  })

  it('lets whoever was taken out go, not those who stayed', () => {
    const matches = [match('A', 'B', 'near-duplicate', { matchedWords: 200 }), match('A', 'C', 'near-duplicate', { matchedWords: 400 }), match('B', 'C')]
    expect(shown(planClusters(abc, matches, [{ ...ruling('separate', 'C', 'B'), witnesses: ['text-A'] }]))).toBe('AB C')
  })

  it('brings whole clusters together again that were parted before', () => {
    const matches = [match('A', 'B'), match('A', 'C'), match('B', 'C')]
    const join = { ...ruling('join', 'AC'), witnesses: ['text-B'] }
    expect(shown(planClusters(abc, matches, [ruling('separate', 'C', 'AB'), join]))).toBe('ABC')
  })

  it('puts the very article in front that was meant, where others have the same text', () => {
    const nodes = [node('A'), node('B', { contentHash: 'text-A' })]
    expect(planClusters(nodes, [], [])[0]?.principalId).toBe('A')
    expect(planClusters(nodes, [], [{ ...ruling('set-principal', 'A'), articles: { 'text-A': 'B' } }])[0]).toMatchObject({ principalId: 'B', principalBy: 'editor' })
  })

  it('is reviewed while it holds nothing but what was reviewed', () => {
    const matches = [match('A', 'B'), match('A', 'C')]
    const review = [ruling('review', '', 'AB')]
    expect(planClusters(abc.slice(0, 2), matches, review)[0]?.reviewed).toBe(true)
    expect(planClusters(abc, matches, review)[0]?.reviewed).toBe(false)
  })

  it('goes on under the id that went with most articles, the older of two, and each under an id of its own', () => {
    const nodes = [node('A', { keeps: { cluster: '7', settled: 2 } }), node('B', { keeps: { cluster: '3', settled: 0 } }), node('C', { keeps: { cluster: '5', settled: 1 } }), node('D')]
    expect(planClusters(nodes, [match('A', 'C')], [ruling('separate', 'B', 'A')]).map((one) => [one.memberIds.join(''), one.id])).toEqual(
      expect.arrayContaining([['AC', '7'], ['B', '3'], ['D', undefined]]),
    )
  })

  it('does not depend on the order in which anything comes', () => {
    const ids = [...'ABCDEFGH']
    const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom<Relation>('near-duplicate', 'spun', 'excerpt', 'related'))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (pairs, dice) => {
        const nodes = ids.map((id) => node(id))
        const byPair = new Map(pairs.filter(([one, other]) => one !== other).map(([one, other, relation]) => [[one, other].sort().join(), match(one, other, relation)]))
        const shuffled = <T>(list: readonly T[]) => list.map((one) => [dice.next().value as number, one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one)
        const matches = [...byPair.values()]
        expect(shown(planClusters(shuffled(nodes), shuffled(matches), []))).toBe(shown(planClusters(nodes, matches, [])))
      }),
    )
  })
})
