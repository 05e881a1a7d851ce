// A pair of texts as the evidence room gets it: matched first, so that tests see what people will see.
import { evidenceOf } from '../../src/evidence/evidence.ts'
import type { TextEvidence } from '../../src/domain/evidence.ts'
import { matchClosely } from '../../src/match/match.ts'
import { comparable } from '../../src/normalise/normalise.ts'

export function evidenceBetween(left: string, right: string): TextEvidence {
  const [one, other] = [comparable(left), comparable(right)]
  return evidenceOf({ left: one, right: other, ...matchClosely({ id: 'left', text: one }, { id: 'right', text: other }) })
}

/** What a side's text is by the blocks: their places and what their ops write there. */
export function readBack(evidence: TextEvidence, side: 'left' | 'right'): readonly { readonly begin: number; readonly end: number; readonly text: string }[] {
  return evidence.blocks.flatMap((block) => {
    const place = block[side]
    if (place === undefined) return []
    const text = block.ops.map((op) => {
      if (op.op === 'same') return side === 'left' ? op.text : (op.right ?? op.text)
      if (op.op === 'swap') return side === 'left' ? op.from : op.to
      return (op.op === 'removed') === (side === 'left') ? op.text : ''
    })
    return [{ ...place, text: text.join('') }]
  })
}
