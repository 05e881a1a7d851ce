// Does what was decided outlive the page, for the person who decided it alone?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { confirmed } from '../../src/panel/review/acts.ts'
import { freshName, keep, keptOf, letGo } from '../../src/panel/review/kept.ts'
import { clusterOf } from './clusters.ts'

/** A browser's memory: its rows are its own properties. */
class Memory {
  setItem(name: string, value: string): void {
    Object.assign(this, { [name]: value })
  }
  getItem(name: string): string | null {
    return (this as Record<string, unknown>)[name] as string | undefined ?? null
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name)
  }
}

beforeEach(() => vi.stubGlobal('localStorage', new Memory()))
afterEach(() => vi.unstubAllGlobals())

const acts = ['1', '2', '3'].map((id) => confirmed(clusterOf({ id })))

it('gives back what has no answer, in the order in which it was decided, and to nobody else', () => {
  for (const [at, act] of acts.entries()) keep({ once: `one-${3 - at}`, act, undone: false }, 'ana')
  keep({ once: 'other', act: acts[0] as (typeof acts)[0], undone: false }, 'bo')
  keep({ once: 'one-3', act: acts[0] as (typeof acts)[0], expect: [{ cluster: '1', version: 2 }], undone: true }, 'ana')
  letGo('one-2')
  expect(keptOf('ana').map((one) => [one.once, one.act.cluster, one.undone])).toEqual([['one-3', '1', true], ['one-1', '3', false]])
  expect(keptOf('ana')[0]).toMatchObject({ act: acts[0], expect: [{ cluster: '1', version: 2 }] })
  expect(keptOf('bo').map((one) => one.once)).toEqual(['other'])
})

it('goes on where the browser keeps nothing', () => {
  vi.stubGlobal('localStorage', undefined)
  keep({ once: 'one', act: acts[0] as (typeof acts)[0], undone: false }, 'ana')
  letGo('one')
  expect(keptOf('ana')).toEqual([])
  expect(freshName()).not.toBe(freshName())
})
