// Who is in the cluster? The principal first; where the list is narrowed by what members are, all of them stay in sight and
// those that don't fit step back.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, day } from '../../evidence/numbers.ts'
import type { Cluster } from './clusters.ts'
import { fits } from './said.ts'

const SHOWN = 12

export function Members({ cluster, filters }: { readonly cluster: Cluster; readonly filters: URLSearchParams }): ReactElement {
  const { members, principalId } = cluster
  const sorted = members.toSorted((one, other) => Number(other.articleId === principalId) - Number(one.articleId === principalId))
  const shown = sorted.slice(0, SHOWN)
  return (
    <ul className="versions">
      {shown.map((member) => (
        <li key={member.articleId} className={fits(member, filters) === false ? 'version dimmed' : 'version'}>
          <span className="version-main">
            <Link className="version-headline" to={`/articles/${member.articleId}/show`}>
              {member.headline || 'Without a headline'}
            </Link>{' '}
            <span className="facts figures">{[member.publisher, member.publishedAt && day(member.publishedAt), amount(member.wordCount, 'word', 'words')].filter(Boolean).join(' · ')}</span>
          </span>
          {member.articleId === principalId ? <LeadChip /> : member.kind !== undefined && <RelationChip relation={member.kind} />}
        </li>
      ))}
      {sorted.length > SHOWN && (
        <li>
          <Link to={`/clusters/${cluster.id}`}>All {sorted.length} versions</Link>
        </li>
      )}
    </ul>
  )
}
