// What came of one file? A sentence, the reason and the next step where it was refused, and its articles.
import type { ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import type { UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { sentenceOf } from '../../api.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, bytes } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'

const STALLED_MS = 60_000
const SHOWN = 30

export function FileOutcome({ file }: { readonly file: UploadFileAnswer }): ReactElement {
  const { articles, copies, problem } = file
  return (
    <li className={`outcome outcome-${file.outcome}`} id={`file-${file.id}`}>
      <p className="outcome-file">
        <span className="outcome-name">{file.name}</span> <span className="facts figures">{bytes(file.size)}</span>
      </p>
      <p className="outcome-says">{sentence(file)}</p>
      {problem !== undefined && (
        <p className="outcome-problem">
          {problem.detail} {problem.hint}
        </p>
      )}
      {articles.length > 0 && (
        <ul className="outcome-articles">
          {articles.slice(0, SHOWN).map((article) => (
            <li key={article.id}>
              <Link to={`/articles/${article.id}/show`}>{article.headline || 'Without a headline'}</Link> <ToTheArchive copy={copies.includes(article.id)} {...(article.relation && { relation: article.relation })} />
            </li>
          ))}
          {articles.length > SHOWN && (
            <li>
              <Link to={`/articles?filter=${encodeURIComponent(JSON.stringify({ documentId: file.duplicateOf ?? file.id }))}`}>All {articles.length} articles of this file</Link>
            </li>
          )}
        </ul>
      )}
      {(problem !== undefined || file.outcome === 'failed') && <Again file={file} />}
    </li>
  )
}

function ToTheArchive({ copy, relation }: { readonly copy: boolean; readonly relation?: NonNullable<UploadFileAnswer['articles'][number]['relation']> }): ReactElement {
  if (relation !== undefined) return <RelationChip relation={relation} />
  return <span className="chip">{copy ? 'Leads what was here' : 'New'}</span>
}

function Again({ file }: { readonly file: UploadFileAnswer }): ReactElement | null {
  const notify = useNotify()
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'retry' })
  if (canAccess !== true || file.sha256 === '' || (file.outcome !== 'failed' && file.outcome !== 'refused')) return null
  const retry = (): void => {
    call(`/api/documents/${file.id}/retry`, { method: 'POST' }).then(
      () => outdated('uploads', 'stats'),
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  return (
    <button type="button" className="plain" onClick={retry} aria-label={`Retry ${file.name}`}>
      Retry
    </button>
  )
}

function sentence(file: UploadFileAnswer): string {
  const { outcome, articles, copies, status, receivedAt } = file
  const waits = Date.now() - Date.parse(receivedAt)
  if (outcome === 'waiting') {
    if (status === 'processing') return `Being read${articles.length > 0 ? `: ${amount(articles.length, 'article', 'articles')} so far` : ''}`
    return waits > STALLED_MS ? 'Waits for the reader; others are before it' : 'Waits to be read'
  }
  if (outcome === 'refused') return 'Not taken'
  if (outcome === 'failed') return 'Failed on our side; nothing was lost'
  if (outcome === 'archive') return 'An archive; its files are listed by themselves'
  if (file.duplicateOf !== undefined) return 'Already in the archive (same bytes): linked, not stored twice'
  if (articles.length > 1) return `Digest: split into ${articles.length} articles${copies.length > 0 ? `, ${copies.length} of them known` : ''}`
  if (articles.length === 0) return 'No article in it'
  return outcome === 'copy' ? 'One article, told before' : 'One new article'
}
