// How is one hit shown? As an archive's card: headline, where and when, the words found, and how many copies are folded under it.
import type { ReactElement } from 'react'
import { pieces, type Hit } from './answer.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export function HitCard({ hit }: { readonly hit: Hit }): ReactElement {
  const facts = [hit.publisher, hit.byline.join(', '), hit.publishedAt === undefined ? '' : DAY.format(new Date(hit.publishedAt))]
  return (
    <li className="hit">
      <h2>{hit.headline === '' ? 'Without a headline' : hit.headline}</h2>
      <p className="facts">{facts.filter(Boolean).join(' · ')}</p>
      <p className="snippet">
        {pieces(hit.snippet).map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text))}
      </p>
      <p className="facts">
        {hit.completeness === 'incomplete' && <span className="chip">✂ Cut short</span>}
        {hit.copies > 0 && <span className="chip">⧉ {hit.copies === 1 ? '1 copy' : `${hit.copies} copies`}</span>}
        {hit.matched?.relation !== undefined && <span>Matched in: {hit.matched.relation}</span>}
      </p>
    </li>
  )
}
