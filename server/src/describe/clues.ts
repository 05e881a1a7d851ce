// What do the machine-readable marks say? A page's own statement of headline, author and day outranks what lines look like,
// but where the text says the same, the ground is the text.
import { readByline, readNames } from '../domain/byline.ts'
import { foldLine } from '../domain/line.ts'
import type { Clue } from '../domain/page.ts'
import { machineDate } from './dates.ts'
import type { Notes } from './notes.ts'

/** Fills fields from clues; a field of a record counts as said by the sender's own data. */
export function readClues(notes: Notes, clues: readonly Clue[]): void {
  const names: string[] = []
  let source: Clue['source'] = 'markup'
  for (const clue of clues) {
    if (clue.field === 'byline') {
      names.push(...namesIn(clue.value))
      source = clue.source
    } else if (clue.field === 'headline' || clue.field === 'publisher') notes.prefer(clue.field, foldLineEnds(clue.value), clue.source, clue.value)
    else if (clue.field === 'dek' || clue.field === 'dateline') notes.fromOutside(clue.field, foldLineEnds(clue.value), clue.source, clue.value)
  }
  const day = earliestDay(clues)
  if (day !== undefined) notes.prefer('publishedAt', day.at, day.clue.source, day.clue.value)
  if (names.length > 0) notes.preferByline(names, source, names.join(', '))
}

// A day and the moment before midnight in another zone are the same.
const SAME_DAY = 36 * 3_600_000

/** The first day that is stated, unless another is earlier: publishing systems state the day of the last change. */
function earliestDay(clues: readonly Clue[]): { readonly at: string; readonly clue: Clue } | undefined {
  const days = clues.flatMap((clue) => {
    const at = clue.field === 'publishedAt' ? machineDate(clue.value) : undefined
    return at === undefined ? [] : [{ at, clue }]
  })
  return days.reduce<(typeof days)[number] | undefined>((best, day) => (best === undefined || Date.parse(best.at) - Date.parse(day.at) > SAME_DAY ? day : best), undefined)
}

function namesIn(value: string): string[] {
  const line = foldLine(value)
  if (line === '' || /^https?:/i.test(line) || line.length > 200) return []
  const read = readByline(line) ?? readNames(line)
  return read.names.length > 0 ? [...read.names] : [line.replace(/^by\s+/i, '')]
}

function foldLineEnds(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
