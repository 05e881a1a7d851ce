// What is the longest common subsequence of two short stretches? Bit-parallel rows (Hyyrö 2004, 32 words at a time)
// are kept and walked back, so that a box of 30 by 30 words costs thirty row steps instead of nine hundred cells.

const WORD_BITS = 32
/** Cells beyond which a box is left unaligned; boxes between seeds are far smaller. */
const LARGEST_BOX = 65_536

/** Appends the pairs of equal words of `left[i0, i1)` and `right[j0, j1)` that form a longest common subsequence. */
export function subsequence(
  left: ArrayLike<number>, i0: number, i1: number,
  right: ArrayLike<number>, j0: number, j1: number,
  pairs: { left: number[]; right: number[] },
): void {
  const rows = i1 - i0
  const columns = j1 - j0
  if (rows <= 0 || columns <= 0 || rows * columns > LARGEST_BOX) return
  if (columns > WORD_BITS) {
    if (rows <= WORD_BITS) {
      const turned = { left: [] as number[], right: [] as number[] }
      subsequence(right, j0, j1, left, i0, i1, turned)
      for (let at = 0; at < turned.left.length; at++) pairs.left.push(turned.right[at] as number), pairs.right.push(turned.left[at] as number)
      return
    }
    cells(left, i0, i1, right, j0, j1, pairs)
    return
  }
  bits(left, i0, i1, right, j0, j1, pairs)
}

const held = new Int32Array(LARGEST_BOX)

/** At most 32 columns: bit c of row r is 0 where the length grows at column c. */
function bits(left: ArrayLike<number>, i0: number, i1: number, right: ArrayLike<number>, j0: number, j1: number, pairs: { left: number[]; right: number[] }): void {
  let row = -1
  for (let i = i0; i < i1; i++) {
    let equal = 0
    for (let j = j0; j < j1; j++) if (left[i] === right[j]) equal |= 1 << (j - j0)
    const both = row & equal
    row = (row + both) | (row & ~equal)
    held[i - i0] = row
  }
  const found: number[] = []
  let j = j1 - 1
  for (let i = i1 - 1; i >= i0 && j >= j0; ) {
    const grows = ((held[i - i0] as number) & (1 << (j - j0))) === 0
    if (!grows) j--
    else if (i > i0 && ((held[i - 1 - i0] as number) & (1 << (j - j0))) === 0) i--
    else found.push(i--, j--)
  }
  for (let at = found.length - 2; at >= 0; at -= 2) pairs.left.push(found[at] as number), pairs.right.push(found[at + 1] as number)
}

/** Plain dynamic programming for the rare wider box. */
function cells(left: ArrayLike<number>, i0: number, i1: number, right: ArrayLike<number>, j0: number, j1: number, pairs: { left: number[]; right: number[] }): void {
  const width = j1 - j0 + 1
  const lengths = new Int32Array((i1 - i0 + 1) * width)
  for (let i = i1 - 1; i >= i0; i--) {
    for (let j = j1 - 1; j >= j0; j--) {
      const at = (i - i0) * width + j - j0
      lengths[at] = left[i] === right[j] ? (lengths[at + width + 1] as number) + 1 : Math.max(lengths[at + width] as number, lengths[at + 1] as number)
    }
  }
  for (let i = i0, j = j0; i < i1 && j < j1; ) {
    const at = (i - i0) * width + j - j0
    if (left[i] === right[j]) pairs.left.push(i++), pairs.right.push(j++)
    else if ((lengths[at + width] as number) >= (lengths[at + 1] as number)) i++
    else j++
  }
}
