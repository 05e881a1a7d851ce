// What came of this upload? A receipt that adds up, and under each file its articles with what they are to the archive.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import type { UploadAnswer, UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { isProblem } from '../../api.ts'
import { amount, bytes, counted } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Ago } from '../frame/Ago.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { FileOutcome } from './FileOutcome.tsx'
import { useNow } from './heartbeat.ts'
import { receiptSentence } from './receipt.ts'
import { ReportActions, Undone } from './ReportActions.tsx'

const ROWS = 50
/** Asked so often while something waits, should no event say that it moves. */
const AGAIN_MS = 15_000

type Count = (upload: UploadAnswer) => number
interface Tab {
  readonly name: string
  readonly label: string
  /** How the files are asked for. */
  readonly asks?: Readonly<Record<string, string>>
  readonly count: Count
}

const TABS: readonly Tab[] = [
  { name: 'all', label: 'All', count: ({ files }) => files },
  { name: 'attention', label: 'Needs attention', asks: { attention: 'true' }, count: ({ attention }) => attention },
  { name: 'new', label: 'New', asks: { outcome: 'new,archive' }, count: ({ outcomes }) => outcomes.new + outcomes.archive },
  { name: 'copies', label: 'Copies', asks: { outcome: 'copy' }, count: ({ outcomes }) => outcomes.copy },
  { name: 'failed', label: 'Refused or failed', asks: { outcome: 'refused,failed' }, count: ({ outcomes }) => outcomes.refused + outcomes.failed },
  { name: 'waiting', label: 'In progress', asks: { outcome: 'waiting' }, count: ({ outcomes }) => outcomes.waiting },
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
      actions={data !== undefined && <ReportActions upload={data} />}
    >
      {error !== null && <Failed what="This upload" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <Undone upload={data} />
          {data.files > 0 && (
            <p className="facts figures">
              Received <Ago at={data.receivedAt} /> · {bytes(data.bytes)} · {sumOf(data)}
              {data.corrected > 0 && <> · {amount(data.corrected, 'file was', 'files were')} read as somebody corrected it</>}
            </p>
          )}
          {data.files > 0 && <Files upload={data} />}
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

function Files({ upload }: { readonly upload: UploadAnswer }): ReactElement {
  const [place, goTo] = useSearchParams()
  const tab = TABS.find(({ name }) => name === place.get('show')) ?? (TABS[0] as Tab)
  const page = Math.max(1, Number(place.get('page')) || 1)
  const waits = upload.outcomes.waiting > 0
  const query = new URLSearchParams({ page: String(page), perPage: String(ROWS), ...tab.asks })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['uploads', upload.id, 'files', tab.name, page],
    queryFn: ({ signal }) => call<{ data: readonly UploadFileAnswer[]; total: number }>(`/api/uploads/${upload.id}/files?${query}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: waits ? AGAIN_MS : false,
  })
  const now = useNow(waits)
  return (
    <>
      <div className="tabs figures" role="group" aria-label="Show">
        {TABS.map(({ name, label, count }) => (
          <button key={name} type="button" aria-pressed={name === tab.name} onClick={() => goTo(name === 'all' ? {} : { show: name })}>
            {label} <span className="count">{counted(count(upload))}</span>
          </button>
        ))}
      </div>
      {error !== null && <Failed what="The files" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data?.total === 0 && (['attention', 'waiting', 'failed'].includes(tab.name) ? <Empty why="all-done" title={tab.name === 'waiting' ? 'Everything is read.' : tab.name === 'failed' ? 'Nothing was refused, and nothing failed.' : 'Nothing needs attention.'} /> : <Empty why="no-match" title="No file of this upload is of this kind." />)}
      {data !== undefined && data.total > 0 && (
        <ul className="outcomes">
          {data.data.map((file) => (
            <FileOutcome key={file.id} file={file} now={now} />
          ))}
        </ul>
      )}
      <Pager page={page} perPage={ROWS} total={data?.total ?? 0} onPage={(next) => goTo({ ...(tab.name !== 'all' && { show: tab.name }), page: String(next) })} />
    </>
  )
}
