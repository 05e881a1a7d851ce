// What waits, runs or failed, and how is the machinery? What needs a person stands first.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { mayHelp } from '../../../../server/src/domain/again.ts'
import type { DocumentAnswer } from '../../../../server/src/http/contract/documents.ts'
import { sentenceOf } from '../../api.ts'
import { amount, bytes, counted } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { type StatsAnswer, useStats } from '../archive/stats.ts'
import { Ago } from '../frame/Ago.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { BulkTasks } from './BulkTasks.tsx'
import { Health } from './Health.tsx'

const ROWS = 25
const STATUSES = ['failed', 'refused', 'processing', 'queued', 'done'] as const
type Status = (typeof STATUSES)[number]

const LABELS: Readonly<Record<Status, string>> = { failed: 'Failed', refused: 'Refused', processing: 'Being read', queued: 'Waiting', done: 'Done' }
const NONE: Readonly<Record<Status, string>> = { failed: 'Nothing failed.', refused: 'Nothing was refused.', processing: 'Nothing is being read.', queued: 'Nothing waits.', done: 'Nothing was read yet.' }

export function TasksPage(): ReactElement {
  const { data: stats } = useStats('30d')
  const [place, goTo] = useSearchParams()
  const asked = STATUSES.find((status) => status === place.get('status'))
  const status = asked ?? firstOf(stats)
  return (
    <Page title="Tasks and health" intro="Files on their way into the archive, and the machinery that reads and finds them.">
      <Health />
      <BulkTasks />
      <h2 className="section">Files</h2>
      <div className="tabs figures" role="group" aria-label="Show">
        {STATUSES.map((one) => (
          <button key={one} type="button" aria-pressed={one === status} onClick={() => goTo({ status: one })}>
            {LABELS[one]} <span className="count">{counted(stats?.documents[one] ?? 0)}</span>
          </button>
        ))}
      </div>
      {status === 'queued' && stats?.waitingSince !== undefined && (
        <p className="facts">
          The oldest came <Ago at={stats.waitingSince} />.
        </p>
      )}
      <Files status={status} page={Math.max(1, Number(place.get('page')) || 1)} onPage={(page) => goTo({ status, page: String(page) })} />
    </Page>
  )
}

/** What needs a person, else what runs, else what was done. */
function firstOf(stats: StatsAnswer | undefined): Status {
  return STATUSES.find((status) => (stats?.documents[status] ?? 0) > 0) ?? 'done'
}

function Files({ status, page, onPage }: { readonly status: Status; readonly page: number; readonly onPage: (page: number) => void }): ReactElement {
  const query = new URLSearchParams({ status, page: String(page), perPage: String(ROWS), sort: 'id', order: 'desc' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['documents', 'list', status, page],
    queryFn: ({ signal }) => call<{ data: readonly DocumentAnswer[]; total: number }>(`/api/documents?${query}`, { signal }),
    placeholderData: keepPreviousData,
  })
  if (error !== null) return <Failed what="The files" error={error} onAgain={() => void refetch()} />
  if (isPending) return <Skeleton />
  if (data.total === 0) return <Empty why={status === 'done' ? 'nothing-yet' : 'all-done'} title={NONE[status]} />
  return (
    <>
      <ul className="outcomes">
        {data.data.map((document) => (
          <FileRow key={document.id} document={document} />
        ))}
      </ul>
      <Pager page={page} perPage={ROWS} total={data.total} onPage={onPage} />
    </>
  )
}

function FileRow({ document }: { readonly document: DocumentAnswer }): ReactElement {
  const { id, name, size, receivedAt, settledAt, status, problem, articles, upload } = document
  return (
    <li className={`outcome outcome-${status}`}>
      <p className="outcome-file">
        <span className="outcome-name">{name}</span>{' '}
        <span className="facts figures">
          {bytes(size)} · received <Ago at={receivedAt} />
          {settledAt !== undefined && status === 'done' && <> · read in {seconds(receivedAt, settledAt)}</>}
        </span>
      </p>
      {problem !== undefined && (
        <p className="outcome-problem">
          {problem.detail} {problem.hint}
        </p>
      )}
      <p className="actions">
        <Link to={`/uploads/${upload}/show`}>Its upload</Link>
        {articles.length > 0 && <Link to={`/articles?filter=${encodeURIComponent(JSON.stringify({ documentId: document.duplicateOf ?? id }))}`}>{amount(articles.length, 'article', 'articles')}</Link>}
        <Act document={document} />
      </p>
    </li>
  )
}

function Act({ document: { id, name, status, sha256, problem } }: { readonly document: DocumentAnswer }): ReactElement | null {
  const notify = useNotify()
  const act = (verb: 'retry' | 'cancel'): void => {
    call(`/api/documents/${id}/${verb}`, { method: 'POST' }).then(
      () => outdated('documents', 'stats', 'uploads'),
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  if (status === 'queued') {
    return (
      <button type="button" className="plain" onClick={() => act('cancel')} aria-label={`Cancel ${name}`}>
        Cancel
      </button>
    )
  }
  if ((status !== 'failed' && status !== 'refused') || sha256 === '' || !mayHelp(problem?.code)) return null
  return (
    <button type="button" className="plain" onClick={() => act('retry')} aria-label={`Retry ${name}`}>
      Retry
    </button>
  )
}

function seconds(from: string, to: string): string {
  const taken = (Date.parse(to) - Date.parse(from)) / 1000
  return taken < 10 ? `${taken.toFixed(1)} s` : `${Math.round(taken)} s`
}
