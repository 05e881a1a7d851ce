// How is a received text shown with what was made of it? Furniture struck through with its reason, words that gave a value
// marked with its name; said in words too, so that nothing hangs on looks alone.
import type { ReactElement } from 'react'
import { reasonName } from '../../search/reader/furniture.ts'
import type { Piece } from './pieces.ts'

export function MarkedText({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return (
    <div className="marked-text" tabIndex={0} role="region" aria-label="The text as received">
      {pieces.map((piece) => (
        <OnePiece key={piece.at} piece={piece} />
      ))}
    </div>
  )
}

function OnePiece({ piece }: { readonly piece: Piece }): ReactElement {
  const label = piece.label === undefined ? '' : reasonName(piece.label)
  if (piece.kind === 'furniture') {
    if (piece.text.trim() === '') return <>{piece.text}</>
    return (
      <s className="piece-furniture" title={`Page furniture: ${label}`}>
        <span className="hidden">[furniture, {label}: </span>
        {piece.text}
        <span className="hidden">]</span>
      </s>
    )
  }
  if (piece.kind === 'ground') {
    return (
      <mark className="piece-ground" title={label}>
        {piece.text}
        <span className="piece-label"> {label}</span>
      </mark>
    )
  }
  return <span className={`piece-${piece.kind}`}>{piece.text}</span>
}
