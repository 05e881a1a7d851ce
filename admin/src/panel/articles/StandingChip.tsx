// What is an article to the others? Its relation to the principal, or that it leads, or that it stands alone.
import type { ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'

export function StandingChip({ article }: { readonly article: Pick<ArticleAnswer, 'relation' | 'completeness' | 'clusterSize' | 'status'> }): ReactElement {
  if (article.status === 'binned') return <span className="chip">In the bin</span>
  if (article.relation !== undefined) return <RelationChip relation={article.relation.relation} completeness={article.completeness} />
  if (article.clusterSize > 1) {
    return (
      <span className="nowrap">
        <LeadChip /> <span className="facts figures">{article.clusterSize} versions</span>
      </span>
    )
  }
  return <span className="facts">No other versions</span>
}
