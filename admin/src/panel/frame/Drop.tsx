// What opens a small sheet below its button? The browser's own disclosure; Esc, a press elsewhere or a choice closes it.
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'

interface DropProps {
  readonly label: string
  readonly children: (close: () => void) => ReactNode
}

export function Drop({ label, children }: DropProps): ReactElement {
  const box = useRef<HTMLDetailsElement>(null)
  const close = (): void => {
    if (box.current?.open !== true) return
    box.current.open = false
    box.current.querySelector('summary')?.focus()
  }
  useEffect(() => {
    const outside = ({ target }: PointerEvent): void => {
      if (box.current?.open === true && !box.current.contains(target as Node)) box.current.open = false
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [])
  return (
    <details className="drop" ref={box} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), close())}>
      <summary className="button">{label}</summary>
      <div className="drop-sheet">{children(close)}</div>
    </details>
  )
}
