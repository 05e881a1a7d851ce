// How much memory and time does a child take? Asked of the kernel, since array buffers and decoders count in no heap limit,
// and a busy machine must not be taken for a hanging file. Where there is no /proc (not Linux), the heap limit and the clock remain.
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

/** Linux tells processor time in hundredths of a second to every program, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100
/** A child that waits for something that never comes uses no processor: it is given this many times its seconds. */
const WALL_SHARE = 2

/** Seconds of processor that a process has used; `undefined` where it is gone or the system does not tell. */
export function processorSeconds(pid: number): number | undefined {
  try {
    // Fields after the name, which stands in brackets and may hold anything: the 12th and 13th are user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  } catch {
    // Gone, or no /proc: the clock on the wall decides.
    return undefined
  }
}

/** Seconds left to a child that may work for `seconds`, by what it worked and how long it was waited for. */
export function secondsLeft(seconds: number, worked: number | undefined, waited: number): number {
  return worked === undefined ? seconds - waited : Math.min(seconds - worked, seconds * WALL_SHARE - waited)
}

/** Pages are 4 KiB on most machines, 16 or 64 KiB on some; ours tells. */
function measurePage(): number {
  const pages = residentPages('self')
  if (pages === 0) return 4096
  return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / pages))
}
