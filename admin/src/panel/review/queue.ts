// What is to be judged, and in which order? The ids are frozen when a person comes in, so that nothing jumps about under
// their hands; where they are is the address, so that the queue itself only knows what is done. Pure: values in, values out.

/** `others`: somebody else judged it, or it is gone; it is passed over in silence and counted. */
export type Done = 'decided' | 'later' | 'others'

export interface Queue {
  /** The filter that it was made with, as a query string. */
  readonly filter: string
  readonly ids: readonly string[]
  readonly done: Readonly<Record<string, Done>>
  /** When it was entered, in milliseconds since 1970. */
  readonly begun: number
}

export interface Tally {
  readonly decided: number
  readonly later: number
  readonly others: number
  /** Seen or not, nothing was decided on them. */
  readonly open: number
}

export function entered(filter: string, ids: readonly string[], now: number): Queue {
  return { filter, ids: [...new Set(ids)], done: {}, begun: now }
}

/** -1 where the cluster is not of this queue. */
export function placeOf(queue: Queue, id: string): number {
  return queue.ids.indexOf(id)
}

/** The cluster before or after, whatever was decided on it; what others judged is passed over. */
export function neighbour(queue: Queue, id: string, by: 1 | -1): string | undefined {
  for (let at = placeOf(queue, id) + by; at >= 0 && at < queue.ids.length; at += by) {
    const one = queue.ids[at] as string
    if (queue.done[one] !== 'others') return one
  }
  return undefined
}

/** The next clusters that wait for a decision, at most so many; those before this one come last. */
export function waiting(queue: Queue, id: string, most: number): readonly string[] {
  const place = placeOf(queue, id)
  const order = [...queue.ids.slice(place + 1), ...queue.ids.slice(0, Math.max(place, 0))]
  return order.filter((one) => queue.done[one] === undefined).slice(0, most)
}

/** The next one after this place that waits; those that were skipped before do not come by themselves. */
export function following(queue: Queue, id: string): string | undefined {
  return queue.ids.slice(placeOf(queue, id) + 1).find((one) => queue.done[one] === undefined)
}

export function settled(queue: Queue, id: string, how: Done): Queue {
  if (placeOf(queue, id) < 0) return queue
  return { ...queue, done: { ...queue.done, [id]: how } }
}

/** Undone, or not saved: it waits again. */
export function reopened(queue: Queue, id: string): Queue {
  if (queue.done[id] === undefined) return queue
  const { [id]: _, ...done } = queue.done
  return { ...queue, done }
}

/** What could not be saved comes back right after the one that is being judged, not in its place. */
export function returned(queue: Queue, id: string, current: string): Queue {
  const open = reopened(queue, id)
  if (id === current || placeOf(queue, id) < 0) return open
  const others = queue.ids.filter((one) => one !== id)
  const at = others.indexOf(current)
  const ids = at < 0 ? [...others, id] : [...others.slice(0, at + 1), id, ...others.slice(at + 1)]
  return { ...open, ids }
}

/** Two clusters became one: it has one place, that of the one that was being judged. */
export function joined(queue: Queue, id: string, others: readonly string[], home: string): Queue {
  const gone = new Set([id, ...others])
  const ids = queue.ids.flatMap((one) => (one === id ? [home] : gone.has(one) ? [] : [one]))
  return { ...queue, ids: [...new Set(ids)] }
}

export function tally(queue: Queue): Tally {
  const count = (how: Done): number => queue.ids.filter((id) => queue.done[id] === how).length
  const [decided, later, others] = [count('decided'), count('later'), count('others')]
  return { decided, later, others, open: queue.ids.length - decided - later - others }
}

/** Those that nobody decided on. */
export function open(queue: Queue): readonly string[] {
  return queue.ids.filter((id) => queue.done[id] === undefined)
}
