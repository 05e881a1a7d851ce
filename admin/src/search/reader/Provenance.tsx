// Where does it come from? File, place in the file, time, checksum, and for each field the words that it was read from.
import type { ReactElement, ReactNode } from 'react'
import { amount, bytes, languageName, moment } from '../../evidence/numbers.ts'
import { useSession } from '../frame/session.ts'
import type { Article, Surroundings } from './article.ts'

interface ProvenanceProps {
  readonly article: Article
  readonly around: Surroundings
}

const SOURCES: Readonly<Record<Article['grounds'][number]['source'], string>> = {
  text: 'in the text',
  markup: 'in the page’s markup',
  record: 'in the sender’s record',
  sender: 'said by the sender',
  body: 'from the whole text',
  editor: 'by an editor',
}

const FIELDS: Readonly<Record<Article['grounds'][number]['field'], string>> = {
  headline: 'Headline',
  dek: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  publisher: 'Publisher',
  publishedAt: 'Date',
  language: 'Language',
  completeness: 'Completeness',
}

export function Provenance({ article, around }: ProvenanceProps): ReactElement {
  const { document } = around
  const mayFetch = useSession()?.may.includes('documents.original') === true
  return (
    <section aria-labelledby="provenance-title" className="provenance">
      <h2 id="provenance-title">Provenance</h2>
      <dl>
        <Fact name="File">{mayFetch ? <a href={`/api/documents/${article.documentId}/original`}>{article.documentName}</a> : article.documentName}</Fact>
        {document !== undefined && document.articleCount > 1 && <Fact name="Item">{itemOf(article, document)}</Fact>}
        <Fact name="Received">{moment(document?.receivedAt ?? article.createdAt)}</Fact>
        {document !== undefined && <Fact name="Size">{bytes(document.size)}</Fact>}
        {document !== undefined && (
          <Fact name="SHA-256">
            <code>{document.sha256}</code>
          </Fact>
        )}
        <Fact name="Length">{amount(article.wordCount, 'word', 'words')}</Fact>
        <Fact name="Language">{languageName(article.language)}</Fact>
        {article.url !== undefined && <Fact name="Address">{article.url}</Fact>}
        {article.externalId !== undefined && <Fact name="Sender’s id">{article.externalId}</Fact>}
        {article.tags.length > 0 && <Fact name="Tags">{article.tags.join(', ')}</Fact>}
      </dl>
      <Grounds article={article} />
      {article.issues.length > 0 && (
        <ul className="issues" aria-label="Noted while reading">
          {article.issues.map((issue, index) => (
            <li key={index}>{issue.message}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function itemOf(article: Article, document: NonNullable<Surroundings['document']>): string {
  const inOrder = [...document.articles].sort((one, other) => one.span.begin - other.span.begin)
  const place = inOrder.findIndex((one) => one.id === article.id) + 1
  return place === 0 ? `one of ${document.articleCount} in this file` : `${place} of ${document.articleCount} in this file`
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Grounds({ article }: { readonly article: Article }): ReactElement | null {
  if (article.grounds.length === 0) return null
  return (
    <details>
      <summary>Where each field came from</summary>
      <dl>
        {article.grounds.map((ground, index) => (
          <Fact key={index} name={FIELDS[ground.field]}>
            {ground.words !== '' && <q>{ground.words}</q>} <span className="facts">{SOURCES[ground.source]}</span>
          </Fact>
        ))}
      </dl>
    </details>
  )
}
