// What was sent, and what came of it? Every upload with its receipt in a line.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import type { UploadAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { amount, bytes } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Ago } from '../frame/Ago.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { receiptSentence } from './receipt.ts'
import { SampleOffer } from './SampleOffer.tsx'

const ROWS = 25

export function UploadsPage(): ReactElement {
  const [place, goTo] = useSearchParams()
  const page = Math.max(1, Number(place.get('page')) || 1)
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'upload' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['uploads', 'list', page],
    queryFn: ({ signal }) => call<{ data: readonly UploadAnswer[]; total: number }>(`/api/uploads?page=${page}&perPage=${ROWS}`, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title="Uploads" intro="What was sent, and what came of it." actions={canAccess === true && <Link className="button strong" to="/uploads/new">Add files</Link>}>
      {error !== null && <Failed what="The uploads" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data?.total === 0 && (
        <Empty why="nothing-yet" title="Nothing was sent yet.">
          <SampleOffer />
        </Empty>
      )}
      {data !== undefined && data.total > 0 && (
        <ul className="receipts">
          {data.data.map((upload) => (
            <Receipt key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      <Pager page={page} perPage={ROWS} total={data?.total ?? 0} onPage={(next) => goTo({ page: String(next) })} />
    </Page>
  )
}

export function Receipt({ upload }: { readonly upload: UploadAnswer }): ReactElement {
  const { id, name, files, receivedAt, attention, removed } = upload
  return (
    <li>
      <h2>
        <Link to={`/uploads/${id}/show`}>{files <= 1 && (removed?.files ?? 0) <= 1 ? name : `${name} and ${amount(Math.max(files, removed?.files ?? 0) - 1, 'other file', 'other files')}`}</Link>
      </h2>
      <p>
        {receiptSentence(upload)} {attention > 0 && <span className="loud">{amount(attention, 'file needs attention', 'files need attention')}</span>}
      </p>
      <p className="facts figures">
        <Ago at={receivedAt} /> · {bytes(upload.bytes)}
      </p>
    </li>
  )
}
