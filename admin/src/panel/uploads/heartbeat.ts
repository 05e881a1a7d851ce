// Does a file that waits get anywhere? What does not change for a minute is called stalled; until then one sees what is
// before it. Remembered by id for as long as the panel is open.
import { useEffect, useState } from 'react'
import type { UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'

const STALLED_MS = 60_000
const LOOK_MS = 5_000

type Waiting = Pick<UploadFileAnswer, 'id' | 'status' | 'ahead' | 'articles' | 'outcome'>

const seen = new Map<string, { readonly state: string; readonly since: number }>()

/** True where nothing moved for a minute. */
export function isStalled({ id, status, ahead, articles, outcome }: Waiting, now: number): boolean {
  if (outcome !== 'waiting') {
    seen.delete(id)
    return false
  }
  const state = `${status} ${ahead ?? 0} ${articles.length}`
  const before = seen.get(id)
  if (before?.state !== state) seen.set(id, { state, since: now })
  return before?.state === state && now - before.since >= STALLED_MS
}

/** The time, told anew every few seconds while something waits. */
export function useNow(waiting: boolean): number {
  const [now, set] = useState(() => Date.now())
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => set(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [waiting])
  return now
}
