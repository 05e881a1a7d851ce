// How does the list look where a table has no room? A card an article, that can be ticked like a row.
import type { ReactElement } from 'react'
import { useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { amount, day } from '../../evidence/numbers.ts'
import { StandingChip } from './StandingChip.tsx'

export function ArticleCards({ selectable }: { readonly selectable: boolean }): ReactElement {
  const { data = [], selectedIds, onSelect, onToggleItem } = useListContext<ArticleAnswer>()
  const whole = data.length > 0 && data.every((article) => selectedIds.includes(article.id))
  return (
    <>
      {selectable && (
        <label className="switch">
          <input type="checkbox" checked={whole} onChange={() => onSelect(whole ? [] : data.map((article) => article.id))} /> Select all on this page
        </label>
      )}
      <ul className="cards">
        {data.map((article) => (
          <li key={article.id} className={selectable ? 'ticked' : undefined}>
            {selectable && <input type="checkbox" checked={selectedIds.includes(article.id)} onChange={() => onToggleItem(article.id)} aria-label={`Select ${article.headline}`} />}
            <div>
              <h2>
                <Link to={`/articles/${article.id}/show`}>{article.headline || 'Without a headline'}</Link>
              </h2>
              <p className="facts figures">{[article.publisher, article.publishedAt && day(article.publishedAt), amount(article.wordCount, 'word', 'words')].filter(Boolean).join(' · ')}</p>
              <p>
                <StandingChip article={article} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
