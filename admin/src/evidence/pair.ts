// What do the components show? The service's evidence as it is; here its differences only get the numbers by which keys and
// links (`#d=17`) find them, and the two bodies are read back from the blocks.
import type { EvidenceAnswer, FamilyAnswer, StackAnswer } from '../../../server/src/http/contract/evidence.ts'

export type Evidence = EvidenceAnswer
export type Side = Evidence['left']
export type Block = Evidence['blocks'][number]
export type Op = Block['ops'][number]
export type Substitution = Evidence['substitutions'][number]
export type Occurrence = Substitution['at'][number]
export type Span = Occurrence['left']
export type Family = FamilyAnswer
export type Stack = StackAnswer
export type SideName = 'left' | 'right'

/** What the two texts are called in a comparison, short and different from one another. */
export interface Names {
  readonly left: string
  readonly right: string
}

/** An op with the number of its difference; shared words have none. */
export interface NumberedOp {
  readonly op: Op
  readonly difference?: number
}

export interface NumberedBlock {
  readonly block: Block
  /** Index among the blocks. */
  readonly index: number
  readonly ops: readonly NumberedOp[]
}

/** Where a difference stands, for whoever looks for one by its place. */
export interface Difference {
  readonly number: number
  readonly block: number
  readonly left?: Span
  readonly right?: Span
}

export interface Numbered {
  readonly blocks: readonly NumberedBlock[]
  readonly differences: readonly Difference[]
}

/** From 1, in order of the blocks. Words taken out and words put in at one place are one difference, a whole block of one side too. */
export function numbered(blocks: readonly Block[]): Numbered {
  const differences: Difference[] = []
  const done: NumberedBlock[] = []
  blocks.forEach((block, index) => {
    const twin = block.kind === 'moved' && block.movedTo !== undefined && block.movedTo < index ? done[block.movedTo] : undefined
    if (twin !== undefined) return void done.push({ block, index, ops: twin.ops })
    const other = block.movedTo === undefined ? block : blocks[block.movedTo]
    const at = { left: (block.left ?? other?.left)?.begin ?? 0, right: (block.right ?? other?.right)?.begin ?? 0 }
    let last: Op | undefined
    const ops = block.ops.map((op): NumberedOp => {
      const [from, to] = lengthsOf(op)
      const place = { ...(from > 0 && { left: { begin: at.left, end: at.left + from } }), ...(to > 0 && { right: { begin: at.right, end: at.right + to } }) }
      at.left += from
      at.right += to
      const before = last
      last = op
      if (op.op === 'same') return { op }
      const goesOn = before !== undefined && before.op !== 'same' && before.op !== 'swap' && op.op !== 'swap' && before.op !== op.op
      if (goesOn) differences[differences.length - 1] = { ...(differences.at(-1) as Difference), ...place }
      else differences.push({ number: differences.length + 1, block: index, ...place })
      return { op, difference: differences.length }
    })
    done.push({ block, index, ops })
  })
  return { blocks: done, differences }
}

function lengthsOf(op: Op): readonly [number, number] {
  switch (op.op) {
    case 'same':
      return [op.text.length, (op.right ?? op.text).length]
    case 'swap':
      return [op.from.length, op.to.length]
    case 'removed':
      return [op.text.length, 0]
    case 'added':
      return [0, op.text.length]
  }
}

/** What an op writes on one side. */
export function textOn(side: SideName, op: Op): string {
  if (op.op === 'same') return side === 'left' ? op.text : (op.right ?? op.text)
  if (op.op === 'swap') return side === 'left' ? op.from : op.to
  return (op.op === 'removed') === (side === 'left') ? op.text : ''
}

/** The body of one side; every offset of the evidence holds in it. */
export function bodyOf({ blocks }: Pick<Evidence, 'blocks'>, side: SideName): string {
  let body = ''
  for (const block of blocks) {
    const place = block[side]
    if (place === undefined) continue
    body = body.padEnd(place.begin, '\n') + block.ops.map((op) => textOn(side, op)).join('')
  }
  return body
}

/** The difference that stands at a place. */
export function differenceAt({ differences }: Numbered, { left, right }: { readonly left?: Span; readonly right?: Span }): number | undefined {
  const meets = (one: Span | undefined, other: Span | undefined): boolean => one !== undefined && other !== undefined && one.begin < other.end && other.begin < one.end
  return differences.find((one) => meets(one.left, left))?.number ?? differences.find((one) => meets(one.right, right))?.number
}

/** Is there anything that the two texts share? */
export function sharesNothing({ blocks }: Pick<Evidence, 'blocks'>): boolean {
  return blocks.every((block) => block.kind === 'left-only' || block.kind === 'right-only')
}

export function confidenceWord(confidence: Evidence['verdict']['confidence']): string {
  return { high: 'High', medium: 'Medium', low: 'Low' }[confidence]
}
