// How much memory does a child hold? Asked of the kernel, since array buffers and decoders count in no heap limit.
// Where there is no /proc (not Linux), the child's heap limit is the only fence.
import { readFileSync } from 'node:fs'

/** A bomb fills half a gigabyte in some 100 ms. */
export const WATCH_EVERY_MS = 25

const pageBytes = measurePage()

/** Resident bytes of a process; 0 where it is gone or the system does not tell. */
export function residentBytes(pid: number | 'self'): number {
  return residentPages(pid) * pageBytes
}

function residentPages(pid: number | 'self'): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0)
  } catch {
    // Gone between two looks, or no /proc: both mean that there is nothing to see.
    return 0
  }
}

/** Pages are 4 KiB on most machines, 16 or 64 KiB on some; ours tells. */
function measurePage(): number {
  const pages = residentPages('self')
  if (pages === 0) return 4096
  return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / pages))
}
