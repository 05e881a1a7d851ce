// What must a store do with the searches that people keep?
import { describe, expect, it } from 'vitest'
import { type Actor, SYSTEM } from '../../src/domain/role.ts'
import { SAVED_SEARCHES_MOST } from '../../src/store/saved-searches-port.ts'
import type { Bench } from './contract.ts'
import { LATER, NOW, problemOf } from './made.ts'

const PAGE = { offset: 0, limit: 10 }

export function savedSearchContract(bench: Bench): void {
  const user = async (email: string): Promise<Actor & { readonly id: string }> => {
    const { id } = await bench.store.people.addUser({ email, name: email, role: 'admin', passwordHash: 'x' }, SYSTEM, NOW)
    return { kind: 'user', id, name: email, role: 'admin' }
  }
  const keep = (owner: Actor, name: string) => bench.store.savedSearches.add({ userId: owner.id, name, about: 'search', query: 'q=tide', feedKey: `key of ${name}` }, owner, NOW)
  const listOf = async (owner: Actor) => (await bench.store.savedSearches.list({ ...PAGE, filter: { userId: owner.id } })).data.map(({ name }) => name)

  describe('saved searches', () => {
    it('belong to one user, who alone renames and removes them, and each change is in the log', async () => {
      const [ada, bob] = [await user('ada@example.org'), await user('bob@example.org')]
      const { id } = await keep(ada, 'Tides')
      await keep(ada, 'Gates')
      expect([await listOf(ada), await listOf(bob)]).toEqual([['Gates', 'Tides'], []])
      expect(await problemOf(bench.store.savedSearches.rename(id, bob.id, 'Mine', bob, LATER))).toBe('not-found')
      expect(await problemOf(bench.store.savedSearches.remove(id, bob.id, bob, LATER))).toBe('not-found')
      expect(await bench.store.savedSearches.rename(id, ada.id, 'Low tides', ada, LATER)).toMatchObject({ id, name: 'Low tides', query: 'q=tide' })
      await bench.store.savedSearches.remove(id, ada.id, ada, LATER)
      expect(await listOf(ada)).toEqual(['Gates'])
      const log = await bench.store.audit.list({ ...PAGE, filter: { subject: id } })
      expect(log.data.filter((entry) => entry.subject.kind === 'saved-search').map((entry) => entry.action)).toEqual(['saved-search.remove', 'saved-search.rename', 'saved-search.add'])
      expect(JSON.stringify(log.data)).not.toContain('key of')
    })

    it('are followed by whoever has the key, until their user may no longer come in', async () => {
      const [ada, bob] = [await user('ada@example.org'), await user('bob@example.org')]
      const [tides, gates] = [await keep(ada, 'Tides'), await keep(bob, 'Gates')]
      expect(await bench.store.savedSearches.forFeed(tides.id)).toEqual(tides)
      await bench.store.people.editUser(ada.id, { disabled: true }, SYSTEM, LATER)
      expect(await bench.store.savedSearches.forFeed(tides.id)).toBeUndefined()
      await user('eve@example.org')
      await bench.store.people.removeUser(bob.id, SYSTEM)
      expect(await bench.store.savedSearches.forFeed(gates.id)).toBeUndefined()
      expect(await bench.store.savedSearches.forFeed('no id')).toBeUndefined()
    })

    it('are told apart by the list that they are views of', async () => {
      const ada = await user('ada@example.org')
      await keep(ada, 'Tides')
      await bench.store.savedSearches.add({ userId: ada.id, name: 'Doubtful', about: 'clusters', query: 'confidence=low', feedKey: 'k' }, ada, NOW)
      const ofClusters = await bench.store.savedSearches.list({ ...PAGE, filter: { userId: ada.id, about: 'clusters' } })
      expect(ofClusters.data.map(({ name, query }) => [name, query])).toEqual([['Doubtful', 'confidence=low']])
      expect(await listOf(ada)).toEqual(['Doubtful', 'Tides'])
    })

    it('are bounded in number', async () => {
      const ada = await user('ada@example.org')
      await bench.store.transaction(async (store) => {
        for (let count = 0; count < SAVED_SEARCHES_MOST; count++) await store.savedSearches.add({ userId: ada.id, name: 'x', about: 'search', query: '', feedKey: 'k' }, ada, NOW)
      })
      expect(await problemOf(keep(ada, 'one more'))).toBe('conflict')
    })
  })
}
