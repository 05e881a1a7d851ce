// Do the acts say what they do, and does the screen show beforehand what will come of them?
import { describe, expect, it } from 'vitest'
import { apart, confirmed, merged, principalIs, relationIs, split } from '../../src/panel/review/acts.ts'
import { addressOf, filterOf, USUAL } from '../../src/panel/review/address.ts'
import { doubtful, foreseen } from '../../src/panel/review/cluster.ts'
import { nameIn } from '../../src/panel/review/names.ts'
import { actsOn, chosen } from '../../src/panel/review/scene.ts'
import { clusterOf } from './clusters.ts'

const cluster = clusterOf()
const pair = clusterOf({ names: ['The Herald', 'The Courier'] })

describe('an act', () => {
  it('is said in one sentence', () => {
    expect(confirmed(cluster).said).toBe('Confirmed 3 versions.')
    expect(principalIs(cluster, '7b').said).toBe('Principal is now the Courier version.')
    expect(apart(cluster, ['7c']).said).toBe('The Gazette version is not a duplicate of any of these 2.')
    expect(apart(cluster, ['7c'], { from: ['7a'] }).said).toBe('The Gazette version is not a duplicate of the Herald version.')
    expect(apart(cluster, ['7b', '7c']).said).toBe('2 versions are not duplicates of the Herald version.')
    expect(split(cluster, ['7b', '7c']).said).toBe('Split 2 versions into a new cluster.')
    expect(merged(cluster, pair).said).toBe('Merged: 5 versions.')
    expect(relationIs(cluster, '7a', '7b', 'abridged').said).toBe('The Courier version to the Herald version: agency cut.')
  })

  it('ends the work on a cluster where nothing is left to be judged', () => {
    expect(confirmed(cluster).settles).toBe('decided')
    expect(apart(pair, ['7b']).settles).toBe('decided')
    expect(apart(cluster, ['7c']).settles).toBeUndefined()
    expect(principalIs(cluster, '7b').settles).toBeUndefined()
  })

  it('can be narrowed down to one of those that stay', () => {
    expect(apart(cluster, ['7c']).apart).toEqual({ articles: ['7c'], from: '7a' })
    expect(apart(cluster, ['7a']).apart).toEqual({ articles: ['7a'], from: '7b' })
    expect(apart(pair, ['7b']).apart).toBeUndefined()
  })

  it('takes the marked ones, or the one that is looked at, and never all', () => {
    const scene = { cluster, looked: '7b', reference: '7a', marked: new Set<string>(), note: undefined }
    expect(chosen(scene)).toEqual(['7b'])
    expect(chosen({ ...scene, marked: new Set(['7c', '7a']) })).toEqual(['7a', '7c'])
    expect(actsOn({ ...scene, marked: new Set(['7a', '7b', '7c']) }).split()).toBeUndefined()
    expect(actsOn({ ...scene, looked: '7a' }).principal()).toBeUndefined()
    expect(actsOn({ ...scene, looked: 'outside' }).apart()).toBeUndefined()
    expect(actsOn({ ...scene, note: ' seen ' }).confirm().ruling.note).toBe('seen')
  })
})

describe('what will be', () => {
  it('shows at once', () => {
    expect(foreseen(cluster, { kind: 'set-principal', articles: ['7c'] })).toMatchObject({ principalId: '7c', principalBy: 'editor', members: [{ articleId: '7c' }, { articleId: '7a' }, { articleId: '7b' }] })
    expect(foreseen(cluster, { kind: 'separate', articles: ['7b'] }).members.map((member) => member.articleId)).toEqual(['7a', '7c'])
    expect(foreseen(cluster, { kind: 'separate', articles: ['7a'] })).toMatchObject({ principalId: '7b', size: 2 })
    expect(foreseen(cluster, { kind: 'set-relation', articles: ['7a', '7b'], relation: 'related' }).size).toBe(2)
    expect(foreseen(cluster, { kind: 'set-relation', articles: ['7a', '7b'], relation: 'spun' }).size).toBe(3)
  })

  it('begins with the member that is most in doubt', () => {
    const match = { confidence: 0.4 } as never
    expect(doubtful(cluster)).toBe('7b')
    expect(doubtful({ ...cluster, members: cluster.members.map((member, index) => (index === 2 ? { ...member, relation: match } : member)) })).toBe('7c')
    expect(doubtful(clusterOf({ names: ['The Herald'] }))).toBe('7a')
  })
})

describe('the words', () => {
  it('call a version by what tells it apart', () => {
    const alike = clusterOf({ names: ['The Herald', 'The Herald', undefined] })
    expect(nameIn(alike, '7a')).toBe('“Story told 0”')
    expect(nameIn({ ...alike, members: alike.members.map((member) => ({ ...member, headline: 'Same' })) }, '7c')).toBe('version 3')
    expect(nameIn(cluster, 'elsewhere')).toBe('a version that is gone')
  })

  it('keep the filter in the address, whatever else is there', () => {
    expect(filterOf(new URLSearchParams('vs=2&tab=stack'))).toBe(USUAL)
    expect(filterOf(new URLSearchParams('kind=spun&vs=2&confidence=low'))).toBe('confidence=low&kind=spun')
    expect(addressOf('7', 'confidence=low', { vs: '2' })).toBe('/review/7?confidence=low&vs=2')
    expect(addressOf('7', USUAL)).toBe('/review/7')
  })
})
