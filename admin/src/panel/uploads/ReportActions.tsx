// What can be done with a whole upload? Retry what failed, look through what it changed, take it out and bring it back.
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import type { UploadAnswer, UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'

export function ReportActions({ upload }: { readonly upload: UploadAnswer }): ReactElement {
  const may = useCanAccess({ resource: 'documents', action: 'retry' }).canAccess === true
  const retry = useDoing(async () => {
    const count = await retryAll(upload)
    return `Retrying ${amount(count, 'file', 'files')}.`
  })
  return (
    <>
      <ToReview upload={upload} />
      {upload.again > 0 && may && (
        <button type="button" disabled={retry.isPending} onClick={() => retry.mutate()}>
          Retry {upload.again} that failed
        </button>
      )}
      {upload.files > 0 && (
        <a className="button" href={`/api/uploads/${upload.id}/report.csv`} download>
          Download as CSV
        </a>
      )}
      {upload.files > 0 && <Undo upload={upload} />}
    </>
  )
}

/** Clusters that changed since and that nobody looked through; only asked for where the upload brought copies. */
function ToReview({ upload }: { readonly upload: UploadAnswer }): ReactElement | null {
  const { articles, receivedAt } = upload
  const may = useCanAccess({ resource: 'decisions', action: 'make' }).canAccess === true
  const wanted = new URLSearchParams([['standing', 'open'], ['standing', 'changed'], ['changedSince', receivedAt]])
  const { data } = useQuery({
    queryKey: ['clusters', 'since', receivedAt],
    enabled: may && articles.copies > 0,
    queryFn: ({ signal }) => call<{ total: number }>(`/api/clusters?perPage=1&minSize=2&${wanted}`, { signal }),
  })
  if (!may || data === undefined || data.total === 0) return null
  return (
    <Link className="button strong" to={`/review?${wanted}`}>
      Open in Review ({amount(articles.copies, 'new near-copy', 'new near-copies')})
    </Link>
  )
}

function Undo({ upload }: { readonly upload: UploadAnswer }): ReactElement | null {
  const may = useCanAccess({ resource: 'uploads', action: 'remove' }).canAccess === true
  const undo = useDoing(async () => {
    const { files } = await call<{ files: number }>(`/api/uploads/${upload.id}`, { method: 'DELETE' })
    return `${amount(files, 'file', 'files')} taken out, with ${files === 1 ? 'its' : 'their'} articles.`
  })
  if (!may) return null
  return (
    <button type="button" disabled={undo.isPending} onClick={() => undo.mutate()} title="All its files and articles go to the bin; they can be brought back.">
      Undo this upload
    </button>
  )
}

/** What was taken out, and the way back. */
export function Undone({ upload }: { readonly upload: UploadAnswer }): ReactElement | null {
  const may = useCanAccess({ resource: 'uploads', action: 'restore' }).canAccess === true
  const restore = useDoing(async () => {
    const { files } = await call<{ files: number }>(`/api/uploads/${upload.id}/restore`, { method: 'POST' })
    return `${amount(files, 'file is', 'files are')} back.`
  })
  const { removed } = upload
  if (removed === undefined) return null
  return (
    <div className="banner undone">
      <p>
        {amount(removed.files, 'file was', 'files were')} taken out{removed.by === undefined ? '' : ` by ${removed.by}`} <Ago at={removed.at} />; {removed.files === 1 ? 'its' : 'their'} articles are in the bin. Nothing is lost.
      </p>
      {may && (
        <button type="button" disabled={restore.isPending} onClick={() => restore.mutate()}>
          Bring {removed.files === 1 ? 'it' : 'them'} back
        </button>
      )}
    </div>
  )
}

/** The answer is a sentence for the notice. */
function useDoing(work: () => Promise<string>) {
  const notify = useNotify()
  return useMutation({
    mutationFn: work,
    onSuccess: (said) => notify(said, { type: 'info' }),
    onError: (error) => notify(sentenceOf(error), { type: 'warning' }),
    onSettled: () => outdated('uploads', 'stats', 'articles', 'documents', 'clusters'),
  })
}

async function retryAll({ id, again }: UploadAnswer): Promise<number> {
  const files: UploadFileAnswer[] = []
  // Listed to the end first: what is retried leaves the list.
  for (let page = 1; files.length < again; page++) {
    const found = await call<{ data: readonly UploadFileAnswer[] }>(`/api/uploads/${id}/files?again=true&perPage=100&page=${page}`)
    if (found.data.length === 0) break
    files.push(...found.data)
  }
  for (const file of files) await call(`/api/documents/${file.id}/retry`, { method: 'POST' })
  return files.length
}
