// How does the list look where a table has no room? A card an article.
import type { ReactElement } from 'react'
import { useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { amount, day } from '../../evidence/numbers.ts'
import { StandingChip } from './StandingChip.tsx'

export function ArticleCards(): ReactElement {
  const { data } = useListContext<ArticleAnswer>()
  return (
    <ul className="cards">
      {(data ?? []).map((article) => (
        <li key={article.id}>
          <h2>
            <Link to={`/articles/${article.id}/show`}>{article.headline || 'Without a headline'}</Link>
          </h2>
          <p className="facts figures">{[article.publisher, article.publishedAt && day(article.publishedAt), amount(article.wordCount, 'word', 'words')].filter(Boolean).join(' · ')}</p>
          <p>
            <StandingChip article={article} />
          </p>
        </li>
      ))}
    </ul>
  )
}
