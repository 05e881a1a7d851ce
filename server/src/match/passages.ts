// Which stretches are shown as shared? Aligned ones as they stand; where sentences were recast around or beyond them,
// the recast stretch, so that one passage stays one.
import type { Span } from '../domain/span.ts'
import type { Passage } from '../domain/match.ts'
import { extent, type Stretch } from './alignment.ts'
import { paraphrases, type Paraphrase } from './paraphrase.ts'
import type { Prepared } from './prepared.ts'
import { COPY_IDENTITY, LONE_PASSAGE, LONE_PASSAGE_SHARE, VERBATIM_LENGTH } from './thresholds.ts'

export interface Shown {
  /** Recast passages are looked for too. */
  readonly recast: boolean
  /** The texts are no copies: a passage must stand for itself, so the shortest are left out. */
  readonly lone: boolean
}

/** In order of the left text. */
export function passagesOf(left: Prepared, right: Prepared, stretches: readonly Stretch[], how: Shown): readonly Passage[] {
  const least = how.lone ? Math.min(LONE_PASSAGE, Math.min(left.length, right.length) * LONE_PASSAGE_SHARE) : 0
  const aligned = stretches.filter((one) => one.left.length >= least).map(rangeOf)
  const verbatim = stretches.filter((one) => isVerbatim(left, one)).map(rangeOf)
  const found = how.recast && verbatim.length === 0 ? paraphrases(left, right) : []
  const loose = aligned.filter((one) => !verbatim.some((other) => same(one, other)))
  const all = [...verbatim, ...merged([...loose, ...found])]
  return all.sort((one, other) => one.left[0] - other.left[0]).map((one) => ({ left: spanOf(left, one.left), right: spanOf(right, one.right) }))
}

function rangeOf(stretch: Stretch): Paraphrase {
  const range = (places: readonly number[]) => [places[0] as number, (places[places.length - 1] as number) + 1] as const
  return { left: range(stretch.left), right: range(stretch.right) }
}

function isVerbatim(left: Prepared, stretch: Stretch): boolean {
  const identity = stretch.left.length / Math.max(extent(stretch.left), extent(stretch.right))
  const { begin, end } = spanOf(left, rangeOf(stretch).left)
  return identity >= COPY_IDENTITY && end - begin >= VERBATIM_LENGTH
}

/** Ranges that meet on both sides become one. */
function merged(ranges: readonly Paraphrase[]): readonly Paraphrase[] {
  const done: Paraphrase[] = []
  for (const range of ranges) {
    let grown = range
    for (let at = 0; at < done.length; ) {
      const other = done[at] as Paraphrase
      if (!touch(grown, other)) {
        at++
        continue
      }
      grown = { left: hull(grown.left, other.left), right: hull(grown.right, other.right) }
      done.splice(at, 1)
      at = 0
    }
    done.push(grown)
  }
  return done
}

function touch(one: Paraphrase, other: Paraphrase): boolean {
  return meets(one.left, other.left) && meets(one.right, other.right)
}

function meets(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

function same(one: Paraphrase, other: Paraphrase): boolean {
  return one.left[0] === other.left[0] && one.right[0] === other.right[0]
}

function hull(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
}

function spanOf(side: Prepared, [begin, end]: readonly [number, number]): Span {
  return { begin: side.text.begins[begin] as number, end: side.text.ends[end - 1] as number }
}
