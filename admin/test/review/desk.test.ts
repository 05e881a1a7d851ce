// Do decisions go out at once and in order, and do undo and redo find their way however slow the service is?
import { describe, expect, it } from 'vitest'
import { apart, confirmed, merged, split, type Expected, type Ruled, type Ruling } from '../../src/panel/review/acts.ts'
import { Desk, NotSentError, type Doing, type Entry } from '../../src/panel/review/desk.ts'
import { clusterOf } from './clusters.ts'

interface Sent {
  readonly what: string
  readonly ruling?: Ruling | undefined
  readonly expect: readonly Expected[] | undefined
  answer(clusters?: Ruled['clusters'], joined?: string): Promise<void>
  refuse(): Promise<void>
}

/** A service that answers when it is told to. */
function house() {
  const sent: Sent[] = []
  const versions = new Map<string, number>()
  const failures: { readonly entry: Entry; readonly error: unknown; readonly doing: Doing }[] = []
  const answers: [Doing, boolean][] = []
  const kept: Entry[] = []
  let ids = 0
  const asked = (what: string, expect?: readonly Expected[], ruling?: Ruling): Promise<Ruled> =>
    new Promise((resolve, reject) => {
      const settle = async (work: () => void): Promise<void> => {
        work()
        await new Promise((next) => setTimeout(next))
      }
      sent.push({ what, expect, ruling, answer: (clusters = [], joined) => settle(() => resolve({ decision: { id: `d${++ids}` }, clusters, ...(joined !== undefined && { joined: { id: joined } }) })), refuse: () => settle(() => reject(new Error('no'))) })
    })
  const desk = new Desk(
    { keep: (entry) => kept.push(entry), decide: ({ act: { ruling } }, expect) => asked(ruling.kind, expect, ruling), withdraw: (id, also) => asked([`withdraw ${id}`, ...also].join(' with ')), restore: (id) => asked(`restore ${id}`) },
    {
      changed: () => undefined,
      answered: (clusters, _, doing) => {
        answers.push([doing, desk.more('1')])
        clusters.forEach((cluster) => versions.set(cluster.id, cluster.version))
      },
      failed: (entry, error, doing) => failures.push({ entry, error, doing }),
      versionOf: (id) => versions.get(id),
    },
  )
  return { desk, sent, kept, versions, failures, answers, states: () => desk.entries().map((entry) => entry.state) }
}

const one = clusterOf({ id: '1' })
const two = clusterOf({ id: '2' })

