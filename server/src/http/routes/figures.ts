// How does the archive stand, and how is its machinery? Sums come from the store, so that they are right past any page.
import { statfs } from 'node:fs/promises'
import { type Range, StatsAnswer, StatsQuery, SystemAnswer } from '../contract/figures.ts'
import type { House } from '../house.ts'
import { type Route, json, ok, route } from '../route.ts'

const HOUR = 3_600_000
const SPAN: Readonly<Record<Exclude<Range, 'all'>, number>> = { '24h': 24 * HOUR, '7d': 7 * 24 * HOUR, '30d': 30 * 24 * HOUR }
const PUBLISHERS = 10

export const figureRoutes: readonly Route[] = [
  route({
    id: 'stats', method: 'get', path: '/api/stats', needs: 'reader', summary: 'Totals of the archive, and what came in during a range.',
    query: StatsQuery, answers: [json(200, 'The figures.', StatsAnswer)],
    handle: async ({ query: { range } }, { store: { figures }, clock }) => {
      const from = range === 'all' ? '' : new Date(clock().getTime() - SPAN[range]).toISOString()
      const standing = await figures.standing()
      const [days, relations, publishers] = await Promise.all([figures.days(from), figures.relations(from), figures.publishers(from, PUBLISHERS)])
      return ok({ range, ...standing, days, relations, publishers })
    },
  }),
  route({
    id: 'system', method: 'get', path: '/api/system', needs: 'contributor', summary: 'Version, store, engine, index, disk and the limits that hold.',
    answers: [json(200, 'The state.', SystemAnswer)],
    handle: async (_ask, house) => ok(await systemOf(house)),
  }),
]

async function systemOf(house: House) {
  const { store, engine, settings, clock } = house
  const identity = await engine.identity()
  const [state, outbox, quarantined, held, probe, disk] = await Promise.all([
    engine.state(), store.outbox.state(identity), store.outbox.quarantined(identity), store.articles.count(), store.probe(), statfs(house.bytes.scratch),
  ])
  const { pending, oldestWaitingSince } = outbox
  return {
    version: settings.version,
    startedAt: new Date(clock().getTime() - process.uptime() * 1000).toISOString(),
    store: { kind: probe.kind, articles: held.articles },
    engine: { kind: state.kind, up: state.up, articles: state.articles },
    index: { pending, quarantined, ...(oldestWaitingSince !== undefined && { oldestWaitingSince }) },
    disk: { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize },
    limits: [...limitsOf(house), ...(settings.told?.limits ?? [])],
    thresholds: settings.told?.thresholds ?? [],
  }
}

function limitsOf({ settings }: House) {
  return [
    { name: 'LIMIT_FILE_MB', value: settings.fileBytes, unit: 'bytes', says: 'Largest file of an upload.' },
    { name: 'LIMIT_FILES', value: settings.files, unit: 'count', says: 'Most files sent at once.' },
    { name: 'LIMIT_UNPACKED_MB', value: settings.requestBytes, unit: 'bytes', says: 'Most that is sent at once, and that one archive may unpack to.' },
  ]
}
