// How does the archive stand, and how is its machinery? Sums come from the store, so that they are right past any page.
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { EngineState } from '../../engine/port.ts'
import { type Range, StatsAnswer, StatsQuery, SystemAnswer } from '../contract/figures.ts'
import { courseOf, everyStep, queueOver } from '../course.ts'
import type { Verdicts } from '../../store/port.ts'
import type { House } from '../house.ts'
import { type Route, json, ok, route } from '../route.ts'

const PUBLISHERS = 10

export const figureRoutes: readonly Route[] = [
  route({
    id: 'stats', method: 'get', path: '/api/stats', needs: 'reader', summary: 'Totals of the archive, and what came in during a range.',
    query: StatsQuery, answers: [json(200, 'The figures.', StatsAnswer)],
    handle: async ({ query: { range } }, house) => ok(await statsOf(range, house)),
  }),
  route({
    id: 'system', method: 'get', path: '/api/system', needs: 'contributor', summary: 'Version, store, engine, index, disk and the limits that hold.',
    answers: [json(200, 'The state.', SystemAnswer)],
    handle: async (_ask, house) => ok(await systemOf(house)),
  }),
  route({
    id: 'system.reindex', method: 'post', path: '/api/system/reindex', needs: 'admin', summary: 'Build the index anew from the store, beside the one that serves until the new one is whole.',
    answers: [json(202, 'It is begun and goes on by itself; `building` says how far it is.', SystemAnswer)],
    handle: async ({ actor }, house) => {
      await house.index.renew()
      await house.store.audit.record({ at: house.clock().toISOString(), actor: { kind: actor.kind, id: actor.id, name: actor.name }, action: 'index.renew', subject: { kind: 'index', id: 'all' } })
      return { status: 202, body: await systemOf(house) }
    },
  }),
]

async function statsOf(range: Range, house: House) {
  const { store, clock } = house
  const { figures } = store
  const { step, steps, from } = courseOf(range, clock(), range === 'all' ? await figures.begin() : undefined)
  const [standing, days, verdicts, waits, relations, publishers, index] = await Promise.all([
    figures.standing(), figures.days(from, step), figures.verdicts(from, step), figures.waits(step), figures.relations(from), figures.publishers(from, PUBLISHERS), indexOf(house),
  ])
  const queue = queueOver(steps, waits)
  const { depth = 0, oldest } = queue.at(-1) ?? {}
  return {
    range, step, ...standing, relations, publishers, ...(index !== undefined && { index }),
    days: everyStep(steps, days, { new: 0, copies: 0, exact: 0 }),
    review: reviewOf(everyStep(steps, verdicts, { confirmed: 0, overturned: 0 })),
    queue: { depth, days: queue, ...(oldest !== undefined && { oldest }) },
  }
}

/** The figures of the archive stand where its engine is away. */
async function indexOf({ store, engine, log }: House) {
  return engine.identity().then((identity) => store.outbox.state(identity)).catch((error: unknown) => {
    log.warn({ err: error }, 'the index was not counted')
    return undefined
  })
}

function reviewOf(days: readonly Verdicts[]) {
  const confirmed = days.reduce((sum, day) => sum + day.confirmed, 0)
  const overturned = days.reduce((sum, day) => sum + day.overturned, 0)
  const verdicts = confirmed + overturned
  return { confirmed, overturned, days, ...(verdicts > 0 && { overturnRate: overturned / verdicts }) }
}

async function systemOf(house: House) {
  const { store, engine, settings, clock } = house
  const identity = await engine.identity()
  const [state, outbox, quarantined, held, disk, building] = await Promise.all([
    engine.state(), store.outbox.state(identity), store.outbox.quarantined(identity), store.articles.count(), statfs(dirname(house.bytes.scratch)),
    house.index.building(),
  ])
  const { pending, oldestWaitingSince } = outbox
  return {
    version: settings.version,
    startedAt: new Date(clock().getTime() - process.uptime() * 1000).toISOString(),
    store: { kind: store.kind, articles: held.articles },
    engine: toldEngine(state),
    building: building.map(({ kind, pending }) => ({ engine: kind, pending })),
    index: { pending, quarantined, ...(oldestWaitingSince !== undefined && { oldestWaitingSince }) },
    disk: { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize },
    limits: [...limitsOf(house), ...(settings.told?.limits ?? [])],
    thresholds: settings.told?.thresholds ?? [],
  }
}

function toldEngine({ kind, up, detail, articles, version, trouble }: EngineState) {
  return { kind, up, detail, articles, ...(version !== undefined && { version }), ...(trouble !== undefined && { trouble }) }
}

function limitsOf({ settings }: House) {
  return [
    { name: 'LIMIT_FILE_MB', value: settings.fileBytes, unit: 'bytes', says: 'Largest file of an upload.' },
    { name: 'LIMIT_FILES', value: settings.files, unit: 'count', says: 'Most files sent at once.' },
    { name: 'LIMIT_UNPACKED_MB', value: settings.requestBytes, unit: 'bytes', says: 'Most that is sent at once, and that one archive may unpack to.' },
  ]
}
