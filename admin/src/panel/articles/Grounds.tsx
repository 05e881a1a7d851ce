// What does the article say of itself, and in which words? Each value with its ground, so that a person can check it.
import type { ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { languageName, published } from '../../evidence/numbers.ts'

type Described = Pick<ArticleAnswer, 'headline' | 'dek' | 'byline' | 'dateline' | 'publisher' | 'publishedAt' | 'language' | 'completeness' | 'grounds'> & { readonly tags?: readonly string[] }

const FIELDS = ['headline', 'dek', 'byline', 'dateline', 'publisher', 'publishedAt', 'language', 'completeness'] as const
type Field = (typeof FIELDS)[number]

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  headline: 'Headline', dek: 'Standfirst', byline: 'Byline', dateline: 'Dateline', publisher: 'Publisher', publishedAt: 'Published', language: 'Language', completeness: 'Completeness',
}

export const SOURCES: Readonly<Record<ArticleAnswer['grounds'][number]['source'], string>> = {
  text: 'words of the text', markup: 'a mark of the page', record: 'the sender’s record', sender: 'said with the upload', body: 'the text as a whole', editor: 'an editor',
}

export function Grounds({ article }: { readonly article: Described }): ReactElement {
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label="What the article says of itself">
      <table className="grounds-table">
        <caption className="hidden">What the article says of itself</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Read from</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => (
            <Row key={field} field={field} article={article} />
          ))}
          {article.tags !== undefined && article.tags.length > 0 && (
            <tr>
              <th scope="row">Tags</th>
              <td>{article.tags.join(', ')}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Row({ field, article }: { readonly field: Field; readonly article: Described }): ReactElement {
  const grounds = article.grounds.filter((ground) => ground.field === field)
  const value = valueOf(field, article)
  return (
    <tr>
      <th scope="row">{FIELD_NAMES[field]}</th>
      <td>{value === '' ? <span className="facts">Not found</span> : value}</td>
      <td>
        {grounds.map((ground, index) => (
          <span key={index} className="ground">
            {ground.words !== '' && <q>{ground.words.length > 160 ? `${ground.words.slice(0, 160)}…` : ground.words}</q>} <span className="facts">{SOURCES[ground.source]}</span>
          </span>
        ))}
      </td>
    </tr>
  )
}

function valueOf(field: Field, article: Described): string {
  if (field === 'byline') return article.byline.join(', ')
  if (field === 'publishedAt') return article.publishedAt === undefined ? '' : published(article.publishedAt)
  if (field === 'language') return languageName(article.language)
  if (field === 'completeness') return article.completeness === 'complete' ? 'Complete' : 'Stops early'
  return article[field] ?? ''
}
