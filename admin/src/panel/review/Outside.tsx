// What is outside, but near? Articles that fell just short of the line: to be held against this cluster, and taken in by
// merging.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { SuggestionsAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import { Failed } from '../states/Failed.tsx'

interface OutsideProps {
  readonly asked: UseQueryResult<SuggestionsAnswer>
  readonly looked: string
  readonly onLook: (articleId: string) => void
}

export function Outside({ asked, looked, onLook }: OutsideProps): ReactElement | null {
  if (asked.error !== null) return <Failed what="What is near" error={asked.error} onAgain={() => void asked.refetch()} />
  const near = asked.data?.data ?? []
  if (near.length === 0) return null
  return (
    <details className="outside" open={near.some((one) => one.articleId === looked)}>
      <summary>{amount(near.length, 'article outside is near', 'articles outside are near')}</summary>
      <ul>
        {near.map((one) => (
          <li key={one.articleId}>
            <button type="button" className="outside-one" aria-pressed={one.articleId === looked} onClick={() => onLook(one.articleId)}>
              <strong>{one.publisher ?? (one.headline || 'Without a headline')}</strong> <RelationChip relation={one.match.relation} />
              {one.publisher !== undefined && <span className="member-headline">{one.headline}</span>}
              <span className="member-facts figures">{`${percent(one.match.containment.left)} of it is here · ${amount(one.clusterSize, 'version', 'versions')}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
