// How does each version stand to the principal? Its kind, how much of each is in the other, and how it differs in length
// and date; every row leads to the article and to both texts side by side.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'
import { counted, day } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import type { Cluster } from './clusters.ts'

type Member = Cluster['members'][number]

export function Versions({ cluster }: { readonly cluster: Cluster }): ReactElement {
  const { members, principalId } = cluster
  const principal = members.find((member) => member.articleId === principalId)
  const sorted = members.toSorted((one, other) => Number(other.articleId === principalId) - Number(one.articleId === principalId))
  return (
    <div className="scroller">
      <table className="cluster-table versions-table">
        <caption className="hidden">Versions</caption>
        <thead>
          <tr>
            {['Version', 'Kind', 'Shared', 'Published', 'Words', 'Both texts'].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((member) => (
            <Row key={member.articleId} member={member} principal={principal} joined={cluster.standing !== 'reviewed' && cluster.changes?.joined.includes(member.articleId) === true} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ member, principal, joined }: { readonly member: Member; readonly principal: Member | undefined; readonly joined: boolean }): ReactElement {
  const { articleId, headline, publisher, publishedAt, wordCount, relation, kind } = member
  const lead = articleId === principal?.articleId
  const share = relation === undefined ? undefined : relation.left === articleId ? relation.containment : { left: relation.containment.right, right: relation.containment.left }
  return (
    <tr>
      <td className="cell-story">
        <Link className="headline" to={`/articles/${articleId}/show`}>
          {headline || 'Without a headline'}
        </Link>
        {publisher !== undefined && <span className="facts"> {publisher}</span>}
        {joined && <span className="facts new-here"> new since the review</span>}
      </td>
      <td>{lead ? <LeadChip /> : kind !== undefined && <RelationChip relation={kind} />}</td>
      <td className="figures facts nowrap">
        {share !== undefined && (
          <>
            {percent(share.left)} of it
            <br />
            {percent(share.right)} of the principal
          </>
        )}
      </td>
      <td className="figures nowrap facts">
        {publishedAt !== undefined && day(publishedAt)}
        {!lead && <Delta days={daysBetween(publishedAt, principal?.publishedAt)} />}
      </td>
      <td className="figures nowrap facts">
        {counted(wordCount)}
        {!lead && principal !== undefined && wordCount !== principal.wordCount && <span className="delta">{signed(wordCount - principal.wordCount)}</span>}
      </td>
      <td>
        {!lead && principal !== undefined && (
          <Link to={`/compare/${principal.articleId}/${articleId}`}>
            Compare<span className="hidden">: {headline}</span>
          </Link>
        )}
      </td>
    </tr>
  )
}

function Delta({ days }: { readonly days: number | undefined }): ReactElement | null {
  return days === undefined || days === 0 ? null : <span className="delta">{signed(days)} d</span>
}

function daysBetween(one: string | undefined, other: string | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.round((Date.parse(one) - Date.parse(other)) / 86_400_000)
}

function signed(value: number): string {
  return value > 0 ? `+${counted(value)}` : `−${counted(-value)}`
}
