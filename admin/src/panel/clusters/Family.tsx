// Who derives from whom, and where do the versions disagree? The family as the service reckons it, drawn by the parts that
// search, review and this page share.
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { Disagreements } from '../../evidence/Disagreements.tsx'
import { FamilyPicture } from '../../evidence/FamilyPicture.tsx'
import { call } from '../archive/call.ts'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import type { Cluster } from './clusters.ts'

export function Family({ cluster: { id, version, members } }: { readonly cluster: Cluster }): ReactElement {
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['clusters', 'family', id, version], queryFn: ({ signal }) => call<FamilyAnswer>(`/api/clusters/${encodeURIComponent(id)}/family`, { signal }) })
  const nameOf = (articleId: string): string => {
    const member = members.find((one) => one.articleId === articleId)
    return [member?.publisher, member?.headline].filter(Boolean).join(': ') || `article ${articleId}`
  }
  return (
    <section>
      <h2 className="section">Family</h2>
      {error !== null && <Failed what="The family" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={5} />}
      {data !== undefined && <FamilyPicture family={data} nameOf={nameOf} link={(articleId, name) => <Link to={`/articles/${articleId}/show`}>{name}</Link>} />}
      {data !== undefined && data.disagreements.length > 0 && (
        <>
          <h2 className="section">Where the versions disagree</h2>
          <Disagreements disagreements={data.disagreements} nameOf={nameOf} />
        </>
      )}
    </section>
  )
}
