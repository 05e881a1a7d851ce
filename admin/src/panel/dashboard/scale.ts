// Where do lines and names of a plot go? Round figures on the side, as many names below as have room.

/** Round values from 0 up to at least `most`, about `count` of them; whole ones where `whole`. */
export function ticks(most: number, { count = 4, whole = false }: { readonly count?: number; readonly whole?: boolean } = {}): readonly number[] {
  if (most <= 0) return [0, 1]
  const rough = most / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 5, 10].map((times) => times * magnitude).find((step) => step >= rough) ?? rough
  const step = whole ? Math.max(1, Math.round(nice)) : nice
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => round(index * step))
}

/** Places of the steps that get a name, always with the last one: one for each `room` pixels at most. */
export function named(steps: number, width: number, room: number): readonly number[] {
  const every = Math.max(1, Math.ceil((steps * room) / Math.max(1, width)))
  return Array.from({ length: steps }, (_, index) => index).filter((index) => (steps - 1 - index) % every === 0)
}

function round(value: number): number {
  return Number(value.toPrecision(12))
}
