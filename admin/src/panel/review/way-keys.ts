// Which keys work though nothing is on the desk yet? Undo and redo, and the way along the queue: they must not be lost between
// two clusters, however fast they come.
import { useEffect, useRef } from 'react'
import { keysRest, usePanelKeys } from '../frame/keys.ts'
import { redo, undo } from './review.ts'

/** `to`: goes to a cluster, where there is one to go to. */
export function useWayKeys(to: (id: string | undefined) => void, onStep: (by: 1 | -1) => void): void {
  usePanelKeys({ z: () => to(undo()), Z: () => to(redo()), j: () => onStep(1), k: () => onStep(-1) })
  useUndoKeys(to)
}

/** Ctrl+Z and Ctrl+Shift+Z, as everywhere; in a field they belong to the field. */
function useUndoKeys(to: (id: string | undefined) => void): void {
  const latest = useRef(to)
  latest.current = to
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z' || keysRest(event)) return
      event.preventDefault()
      latest.current(event.shiftKey ? redo() : undo())
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
