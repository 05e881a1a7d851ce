// How do the rows become blocks for a screen? Each with its place on either side and its words written as ops; a moved passage
// is written once and stands at both of its places.
import type { Block, Op } from '../domain/evidence.ts'
import { type Item, itemsOf, opsOf } from './ops.ts'
import type { Moved } from './order.ts'
import type { Known } from './pieces.ts'
import type { Row } from './rows.ts'
import { placeOf, type Side } from './side.ts'
import type { Substitutions } from './substitutions.ts'

/** What is known before, and what is found while the ops are written. */
export interface Writing {
  readonly known: Known
  readonly found: Substitutions
  /** All that is not equal, in the order of writing. */
  readonly items: Item[]
}

/** A passage that came to stand in blocks of its own, as if it were a row. */
export function movedRows(rows: readonly Row[], moved: readonly Moved[]): readonly Moved[] {
  const shown = new Set(rows.flatMap((row) => (row.moved === undefined ? [] : [row.moved.passage])))
  return moved.filter((_, passage) => shown.has(passage))
}

/** One block a row, in the same order. Swaps are counted in `writing.found`, whose numbers the ops carry. */
export function blocksOf(left: Side, right: Side, rows: readonly Row[], moved: readonly Moved[], writing: Writing): readonly Block[] {
  const ends = endsOf(rows)
  const passages = moved.map((passage, at): readonly Op[] => (ends.has(at) ? written(left, right, passage, ends.get(at)?.left as number, writing) : []))
  return rows.map((row, at): Block => {
    const places = {
      ...(row.left.end > row.left.begin && { left: placeOf(left, row.left) }),
      ...(row.right.end > row.right.begin && { right: placeOf(right, row.right) }),
    }
    if (row.moved !== undefined) {
      const end = ends.get(row.moved.passage)
      return { kind: 'moved', ...places, movedTo: (row.moved.side === 'left' ? end?.right : end?.left) as number, ops: passages[row.moved.passage] ?? [] }
    }
    const ops = written(left, right, row, at, writing)
    return { kind: kindOf(places, ops), ...places, ops }
  })
}

/** A text without a word is a block all the same, so that nothing of it is lost. */
export function wordlessBlocks(left: Side, right: Side): readonly Block[] {
  const blocks: Block[] = []
  for (const [side, name] of [[left, 'left'], [right, 'right']] as const) {
    if (side.length > 0 || side.text.trim() === '') continue
    const place = placeOf(side, { begin: 0, end: 0 })
    const text = side.text.slice(place.begin, place.end)
    blocks.push({ kind: `${name}-only`, [name]: place, ops: [{ op: name === 'left' ? 'removed' : 'added', text }] })
  }
  return blocks
}

function written(left: Side, right: Side, row: Pick<Row, 'left' | 'right' | 'pairs'>, block: number, { known, found, items }: Writing): readonly Op[] {
  const own = itemsOf(left, right, row, known)
  for (const item of own) if (!item.equal) items.push(item)
  return opsOf(left, right, row, own, (swap) => found.add(swap, block))
}

function endsOf(rows: readonly Row[]): ReadonlyMap<number, { readonly left: number; readonly right: number }> {
  const ends = new Map<number, { left: number; right: number }>()
  rows.forEach(({ moved }, at) => {
    if (moved === undefined) return
    const end = ends.get(moved.passage) ?? { left: -1, right: -1 }
    end[moved.side] = at
    ends.set(moved.passage, end)
  })
  return ends
}

function kindOf(places: { readonly left?: unknown; readonly right?: unknown }, ops: readonly Op[]): Block['kind'] {
  if (places.right === undefined) return 'left-only'
  if (places.left === undefined) return 'right-only'
  return ops.every((op) => op.op === 'same') ? 'same' : 'edited'
}
