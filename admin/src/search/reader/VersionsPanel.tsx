// Which other versions are there, and how much of this one is in each? Always both ways: one figure would hide which is the fuller.
import type { ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'
import { coverageSentence } from '../../evidence/words.ts'
import { ReportGrouping } from '../ReportGrouping.tsx'
import { Link } from '../frame/Link.tsx'
import { leadFirst } from '../Versions.tsx'
import type { Article, Match, Surroundings } from './article.ts'
import { nameOf } from './names.ts'

interface VersionsPanelProps {
  readonly article: Article
  readonly around: Surroundings
}

export function VersionsPanel({ article, around }: VersionsPanelProps): ReactElement {
  const { cluster } = around
  if (cluster === undefined || cluster.members.length < 2) {
    return (
      <section aria-labelledby="versions-title">
        <h2 id="versions-title">Versions</h2>
        <p className="facts">{cluster === undefined ? 'Fetching the versions …' : 'No other versions in the archive'}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{amount(cluster.members.length, 'version', 'versions')}</h2>
      <ul className="versions">
        {leadFirst(cluster).map((member) => (
          <li key={member.articleId} className="version" aria-current={member.articleId === article.id ? 'true' : undefined}>
            {member.relation === undefined ? <LeadChip /> : <RelationChip relation={member.relation.relation} completeness={completenessOf(member.articleId, article, around)} />}
            <VersionText id={member.articleId} headline={member.headline} article={article} around={around} />
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/versions/${article.clusterId}`}>All versions together</Link>
      </p>
      <ReportGrouping clusterId={article.clusterId} />
    </section>
  )
}

function completenessOf(id: string, article: Article, around: Surroundings): Article['completeness'] {
  return (id === article.id ? article : around.others.get(id))?.completeness ?? 'complete'
}

interface VersionTextProps extends VersionsPanelProps {
  readonly id: string
  readonly headline: string
}

function VersionText({ id, headline, article, around }: VersionTextProps): ReactElement {
  const other = id === article.id ? article : around.others.get(id)
  const name = other === undefined ? headline : nameOf(other)
  const words = other === undefined ? '' : amount(other.wordCount, 'word', 'words')
  if (id === article.id) {
    return (
      <div>
        <strong>{name}</strong>
        <p className="facts">
          <span>This version</span>
          <span>{words}</span>
        </p>
      </div>
    )
  }
  const match = around.matches.find((one) => one.right === id)
  return (
    <div>
      <Link href={`/articles/${id}`}>{name}</Link>
      <p className="facts">
        {words !== '' && <span>{words}</span>}
        <Link href={`/compare/${article.id}/${id}`}>
          Compare<span className="hidden"> with {name}</span>
        </Link>
      </p>
      <p className="facts figures">{match === undefined ? <Through article={article} around={around} /> : coverageSentence(match.containment)}</p>
    </div>
  )
}

/** Two members of one story can look like strangers; what links them is said. */
function Through({ article, around }: VersionsPanelProps): ReactElement {
  const lead = around.cluster?.principalId
  const own: Match | undefined = article.relation
  if (lead === undefined || own === undefined) return <>Linked by a decision</>
  return (
    <>
      Linked through <Link href={`/articles/${lead}`}>the principal</Link>
    </>
  )
}
