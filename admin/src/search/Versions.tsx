// Which versions of a story are there? Each named by its relation to the principal, the version that search shows.
import type { ReactElement } from 'react'
import type { ClusterAnswer } from '../../../server/src/http/contract/clusters.ts'
import { sentenceOf } from '../api.ts'
import { day } from '../evidence/numbers.ts'
import { LeadChip, RelationChip } from '../evidence/RelationChip.tsx'
import { percent } from '../evidence/words.ts'
import { useAsked } from './frame/asked.ts'
import { Link } from './frame/Link.tsx'

type Member = ClusterAnswer['members'][number]

export function Versions({ clusterId }: { readonly clusterId: string }): ReactElement {
  const { answer, error, again } = useAsked<ClusterAnswer>(`/api/clusters/${clusterId}`)
  if (error !== undefined) {
    return (
      <p role="alert" className="trouble">
        {sentenceOf(error)}{' '}
        <button type="button" className="plain" onClick={again}>
          Try again
        </button>
      </p>
    )
  }
  if (answer === undefined) return <p className="facts">Fetching the versions …</p>
  return (
    <ul className="versions" aria-label="Versions">
      {leadFirst(answer).map((member) => (
        <VersionRow key={member.articleId} member={member} leadId={answer.principalId} />
      ))}
    </ul>
  )
}

/** The principal, then the others by their likeness to it; an order that does not change with the version that is read. */
export function leadFirst(cluster: ClusterAnswer): readonly Member[] {
  const likeness = (member: Member): number => (member.articleId === cluster.principalId ? 2 : (member.relation?.resemblance ?? 0))
  return [...cluster.members].sort((one, other) => likeness(other) - likeness(one))
}

function VersionRow({ member, leadId }: { readonly member: Member; readonly leadId: string }): ReactElement {
  const { relation } = member
  const source = [member.publisher, member.publishedAt === undefined ? undefined : day(member.publishedAt)].filter(Boolean).join(' · ')
  return (
    <li className="version">
      {relation === undefined ? <LeadChip /> : <RelationChip relation={relation.relation} />}
      <div>
        <Link href={`/articles/${member.articleId}`}>{member.headline === '' ? 'Without a headline' : member.headline}</Link>
        <p className="facts">
          {source !== '' && <span>{source}</span>}
          {relation !== undefined && <span>{percent(relation.containment.left)} of it is in the principal</span>}
          {relation !== undefined && <Link href={`/compare/${leadId}/${member.articleId}`}>Compare</Link>}
        </p>
      </div>
    </li>
  )
}
