// Was something decided in a window that is gone, and never answered? Whatever page the person comes back to, it is sent,
// and they are told what became of it.
import { useEffect } from 'react'
import { useGetIdentity, useNotify } from 'react-admin'
import { amount } from '../../evidence/numbers.ts'
import { keptOf } from './kept.ts'

export function useUnsent(): void {
  const { identity } = useGetIdentity()
  const notify = useNotify()
  const who = identity === undefined ? undefined : String(identity.id)
  useEffect(() => {
    if (who === undefined || keptOf(who).length === 0) return
    void import('./review.ts')
      .then(({ resume }) => resume(who))
      .then(({ saved, refused }) => {
        if (refused.length > 0) notify(`Not saved: ${refused.join(' ')}`, { type: 'warning', autoHideDuration: 60_000 })
        else if (saved > 0) notify(`Saved ${amount(saved, 'decision', 'decisions')} that this browser had kept.`)
      })
  }, [who, notify])
}
