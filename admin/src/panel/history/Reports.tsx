// What did readers report of a cluster since somebody looked through it? Nothing is shown where nobody did.
import type { ReactElement } from 'react'
import type { ClusterAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { Ago } from '../frame/Ago.tsx'
import { useDecisions } from './decisions.ts'

type Reported = Pick<ClusterAnswer, 'id' | 'status' | 'reviewedAt'>

export function Reports({ cluster: { id, status, reviewedAt = '' } }: { readonly cluster: Reported }): ReactElement | null {
  const { data } = useDecisions(new URLSearchParams({ kind: 'report', cluster: id, withdrawn: 'false', perPage: '5', page: '1' }).toString())
  const open = status === 'reviewed' ? [] : (data?.data ?? []).filter((report) => report.decidedAt > reviewedAt)
  if (open.length === 0) return null
  return (
    <section className="banner bar-note" aria-label="Reported by readers">
      {open.map((report) => (
        <p key={report.id}>
          <strong>Reported as grouped wrongly</strong> by {report.actor} <Ago at={report.decidedAt} />: {report.note}
        </p>
      ))}
    </section>
  )
}
