// Which corrections were made, and which were taken back? Every step can be undone, and done again.
import { useCallback, useState } from 'react'
import { type Corrections, NONE } from './corrections.ts'

export interface Steps {
  readonly now: Corrections
  /** How many steps can be undone, and done again. */
  readonly done: number
  readonly undone: number
  make(next: Corrections): void
  undo(): void
  redo(): void
  /** Forgets all and begins with these. */
  begin(first: Corrections): void
}

interface History {
  readonly before: readonly Corrections[]
  readonly now: Corrections
  readonly after: readonly Corrections[]
}

const EMPTY: History = { before: [], now: NONE, after: [] }

export function useSteps(): Steps {
  const [{ before, now, after }, set] = useState<History>(EMPTY)
  const make = useCallback((next: Corrections) => set((was) => ({ before: [...was.before, was.now], now: next, after: [] })), [])
  const undo = useCallback(() => set(undone), [])
  const redo = useCallback(() => set(redone), [])
  const begin = useCallback((first: Corrections) => set({ ...EMPTY, now: first }), [])
  return { now, done: before.length, undone: after.length, make, undo, redo, begin }
}

function undone({ before, now, after }: History): History {
  const last = before.at(-1)
  return last === undefined ? { before, now, after } : { before: before.slice(0, -1), now: last, after: [now, ...after] }
}

function redone({ before, now, after }: History): History {
  const [next, ...rest] = after
  return next === undefined ? { before, now, after } : { before: [...before, now], now: next, after: rest }
}
