// What did the file say here? For plain text the bytes themselves with what was cut; for other formats the text as it was
// read from them, with the furniture at its place.
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import type { DocumentAnswer } from '../../../../server/src/http/contract/documents.ts'
import { bytes } from '../../evidence/numbers.ts'
import { Body } from '../../search/reader/Body.tsx'
import { furnitureOf, linesOf, placed } from '../../search/reader/furniture.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { FIELD_NAMES } from './Grounds.tsx'
import { MarkedText } from './MarkedText.tsx'
import { type Mark, piecesOf, stands } from './pieces.ts'

/** Longer files are for downloading. */
const MOST_BYTES = 2_000_000

export function OriginalText({ article, document }: { readonly article: ArticleAnswer; readonly document: DocumentAnswer }): ReactElement {
  const [shown, setShown] = useState(true)
  usePanelKeys({ f: () => setShown(!shown) })
  const plain = document.mediaType === 'text/plain' && document.size <= MOST_BYTES
  const { data: text } = useQuery({
    queryKey: ['original', document.id],
    enabled: plain,
    queryFn: async () => {
      const response = await fetch(`/api/documents/${document.id}/original`)
      return response.ok ? await response.text() : ''
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const own = furnitureOf(article, document)
  const pieces = text !== undefined && text !== '' && stands(text, document.furniture) ? piecesAround(text, article, document) : undefined
  return (
    <>
      <p className="facts figures">
        {document.mediaType}, {bytes(document.size)} · {linesOf(own) === 1 ? '1 line' : `${linesOf(own)} lines`} of page furniture{' '}
        {pieces === undefined && own.length > 0 && (
          <button type="button" className="plain" aria-keyshortcuts="f" onClick={() => setShown(!shown)}>
            {shown ? 'hide' : 'show'}
          </button>
        )}
      </p>
      {pieces === undefined ? <Body body={article.body} language={article.language} furniture={shown ? placed(article, own) : []} /> : <MarkedText pieces={pieces} />}
    </>
  )
}

/** The part of the file that is this article, with the furniture around it as far as its neighbours. */
function piecesAround(text: string, article: ArticleAnswer, document: DocumentAnswer) {
  const own = furnitureOf(article, document)
  const from = Math.min(article.span.begin, ...own.map((piece) => piece.span.begin))
  const to = Math.max(article.span.end, ...own.map((piece) => piece.span.end))
  const marks: Mark[] = [
    { ...article.span, kind: 'article' },
    ...own.map((piece) => ({ ...piece.span, kind: 'furniture' as const, label: piece.says ?? piece.reason })),
    ...article.grounds.flatMap((ground) => (ground.source === 'text' && ground.span !== undefined ? [{ ...ground.span, kind: 'ground' as const, label: FIELD_NAMES[ground.field] }] : [])),
  ]
  const moved = marks.filter((mark) => mark.begin >= from && mark.end <= to).map((mark) => ({ ...mark, begin: mark.begin - from, end: mark.end - from }))
  return piecesOf(text.slice(from, to), moved)
}
