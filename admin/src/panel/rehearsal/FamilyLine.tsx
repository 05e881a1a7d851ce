// Would it join a story of the archive, or one among the files looked at, or stand alone?
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { call } from '../archive/call.ts'
import type { RehearsedArticle } from './rehearsed.ts'

export function FamilyLine({ article }: { readonly article: RehearsedArticle }): ReactElement {
  const many = (article.clusterSize ?? 1) > 1
  const { data: stored } = useQuery({
    queryKey: ['rehearsed-family', article.clusterId],
    // Asked for as a list: a story that is among these files only has no members yet, which is no error.
    queryFn: () => call<{ data: readonly ArticleAnswer[] }>(`/api/articles?clusterId=${article.clusterId}&perPage=100`),
    enabled: many,
  })
  if (!many) return <p className="family">It stands alone: no other versions.</p>
  const lead = stored?.data.find((member) => member.principal && member.id !== article.id)
  return (
    <p className="family">
      {article.relation === undefined ? 'It leads' : <><RelationChip relation={article.relation} completeness={article.completeness ?? 'complete'} /> of</>}{' '}
      {lead === undefined ? 'a story among these files' : <a href={`/articles/${lead.id}`}>{lead.headline}</a>}, {article.clusterSize} versions in all.
    </p>
  )
}
