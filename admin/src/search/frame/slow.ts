// Is an answer taking long enough to be worth a sign? A bar that flashes for every letter would only disturb.
import { useEffect, useState } from 'react'

const SLOW_MS = 200

export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) {
      setSlow(false)
      return
    }
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return slow
}
