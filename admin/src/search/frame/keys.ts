// Which single keys do something? Off while somebody types or a dialog is open, and switched off altogether where a
// person wants that (WCAG 2.1.4: speech input and slips of the hand press letters too).
import { useEffect, useRef } from 'react'
import { remembered, remember } from './memory.ts'

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.length === 1 && !keysAreOn()) return
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
      const action = latest.current[event.key]
      if (action === undefined) return
      event.preventDefault()
      action(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

export function keysAreOn(): boolean {
  return remembered('keys') !== 'off'
}

export function switchKeys(on: boolean): void {
  remember('keys', on ? undefined : 'off')
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
}
