// Who holds a print, without a store? An index in memory with the same answers, for a run over a file of texts.
// Open addressing over typed arrays: most prints have one holder, kept in the slot itself, so that a print costs ten bytes.
import type { Fingerprint } from '../domain/fingerprint.ts'
import type { RankedRow } from './candidates.ts'
import { rankCandidates } from './candidates.ts'
import { HOLDER_CAP } from './thresholds.ts'

export class CandidateIndex {
  private readonly shingle = new HolderTable()
  private readonly name = new HolderTable()
  private count = 0

  /** Rows must be added in order of age; `row` is a number of the caller's, at least 0. */
  add(row: number, print: Fingerprint): void {
    const seen = new Set<number>()
    for (const segment of print.shingles) {
      for (const one of segment) {
        if (print.shingles.length > 1) {
          if (seen.has(one)) continue
          seen.add(one)
        }
        this.shingle.add(one, row)
      }
    }
    for (const one of print.names) this.name.add(one, row)
    this.count++
  }

  candidates(print: Fingerprint): readonly RankedRow[] {
    return rankCandidates(print, { shingle: this.shingle.lists(print.shingles), name: this.name.lists([print.names]) }, this.count)
  }
}

/** Print → rows. A slot holds its only row (as -row-1) or the head of a linked list of postings. */
class HolderTable {
  private keys = new Int32Array(1024)
  private heads = new Int32Array(1024)
  private counts = new Uint8Array(1024)
  private used = 0
  private rows = new Int32Array(1024)
  private nexts = new Int32Array(1024)
  private postings = 0

  add(print: number, row: number): void {
    if (this.used * 3 > this.keys.length * 2) this.grow()
    const slot = this.slotOf(print)
    const count = this.counts[slot] as number
    if (count === 0) {
      this.keys[slot] = print
      this.heads[slot] = -row - 1
      this.used++
    } else if (count < HOLDER_CAP) {
      const head = this.heads[slot] as number
      this.heads[slot] = this.post(row, count === 1 ? this.post(-head - 1, -1) : head)
    } else return
    this.counts[slot] = count + 1
  }

  lists(segments: readonly Int32Array[]): ReadonlyMap<number, Int32Array> {
    const found = new Map<number, Int32Array>()
    for (const segment of segments) {
      for (const print of segment) {
        if (found.has(print)) continue
        const rows = this.rowsOf(this.slotOf(print))
        if (rows !== undefined) found.set(print, rows)
      }
    }
    return found
  }

  private rowsOf(slot: number): Int32Array | undefined {
    const count = this.counts[slot] as number
    if (count === 0) return undefined
    const list = new Int32Array(count)
    let head = this.heads[slot] as number
    if (count === 1) list[0] = -head - 1
    else for (let at = count - 1; at >= 0; at--, head = this.nexts[head] as number) list[at] = this.rows[head] as number
    return list
  }

  private slotOf(print: number): number {
    const mask = this.keys.length - 1
    let slot = print & mask // a print is evenly mixed already
    while (this.counts[slot] !== 0 && this.keys[slot] !== print) slot = (slot + 1) & mask
    return slot
  }

  private post(row: number, next: number): number {
    if (this.postings === this.rows.length) {
      this.rows = widened(this.rows)
      this.nexts = widened(this.nexts)
    }
    this.rows[this.postings] = row
    this.nexts[this.postings] = next
    return this.postings++
  }

  private grow(): void {
    const [keys, heads, counts] = [this.keys, this.heads, this.counts]
    this.keys = new Int32Array(keys.length * 2)
    this.heads = new Int32Array(keys.length * 2)
    this.counts = new Uint8Array(keys.length * 2)
    for (let old = 0; old < keys.length; old++) {
      if (counts[old] === 0) continue
      const slot = this.slotOf(keys[old] as number)
      this.keys[slot] = keys[old] as number
      this.heads[slot] = heads[old] as number
      this.counts[slot] = counts[old] as number
    }
  }
}

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
