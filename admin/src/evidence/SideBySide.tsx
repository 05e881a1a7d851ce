// Two texts beside one another, paragraph by paragraph, with what differs marked. It reads without colour: other words
// are underlined and named to a screen reader, what only one side has is set apart by a rule at its edge.
import { useMemo, useState, type ReactElement } from 'react'
import type { Match } from '../../../server/src/domain/match.ts'
import { differences } from './differences.ts'
import { amount } from './numbers.ts'
import { rowsOf, type Paragraph, type Piece, type Row } from './rows.ts'

interface TextSide {
  readonly name: string
  readonly body: string
  readonly language: string
}

interface SideBySideProps {
  readonly left: TextSide
  readonly right: TextSide
  readonly passages: Match['passages']
  /** Leave out what is the same on both sides. */
  readonly onlyDifferences: boolean
}

export function SideBySide({ left, right, passages, onlyDifferences }: SideBySideProps): ReactElement {
  const rows = useMemo(() => rowsOf(differences(left.body, right.body, passages)), [left.body, right.body, passages])
  return (
    <div className="side-by-side">
      <div className="pair names">
        <h2>{left.name}</h2>
        <h2>{right.name}</h2>
      </div>
      {folded(rows, onlyDifferences).map((part, index) =>
        Array.isArray(part) ? <FoldedRows key={index} rows={part} left={left} right={right} /> : <PairedRow key={index} row={part as Row} left={left} right={right} />,
      )}
    </div>
  )
}

/** Runs of equal rows become one part of their own where only differences are asked for. */
function folded(rows: readonly Row[], fold: boolean): readonly (Row | readonly Row[])[] {
  if (!fold) return rows
  const parts: (Row | Row[])[] = []
  for (const row of rows) {
    const last = parts.at(-1)
    if (!row.same) parts.push(row)
    else if (Array.isArray(last)) last.push(row)
    else parts.push([row])
  }
  return parts
}

interface RowProps {
  readonly left: TextSide
  readonly right: TextSide
}

function FoldedRows({ rows, left, right }: RowProps & { readonly rows: readonly Row[] }): ReactElement {
  const [open, setOpen] = useState(false)
  const same = amount(rows.reduce((sum, row) => sum + row.left.length, 0), 'paragraph is', 'paragraphs are')
  return (
    <>
      <p className="folded-rows">
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          … {same} the same
        </button>
      </p>
      {open && rows.map((row, index) => <PairedRow key={index} row={row} left={left} right={right} />)}
    </>
  )
}

function PairedRow({ row, left, right }: RowProps & { readonly row: Row }): ReactElement {
  return (
    <div className="pair">
      <Cell side="left" paragraphs={row.left} of={left} />
      <Cell side="right" paragraphs={row.right} of={right} />
    </div>
  )
}

interface CellProps {
  readonly side: 'left' | 'right'
  readonly paragraphs: readonly Paragraph[]
  readonly of: TextSide
}

function Cell({ side, paragraphs, of }: CellProps): ReactElement {
  return (
    <div className={`cell cell-${side}`} lang={of.language === 'und' ? undefined : of.language} data-name={of.name}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.begin} className={paragraph.pieces.every((piece) => piece.kind === 'own') ? 'own-paragraph' : undefined}>
          {paragraph.pieces.map((piece, index) => (
            <PieceText key={index} piece={piece} side={side} alone={paragraph.pieces.length === 1} />
          ))}
        </p>
      ))}
    </div>
  )
}

function PieceText({ piece, side, alone }: { readonly piece: Piece; readonly side: 'left' | 'right'; readonly alone: boolean }): ReactElement {
  if (piece.kind === 'shared') return <>{piece.text}</>
  if (piece.kind === 'own') {
    return (
      <span className="own">
        {alone && <span className="hidden">only here: </span>}
        {piece.text}
      </span>
    )
  }
  const Mark = side === 'left' ? 'del' : 'ins'
  const marks = { 'data-swap': piece.swap?.number, 'data-from': piece.swap?.from, 'data-to': piece.swap?.to, 'data-side': side }
  return (
    <Mark {...marks} tabIndex={-1}>
      <span className="hidden">{side === 'left' ? 'here: ' : 'there: '}</span>
      {piece.text}
    </Mark>
  )
}
