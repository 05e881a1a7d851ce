// What stands there before the first answer? The lines of the layout, and only after a moment, so that fast answers don't flicker.
import { useEffect, useState, type ReactElement } from 'react'

const AFTER_MS = 150

export function Skeleton({ lines = 8 }: { readonly lines?: number }): ReactElement {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={late ? 'skeleton shown' : 'skeleton'} aria-busy="true">
      <span className="hidden">Loading</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="bone" />
      ))}
    </div>
  )
}
