// Does a decision move on to the next cluster by itself? Yes, until somebody switches it off; this browser remembers.
import { useState } from 'react'
import { remember, remembered } from '../../search/frame/memory.ts'

export function useAdvance(): readonly [boolean, () => void] {
  const [on, setOn] = useState(() => remembered('advance') !== 'off')
  return [
    on,
    () => {
      remember('advance', on ? 'off' : undefined)
      setOn(!on)
    },
  ]
}
