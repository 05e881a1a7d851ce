// The text itself, in a book's measure; what was cut from the page can be shown where it stood.
import type { ReactElement } from 'react'
import { reasonName, type Placed } from './furniture.ts'

interface BodyProps {
  readonly body: string
  readonly language: string
  readonly furniture: readonly Placed[]
}

export function Body({ body, language, furniture }: BodyProps): ReactElement {
  const paragraphs = body.split('\n\n')
  return (
    <div className="body" lang={language === 'und' ? undefined : language}>
      {paragraphs.map((paragraph, index) => (
        <ParagraphAndBefore key={index} paragraph={paragraph} before={furniture.filter((one) => one.before === index)} />
      ))}
      <FurnitureList pieces={furniture.filter((one) => one.before >= paragraphs.length)} />
    </div>
  )
}

function ParagraphAndBefore({ paragraph, before }: { readonly paragraph: string; readonly before: readonly Placed[] }): ReactElement {
  return (
    <>
      <FurnitureList pieces={before} />
      <p>{paragraph}</p>
    </>
  )
}

function FurnitureList({ pieces }: { readonly pieces: readonly Placed[] }): ReactElement | null {
  if (pieces.length === 0) return null
  return (
    <ul className="furniture" aria-label="Page furniture">
      {pieces.map(({ piece }) => (
        <li key={piece.span.begin}>
          <span className="furniture-reason">{reasonName(piece.says ?? piece.reason)}</span> {piece.text}
        </li>
      ))}
    </ul>
  )
}
