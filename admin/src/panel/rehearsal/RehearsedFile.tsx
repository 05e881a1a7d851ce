// What would become of one file? Its text with what would be cut, where it would split, and each article with its grounds
// and the story that it would join.
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, bytes } from '../../evidence/numbers.ts'
import { reasonName } from '../../search/reader/furniture.ts'
import { call } from '../archive/call.ts'
import { Grounds } from '../articles/Grounds.tsx'
import { MarkedText } from '../articles/MarkedText.tsx'
import { type Mark, piecesOf, stands } from '../articles/pieces.ts'
import type { RehearsedArticle, RehearsedDocument } from './rehearsed.ts'

export function RehearsedFile({ document, file }: { readonly document: RehearsedDocument; readonly file: File | undefined }): ReactElement {
  const { articles, furniture, problem, duplicateOf } = document
  return (
    <section className="rehearsed" aria-label={document.name}>
      <h2>{document.name}</h2>
      <p className="facts figures">
        {document.mediaType}, {bytes(document.size)} · {amount(articles.length, 'article', 'articles')} · {amount(furniture.length, 'stretch', 'stretches')} of page furniture
      </p>
      {problem !== undefined && (
        <p className="banner">
          {problem.detail} {problem.hint}
        </p>
      )}
      {duplicateOf !== undefined && <p className="banner">The very same bytes are in the archive: it would be linked, not stored twice.</p>}
      <div className="beside">
        <div>
          <h3>The text</h3>
          <Text document={document} file={file} />
        </div>
        <div>
          <h3>What it would become</h3>
          <ol className="rehearsed-articles">
            {articles.map((article) => (
              <li key={article.id}>
                <Article article={article} whole={articles.length === 1} />
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}

/** The file's own text where the places stand in it; otherwise what was read, in the order of the places. */
function Text({ document, file }: { readonly document: RehearsedDocument; readonly file: File | undefined }): ReactElement {
  const { data: text } = useQuery({ queryKey: ['rehearsed-text', document.id, file?.name, file?.lastModified], enabled: file !== undefined && document.mediaType === 'text/plain', queryFn: () => file?.text() ?? '', staleTime: Number.POSITIVE_INFINITY })
  if (text !== undefined && text !== '' && stands(text, document.furniture)) return <MarkedText pieces={piecesOf(text, marksOf(document))} />
  return <Sequence document={document} />
}

function marksOf({ articles, furniture }: RehearsedDocument): readonly Mark[] {
  return [
    ...articles.map((article, index) => ({ ...article.span, kind: index % 2 === 0 ? ('article' as const) : ('other' as const) })),
    ...furniture.map((piece) => ({ ...piece.span, kind: 'furniture' as const, label: piece.reason })),
    ...articles.flatMap((article) => (article.grounds ?? []).flatMap((ground) => (ground.source === 'text' && ground.span !== undefined ? [{ ...ground.span, kind: 'ground' as const, label: ground.field }] : []))),
  ]
}

/** Formats whose text is not the file's bytes: articles and furniture by their places. */
function Sequence({ document }: { readonly document: RehearsedDocument }): ReactElement {
  const parts = [
    ...document.articles.map((article) => ({ at: article.span.begin, key: `a${article.id}`, node: <ArticleText article={article} /> })),
    ...document.furniture.map((piece) => ({
      at: piece.span.begin,
      key: `f${piece.span.begin}`,
      node: (
        <p>
          <s className="piece-furniture">
            <span className="hidden">Furniture: </span>
            {piece.text}
          </s>{' '}
          <span className="facts">{reasonName(piece.reason)}</span>
        </p>
      ),
    })),
  ].sort((one, other) => one.at - other.at)
  return (
    <div className="marked-text sequence" tabIndex={0} role="region" aria-label="The text as received">
      {parts.map((part) => (
        <div key={part.key}>{part.node}</div>
      ))}
    </div>
  )
}

function ArticleText({ article }: { readonly article: RehearsedArticle }): ReactElement {
  return (
    <div className="piece-article">
      <p>
        <strong>{article.headline}</strong>
      </p>
      {article.body.split('\n\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

function Article({ article, whole }: { readonly article: RehearsedArticle; readonly whole: boolean }): ReactElement {
  const { grounds = [], byline = [], language = 'und', completeness = 'complete' } = article
  return (
    <details open={whole}>
      <summary>
        <span className="headline">{article.headline || 'Without a headline'}</span> <span className="facts figures">{amount(article.wordCount ?? 0, 'word', 'words')}</span>
      </summary>
      <Family article={article} />
      <Grounds article={{ ...article, grounds, byline, language, completeness }} />
    </details>
  )
}

/** Would it join a story of the archive, or one among the files looked at, or stand alone? */
function Family({ article }: { readonly article: RehearsedArticle }): ReactElement {
  const { data: stored } = useQuery({
    queryKey: ['rehearsed-family', article.clusterId],
    // Asked for as a list: a story that is among these files only has no members yet, which is no error.
    queryFn: () => call<{ data: readonly ArticleAnswer[] }>(`/api/articles?clusterId=${article.clusterId}&perPage=100`),
    enabled: (article.clusterSize ?? 1) > 1,
  })
  if ((article.clusterSize ?? 1) <= 1) return <p className="family">It would stand alone: no other versions.</p>
  const lead = stored?.data.find((member) => member.principal)
  return (
    <p className="family">
      {article.relation === undefined ? 'It would lead' : <><RelationChip relation={article.relation} completeness={article.completeness ?? 'complete'} /> of</>}{' '}
      {lead === undefined ? 'a story among these files' : <a href={`/articles/${lead.id}`}>{lead.headline}</a>}, {article.clusterSize} versions in all.
    </p>
  )
}
