// How far are the files of this visit? A word in the frame, so that one may leave the page and still know.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { counted } from '../../evidence/numbers.ts'
import { useQueue } from './queue.ts'

export function QueueChip(): ReactElement | null {
  const { items, phases } = useQueue()
  const under = phases.waiting + phases.sending + phases.processing
  if (items === 0 || under === 0) return null
  return (
    <Link className="queue-chip figures" to="/uploads/new">
      {counted(items - under)} of {counted(items)} files done
    </Link>
  )
}
