// What is an article to the others? Its relation to the principal, or that it leads, or that it stands alone.
import type { ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'

interface StandingProps {
  readonly article: Pick<ArticleAnswer, 'relation' | 'completeness' | 'clusterSize' | 'status'>
  /** In a table, where most stand alone: a dash, said in full for who hears it. */
  readonly short?: boolean
}

export function StandingChip({ article, short = false }: StandingProps): ReactElement {
  if (article.status === 'binned') return <span className="chip">In the bin</span>
  if (article.relation !== undefined) return <RelationChip relation={article.relation.relation} completeness={article.completeness} />
  if (article.clusterSize > 1) {
    if (short) {
      return (
        <span className="chip nowrap figures" title="Principal: the version that the search shows">
          <span aria-hidden="true">★</span> {article.clusterSize} versions
        </span>
      )
    }
    return (
      <span className="nowrap">
        <LeadChip /> <span className="facts figures">{article.clusterSize} versions</span>
      </span>
    )
  }
  if (!short) return <span className="facts">No other versions</span>
  return (
    <span className="facts">
      <span aria-hidden="true">–</span>
      <span className="hidden">No other versions</span>
    </span>
  )
}
