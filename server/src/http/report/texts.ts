// How are both texts set beside one another on paper? Block by block, all of both, with what differs marked.
import type { Block, Evidence, Op } from '../../domain/evidence.ts'
import { type Markup, markup } from './markup.ts'

export interface ReportNames {
  readonly left: string
  readonly right: string
}

const WEIGHTY = new Set(['name', 'number', 'date'])

export function textsOf(evidence: Evidence, names: ReportNames): Markup {
  return markup`<h2>Both texts</h2>
<p class="legend"><del>underlined</del> on the left stands as <ins>doubly underlined</ins> on the right; <del class="cut">struck through</del>: left out; bold: a name, number or date; a rule at the edge: only in this text; grey: word for word the same.</p>
<div class="pair names"><div>${names.left}</div><div>${names.right}</div></div>
${evidence.blocks.map((block) => blockOf(block, evidence, names))}`
}

function blockOf(block: Block, evidence: Evidence, names: ReportNames): Markup {
  const look = block.kind === 'same' ? 'same' : block.kind === 'moved' ? 'moved' : block.kind === 'edited' ? '' : 'own'
  const cell = (side: 'left' | 'right'): Markup => {
    if (block[side] === undefined) return block.kind === 'moved' ? markup`<div class="note">Moved: in ${side === 'left' ? names.left : names.right} it stands elsewhere.</div>` : markup`<div></div>`
    const { language } = evidence[side]
    return markup`<div lang="${language === 'und' ? '' : language}">${paragraphs(block, side, evidence)}</div>`
  }
  return markup`<div class="pair ${look}">${cell('left')}${cell('right')}</div>`
}

function paragraphs(block: Block, side: 'left' | 'right', evidence: Evidence): Markup {
  const done: Markup[][] = [[]]
  for (const op of block.ops) {
    writtenOn(side, op).split(/\n+/).forEach((line, at) => {
      if (at > 0) done.push([])
      if (line !== '') done.at(-1)?.push(piece(line, side, op, block, evidence))
    })
  }
  return markup`${done.filter((pieces) => pieces.length > 0).map((pieces) => markup`<p>${pieces}</p>`)}`
}

function writtenOn(side: 'left' | 'right', op: Op): string {
  if (op.op === 'same') return side === 'left' ? op.text : (op.right ?? op.text)
  if (op.op === 'swap') return side === 'left' ? op.from : op.to
  return (op.op === 'removed') === (side === 'left') ? op.text : ''
}

function piece(line: string, side: 'left' | 'right', op: Op, block: Block, evidence: Evidence): Markup {
  const alone = block.kind === 'left-only' || block.kind === 'right-only'
  if (op.op === 'same' || alone) return markup`${line}`
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(line) ?? []
  if (text === '') return markup`${line}`
  const weight = op.op === 'swap' && WEIGHTY.has(evidence.substitutions[op.substitution]?.class ?? '') ? 'weighty' : ''
  const said = markup`<span class="hidden">${side === 'left' ? 'removed: ' : 'added: '}</span>${text}`
  const mark = side === 'left' ? markup`<del class="${weight}${op.op === 'removed' ? ' cut' : ''}">${said}</del>` : markup`<ins class="${weight}">${said}</ins>`
  return markup`${before}${mark}${after}`
}
