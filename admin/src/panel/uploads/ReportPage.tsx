// What came of this upload? A receipt that adds up, and under each file its articles with what they are to the archive.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { useParams, useSearchParams } from 'react-router-dom'
import type { UploadAnswer, UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { isProblem, sentenceOf } from '../../api.ts'
import { amount, bytes, counted } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { FileOutcome } from './FileOutcome.tsx'
import { receiptSentence } from './receipt.ts'

const ROWS = 50

type Count = (outcomes: UploadAnswer['outcomes'], files: number) => number
interface Tab {
  readonly name: string
  readonly label: string
  /** The outcomes of the contract that it holds. */
  readonly outcomes?: string
  readonly count: Count
}

const TABS: readonly Tab[] = [
  { name: 'all', label: 'All', count: (_, files) => files },
  { name: 'attention', label: 'Needs attention', outcomes: 'refused,failed', count: ({ refused, failed }) => refused + failed },
  { name: 'new', label: 'New', outcomes: 'new,archive', count: (one) => one.new + one.archive },
  { name: 'copies', label: 'Copies', outcomes: 'copy', count: ({ copy }) => copy },
  { name: 'waiting', label: 'In progress', outcomes: 'waiting', count: ({ waiting }) => waiting },
]

export function ReportPage(): ReactElement {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['uploads', id], queryFn: ({ signal }) => call<UploadAnswer>(`/api/uploads/${encodeURIComponent(id)}`, { signal }) })
  if (isProblem(error, 404)) {
    return (
      <Page title="There is no such upload">
        <p>Its files may have been removed, or the address is mistyped.</p>
      </Page>
    )
  }
  return (
    <Page
      title="Upload report"
      {...(data !== undefined && { windowTitle: `Upload of ${data.name}` })}
      intro={data && <>{receiptSentence(data)}</>}
      actions={data !== undefined && <Actions upload={data} />}
    >
      {error !== null && <Failed what="This upload" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <p className="facts figures">
            Received <Ago at={data.receivedAt} /> · {bytes(data.bytes)} · {sumOf(data)}
          </p>
          <Files upload={data} />
        </>
      )}
    </Page>
  )
}

/** "12 received = 7 new + 3 copies + 2 refused". */
function sumOf({ files, outcomes }: UploadAnswer): string {
  const parts = [
    [outcomes.new, 'new'], [outcomes.copy, outcomes.copy === 1 ? 'copy' : 'copies'], [outcomes.archive, outcomes.archive === 1 ? 'archive' : 'archives'],
    [outcomes.refused, 'refused'], [outcomes.failed, 'failed'], [outcomes.waiting, 'in progress'],
  ] as const
  return `${amount(files, 'file', 'files')} = ${parts.filter(([count]) => count > 0).map(([count, word]) => `${counted(count)} ${word}`).join(' + ')}`
}

function Actions({ upload }: { readonly upload: UploadAnswer }): ReactElement {
  const notify = useNotify()
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'retry' })
  const bad = upload.outcomes.failed + upload.outcomes.refused
  const retry = async (): Promise<void> => {
    const data: UploadFileAnswer[] = []
    // Listed to the end first: what is retried leaves the list.
    for (let page = 1; data.length < bad; page++) {
      const found = await call<{ data: readonly UploadFileAnswer[] }>(`/api/uploads/${upload.id}/files?outcome=refused,failed&perPage=100&page=${page}`)
      if (found.data.length === 0) break
      data.push(...found.data)
    }
    for (const file of data) if (file.sha256 !== '') await call(`/api/documents/${file.id}/retry`, { method: 'POST' })
    notify(`Retrying ${amount(data.length, 'file', 'files')}.`, { type: 'info' })
    outdated('uploads', 'stats')
  }
  return (
    <>
      {bad > 0 && canAccess === true && (
        <button type="button" onClick={() => void retry().catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))}>
          Retry {bad} that failed
        </button>
      )}
      <a className="button" href={`/api/uploads/${upload.id}/report.csv`} download>
        Download as CSV
      </a>
    </>
  )
}

function Files({ upload }: { readonly upload: UploadAnswer }): ReactElement {
  const [place, goTo] = useSearchParams()
  const tab = TABS.find(({ name }) => name === place.get('show')) ?? (TABS[0] as Tab)
  const page = Math.max(1, Number(place.get('page')) || 1)
  const query = new URLSearchParams({ page: String(page), perPage: String(ROWS), ...(tab.outcomes !== undefined && { outcome: tab.outcomes }) })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['uploads', upload.id, 'files', tab.name, page],
    queryFn: ({ signal }) => call<{ data: readonly UploadFileAnswer[]; total: number }>(`/api/uploads/${upload.id}/files?${query}`, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="tabs figures" role="group" aria-label="Show">
        {TABS.map(({ name, label, count }) => (
          <button key={name} type="button" aria-pressed={name === tab.name} onClick={() => goTo(name === 'all' ? {} : { show: name })}>
            {label} <span className="count">{counted(count(upload.outcomes, upload.files))}</span>
          </button>
        ))}
      </div>
      {error !== null && <Failed what="The files" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data?.total === 0 && (tab.name === 'attention' || tab.name === 'waiting' ? <Empty why="all-done" title={tab.name === 'waiting' ? 'Everything is read.' : 'Nothing needs attention.'} /> : <Empty why="no-match" title="No file of this upload is of this kind." />)}
      {data !== undefined && data.total > 0 && (
        <ul className="outcomes">
          {data.data.map((file) => (
            <FileOutcome key={file.id} file={file} />
          ))}
        </ul>
      )}
      <Pager page={page} perPage={ROWS} total={data?.total ?? 0} onPage={(next) => goTo({ ...(tab.name !== 'all' && { show: tab.name }), page: String(next) })} />
    </>
  )
}
