// How is one block shown? Its left words beside its right words, or both in one column; a moved passage says where its other
// end is.
import type { ReactElement, ReactNode } from 'react'
import { type Evidence, type Names, type NumberedBlock, type NumberedOp, type SideName, textOn } from './pair.ts'

interface BlockRowProps {
  readonly part: NumberedBlock
  readonly evidence: Evidence
  readonly names: Names
  readonly inline: boolean
  readonly onBlock: (block: number) => void
}

export function BlockRow({ part, evidence, names, inline, onBlock }: BlockRowProps): ReactElement {
  const { block, index } = part
  const classes = `block block-${block.kind}`
  const note = block.kind === 'moved' ? <MovedNote part={part} names={names} onBlock={onBlock} /> : null
  if (inline) {
    return (
      <div className={classes} data-block={index} tabIndex={-1}>
        {note}
        <Paragraphs ops={part.ops} evidence={evidence} />
      </div>
    )
  }
  return (
    <div className={`pair ${classes}`} data-block={index} tabIndex={-1}>
      {(['left', 'right'] as const).map((side) => (
        <div key={side} className={`cell cell-${side}`} data-name={names[side]} lang={languageOf(evidence, side)}>
          {block[side] === undefined ? block.kind === 'moved' ? note : <Nothing kind={block.kind} /> : <Paragraphs ops={part.ops} side={side} evidence={evidence} />}
        </div>
      ))}
    </div>
  )
}

function languageOf(evidence: Evidence, side: SideName): string | undefined {
  const { language } = evidence[side]
  return language === 'und' ? undefined : language
}

function Nothing({ kind }: { readonly kind: string }): ReactElement {
  return <p className="hidden">{kind === 'left-only' ? 'Nothing answers it here.' : 'Not in this text.'}</p>
}

function MovedNote({ part: { block }, names, onBlock }: { readonly part: NumberedBlock; readonly names: Names; readonly onBlock: (block: number) => void }): ReactElement {
  const there = block.left === undefined ? names.left : names.right
  return (
    <p className="moved-note">
      <span aria-hidden="true">⇅</span> Moved: in {there} it stands elsewhere.{' '}
      <button type="button" className="plain" onClick={() => block.movedTo !== undefined && onBlock(block.movedTo)}>
        Go there
      </button>
    </p>
  )
}

interface ParagraphsProps {
  readonly ops: readonly NumberedOp[]
  readonly evidence: Evidence
  /** Both sides, one after the other, where absent. */
  readonly side?: SideName
}

function Paragraphs({ ops, side, evidence }: ParagraphsProps): ReactElement {
  const paragraphs: ReactNode[][] = [[]]
  const put = (text: string, mark: (text: string, key: number) => ReactNode): void => {
    text.split(/\n+/).forEach((line, at) => {
      if (at > 0) paragraphs.push([])
      const open = paragraphs.at(-1) as ReactNode[]
      if (line !== '') open.push(mark(line, open.length))
    })
  }
  const whole = ops.length === 1
  for (const { op, difference } of ops) {
    const marks = { 'data-difference': difference, tabIndex: -1, ...(op.op === 'swap' && { className: `class-${evidence.substitutions[op.substitution]?.class ?? 'synonym'}` }) }
    if (op.op === 'same') put(textOn(side ?? 'left', op), (text) => text)
    for (const one of side === undefined ? (['left', 'right'] as const) : [side]) {
      const text = op.op === 'same' ? '' : textOn(one, op)
      if (text.trim() === '') continue
      put(text, (line, key) => <Changed key={key} line={line} removed={one === 'left'} own={op.op !== 'swap'} whole={whole} marks={marks} />)
    }
  }
  return (
    <>
      {paragraphs.filter((pieces) => pieces.length > 0).map((pieces, at) => (
        <p key={at}>{pieces}</p>
      ))}
    </>
  )
}

interface ChangedProps {
  readonly line: string
  readonly removed: boolean
  /** Nothing stands for it on the other side. */
  readonly own: boolean
  /** The whole paragraph: marked by a rule at its edge and not word by word. */
  readonly whole: boolean
  readonly marks: Readonly<Record<string, unknown>>
}

/** White space at the ends stays outside the mark. */
function Changed({ line, removed, own, whole, marks }: ChangedProps): ReactElement {
  const Mark = removed ? 'del' : 'ins'
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(line) ?? []
  const { className, ...rest } = marks
  const classes = [className, own ? 'own' : undefined, whole ? 'own-whole' : undefined].filter(Boolean).join(' ')
  return (
    <>
      {before}
      <Mark className={classes} {...rest}>
        <span className="hidden">{removed ? 'removed: ' : 'added: '}</span>
        {text}
      </Mark>
      {after}
    </>
  )
}
