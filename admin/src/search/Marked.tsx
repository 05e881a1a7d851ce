// Text with what was found in it marked: text nodes and `mark` elements, never HTML of the service.
import type { ReactElement } from 'react'
import type { Piece } from './answer.ts'

export function Marked({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return <>{pieces.map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text))}</>
}
