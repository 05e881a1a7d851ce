// What has every file of browser tests around it? One stage for all its tests, the visits of each ended after it, and the
// reason why none of them can be run, if so.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

interface Closable {
  leave(): Promise<void>
  close(): Promise<void>
}

/** For the head of a file. `hindrance`: why there can be no stage; `fill`: what stands on it before the first test. Returns the stage. */
export function staged<T extends Closable>(hindrance: string | undefined, open: () => Promise<T>, fill?: (stage: T) => Promise<void>): () => T {
  let opened: T | undefined
  beforeAll(async () => {
    if (hindrance !== undefined) return
    opened = await open()
    await fill?.(opened)
  })
  afterAll(() => opened?.close())
  afterEach(() => opened?.leave())
  beforeEach((ctx) => ctx.skip(hindrance !== undefined, hindrance))
  return () => {
    if (opened === undefined) throw new Error('the stage is not open')
    return opened
  }
}
