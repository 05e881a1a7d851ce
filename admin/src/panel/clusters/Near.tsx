// Which articles are near, but outside? Those whose match lies below the line, or who only share a form or an event.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router-dom'
import type { SuggestionsAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, day } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Failed } from '../states/Failed.tsx'
import type { Cluster } from './clusters.ts'

const SHOWN = 5

export function Near({ cluster: { id } }: { readonly cluster: Cluster }): ReactElement | null {
  const [all, setAll] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ['clusters', 'near', id], queryFn: ({ signal }) => call<SuggestionsAnswer>(`/api/clusters/${encodeURIComponent(id)}/suggestions`, { signal }) })
  if (error !== null) return <Failed what="What is near" error={error} onAgain={() => void refetch()} />
  if (data === undefined || data.data.length === 0) return null
  return (
    <section>
      <h2 className="section">Near, but outside</h2>
      <ul className="versions near">
        {(all ? data.data : data.data.slice(0, SHOWN)).map(({ articleId, headline, publisher, publishedAt, wordCount, match }) => (
          <li key={articleId} className="version">
            <span className="version-main">
              <Link className="version-headline" to={`/articles/${articleId}/show`}>
                {headline || 'Without a headline'}
              </Link>{' '}
              <span className="facts figures">{[publisher, publishedAt && day(publishedAt), amount(wordCount, 'word', 'words')].filter(Boolean).join(' · ')}</span>
            </span>
            <RelationChip relation={match.relation} />
            <Link to={`/compare/${match.member}/${articleId}`}>
              Compare<span className="hidden">: {headline}</span>
            </Link>
          </li>
        ))}
      </ul>
      {data.data.length > SHOWN && (
        <button type="button" className="plain" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${data.data.length}`}
        </button>
      )}
    </section>
  )
}