describe('the desk', () => {
  it('sends decisions on different clusters at once, without waiting for an answer', () => {
    const { desk, sent } = house()
    for (let id = 0; id < 20; id++) desk.decide(confirmed(clusterOf({ id: String(id) })))
    expect(sent).toHaveLength(20)
  })

  it('sends the second decision on a cluster after the first, with the version that the first left', async () => {
    const { desk, sent, versions, states } = house()
    versions.set('1', 4)
    desk.decide(apart(one, ['1b']))
    desk.decide(confirmed(one))
    expect(sent.map((call) => call.expect)).toEqual([[{ cluster: '1', version: 4 }]])
    await sent[0]?.answer([{ ...one, version: 5 }])
    expect(sent[1]?.expect).toEqual([{ cluster: '1', version: 5 }])
    await sent[1]?.answer()
    expect(states()).toEqual(['kept', 'kept'])
  })

  it('does not send what was built on a decision that was not saved, and lets other clusters stand', async () => {
    const { desk, sent, failures, states } = house()
    desk.decide(apart(one, ['1b']))
    desk.decide(confirmed(one))
    desk.decide(confirmed(two))
    await sent[0]?.refuse()
    await sent[1]?.answer()
    expect(sent.map((call) => call.what)).toEqual(['separate', 'review'])
    expect(states()).toEqual(['failed', 'failed', 'kept'])
    expect(failures[1]?.error).toBeInstanceOf(NotSentError)
    desk.decide(confirmed(one))
    expect(sent).toHaveLength(3)
  })

  it('undoes one after another from the last, and brings back the last undone first', async () => {
    const { desk, sent, states } = house()
    for (const cluster of [one, two]) desk.decide(confirmed(cluster))
    for (const call of [...sent]) await call.answer()
    expect([desk.undo()?.act.cluster, desk.undo()?.act.cluster, desk.undo()]).toEqual(['2', '1', undefined])
    expect(sent.slice(2).map((call) => call.what)).toEqual(['withdraw d2', 'withdraw d1'])
    for (const call of sent.slice(2)) await call.answer()
    expect(desk.redo()?.act.cluster).toBe('1')
    expect(sent.at(-1)?.what).toBe('restore d1')
    expect(states()).toEqual(['kept', 'undone'])
  })

  it('takes back what is still on its way as soon as it has arrived', async () => {
    const { desk, sent, states } = house()
    desk.decide(confirmed(one))
    desk.undo()
    expect(sent).toHaveLength(1)
    await sent[0]?.answer()
    expect(sent[1]?.what).toBe('withdraw d1')
    await sent[1]?.answer()
    expect(states()).toEqual(['undone'])
  })

  it('knows of each answer whether something else was done since, so that it does not flicker', async () => {
    const { desk, sent, answers } = house()
    desk.decide(confirmed(one))
    desk.undo()
    await sent[0]?.answer()
    desk.redo()
    await sent[1]?.answer()
    await sent[2]?.answer()
    expect(answers).toEqual([['decide', true], ['undo', true], ['redo', false]])
  })

  it('has nothing to redo once something new is decided, and says so of an undo that failed', async () => {
    const { desk, sent, failures, states } = house()
    desk.decide(confirmed(one))
    await sent[0]?.answer()
    desk.undo()
    desk.decide(confirmed(two))
    expect(desk.redo()).toBeUndefined()
    await sent[1]?.refuse()
    expect(failures.map((failure) => failure.doing)).toEqual(['undo'])
    expect(states()[0]).toBe('kept')
  })

  it('takes back in one what the service decided with a split', async () => {
    const { desk, sent } = house()
    desk.decide(split(one, ['1b', '1c']))
    expect(sent[0]?.ruling).toEqual({ kind: 'separate', articles: ['1b', '1c'], together: true })
    await sent[0]?.answer([], 'd9')
    desk.undo()
    expect(sent[1]?.what).toBe('withdraw d1 with d9')
    await sent[1]?.answer()
    desk.redo()
    await sent[2]?.answer()
    expect(sent.slice(2).map((call) => call.what)).toEqual(['restore d1', 'restore d9'])
  })

  it('expects both clusters of a merge as they were seen', () => {
    const { desk, sent, versions } = house()
    versions.set('1', 3).set('2', 8)
    desk.decide(merged(one, two))
    expect(sent[0]?.expect).toEqual([{ cluster: '1', version: 3 }, { cluster: '2', version: 8 }])
  })

  it('keeps each before it is sent, and once more with what it expects', () => {
    const { desk, kept, versions } = house()
    versions.set('1', 4)
    desk.decide(apart(one, ['1b']))
    desk.decide(confirmed(one))
    const [first, , second] = kept
    expect(kept.map((entry) => [entry.once, entry.expect])).toEqual([[first?.once, undefined], [first?.once, [{ cluster: '1', version: 4 }]], [second?.once, undefined]])
    expect(first?.once).not.toBe(second?.once)
    desk.undo()
    expect(kept.at(-1)).toMatchObject({ once: second?.once, state: 'undone' })
  })

  it('sends again what another page left without an answer, in order, and takes back what was taken back', async () => {
    const { desk, sent } = house()
    const done = desk.resume([{ once: 'first', act: apart(one, ['1b']), expect: [{ cluster: '1', version: 4 }], undone: false }, { once: 'second', act: confirmed(one), undone: true }])
    expect(sent.map(({ what, expect: seen }) => [what, seen])).toEqual([['separate', [{ cluster: '1', version: 4 }]]])
    for (const at of [0, 1, 2]) await sent[at]?.answer([{ ...one, version: 5 + at }])
    expect(sent.slice(1).map(({ what, expect: seen }) => [what, seen])).toEqual([['review', [{ cluster: '1', version: 5 }]], ['withdraw d2', undefined]])
    expect((await done).map((entry) => [entry.once, entry.state])).toEqual([['first', 'kept'], ['second', 'undone']])
    await desk.resume([{ once: 'first', act: apart(one, ['1b']), undone: false }])
    expect(sent).toHaveLength(3)
  })

  it('says of what was built on an unsaved one why that was not saved', async () => {
    const { desk, sent, failures } = house()
    desk.decide(apart(one, ['1b']))
    desk.decide(confirmed(one))
    await sent[0]?.refuse()
    expect((failures[1]?.error as Error).cause).toBe(failures[0]?.error)
  })

  it('sends what still waits when the page is left', async () => {
    const { desk, sent } = house()
    desk.decide(apart(one, ['1b']))
    desk.decide(confirmed(one))
    desk.leave()
    await new Promise((next) => setTimeout(next))
    expect(sent.map((call) => call.what)).toEqual(['separate', 'review'])
    expect(sent[1]?.expect).toBeUndefined()
  })
})
