// What must every search engine do? One suite; each implementation runs it with an opener of its own.
import { afterAll, beforeAll, describe } from 'vitest'
import type { SearchEngine } from '../../src/engine/port.ts'
import { describeFilters } from './contract-filters.ts'
import { describeHolding } from './contract-holding.ts'
import { describeHostility } from './contract-hostility.ts'
import { describePages } from './contract-pages.ts'
import { describePhrases } from './contract-phrases.ts'
import { describeWords } from './contract-words.ts'
import { describeEveryPage } from './contract-every-page.ts'
import { WEEK } from './records.ts'

/** `open` gives an empty engine, and what to do with it afterwards. */
export type Opener = () => Promise<{ readonly engine: SearchEngine; readonly discard: () => Promise<void> }>

export function engineContract(name: string, open: Opener): void {
  describe(name, () => {
    describe('asked about a week of news', () => {
      let opened: Awaited<ReturnType<Opener>>
      beforeAll(async () => {
        opened = await open()
        await opened.engine.apply(WEEK, [])
      })
      afterAll(() => opened.discard())
      const engine = (): SearchEngine => opened.engine
      describeWords(engine)
      describePhrases(engine)
      describeFilters(engine)
      describePages(engine)
      describeHostility(engine)
    })
    describeHolding(open)
    describeEveryPage(open)
  })
}
