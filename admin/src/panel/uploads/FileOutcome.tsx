// What came of one file? A sentence, the reason and the next step where it was refused, and its articles.
import type { ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { mayHelp } from '../../../../server/src/domain/again.ts'
import type { UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { sentenceOf } from '../../api.ts'
import { RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, bytes, counted } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { isStalled } from './heartbeat.ts'

const SHOWN = 30

/** `now`: for telling whether a file that waits gets anywhere. */
export function FileOutcome({ file, now }: { readonly file: UploadFileAnswer; readonly now: number }): ReactElement {
  const { articles, copies, problem } = file
  const stalled = isStalled(file, now)
  return (
    <li className={`outcome outcome-${file.outcome}`} id={`file-${file.id}`}>
      <p className="outcome-file">
        <span className="outcome-name">{file.name}</span> <span className="facts figures">{bytes(file.size)}</span>
      </p>
      <p className="outcome-says">
        {stalled ? <span className="loud">Stalled: nothing moved for a minute</span> : sentence(file)}
        <Reading file={file} />
      </p>
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
      {(problem !== undefined || file.outcome === 'failed' || (stalled && file.status === 'queued')) && <Again file={file} />}
    </li>
  )
}

/** How it was read: who corrected it, where it is not sure, and the way to its borders. */
function Reading({ file }: { readonly file: UploadFileAnswer }): ReactElement | null {
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'reading' })
  const { corrected, unsure = 0, duplicateOf } = file
  if (file.status !== 'done' || file.outcome === 'archive') return null
  return (
    <>
      {unsure > 0 && <span className="loud"> · {amount(unsure, 'border is not sure', 'borders are not sure')}</span>}
      {corrected !== undefined && (
        <span className="facts">
          {' '}
          · corrected by {corrected.by}: {corrected.says}
        </span>
      )}
      {canAccess === true && (
        <>
          {' '}
          · <Link to={`/files/${duplicateOf ?? file.id}/split`} aria-label={`How ${file.name} was read`}>{unsure > 0 ? 'Look at the borders' : 'How it was read'}</Link>
        </>
      )}
    </>
  )
}

function ToTheArchive({ copy, relation }: { readonly copy: boolean; readonly relation?: NonNullable<UploadFileAnswer['articles'][number]['relation']> }): ReactElement {
  if (relation !== undefined) return <RelationChip relation={relation} />
  return <span className="chip">{copy ? 'Leads what was here' : 'New'}</span>
}

const AGAIN: ReadonlySet<string> = new Set(['failed', 'refused', 'waiting'])

function Again({ file }: { readonly file: UploadFileAnswer }): ReactElement | null {
  const notify = useNotify()
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'retry' })
  if (canAccess !== true || file.sha256 === '' || !AGAIN.has(file.outcome) || !mayHelp(file.problem?.code)) return null
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
  const { outcome, articles, copies, status, ahead = 0 } = file
  if (outcome === 'waiting') {
    if (status === 'processing') return `Being read${articles.length > 0 ? `: ${amount(articles.length, 'article', 'articles')} so far` : ''}`
    return ahead === 0 ? 'Next to be read' : `Waiting for worker (${counted(ahead)} ahead)`
  }
  if (outcome === 'refused') return 'Not taken'
  if (outcome === 'failed') return 'Failed on our side; nothing was lost'
  if (outcome === 'archive') return 'An archive; its files are listed by themselves'
  if (file.duplicateOf !== undefined) return 'Already in the archive (same bytes): linked, not stored twice'
  if (articles.length > 1) return `Digest: split into ${articles.length} articles${copies.length > 0 ? `, ${copies.length} of them known` : ''}`
  if (articles.length === 0) return 'No article in it'
  return outcome === 'copy' ? 'One article, told before' : 'One new article'
}
