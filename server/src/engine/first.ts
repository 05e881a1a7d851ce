// Which are the first few of many? Kept in a heap with the last of them on top, so that a page costs no sorting of all.

/** Below zero: the left one comes first. Never zero for two different ones. */
export type Order = (left: number, right: number) => number

/** The first `wanted` of the numbers from 0 to `count`, in order. */
export function firstOf(count: number, wanted: number, order: Order): readonly number[] {
  const most = Math.min(count, wanted)
  if (most <= 0) return []
  const heap = Array.from({ length: most }, (_, at) => at)
  for (let at = (most >> 1) - 1; at >= 0; at -= 1) sink(heap, at, order)
  for (let one = most; one < count; one += 1) {
    if (order(one, heap[0] ?? 0) < 0) {
      heap[0] = one
      sink(heap, 0, order)
    }
  }
  return heap.sort(order)
}

/** Moves one down until none below it comes later. */
function sink(heap: number[], from: number, order: Order): void {
  const moved = heap[from] ?? 0
  let at = from
  for (;;) {
    let below = 2 * at + 1
    if (below >= heap.length) break
    if (below + 1 < heap.length && order(heap[below + 1] ?? 0, heap[below] ?? 0) > 0) below += 1
    const later = heap[below] ?? 0
    if (order(later, moved) <= 0) break
    heap[at] = later
    at = below
  }
  heap[at] = moved
}
