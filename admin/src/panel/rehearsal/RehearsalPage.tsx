// What would the archive make of a file? The whole way through, nothing stored; then, if one likes it, the same file goes in.
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useDropzone } from 'react-dropzone'
import { useNavigate } from 'react-router-dom'
import { amount, bytes } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { useMostBytes } from '../uploads/limits.ts'
import { PasteText } from '../uploads/PasteText.tsx'
import { take } from '../uploads/sending.ts'
import { READ_TYPES } from '../uploads/taking.ts'
import { RehearsedFile } from './RehearsedFile.tsx'
import type { RehearsedDocument } from './rehearsed.ts'

/** A rehearsal holds everything at once. */
const MOST_FILES = 20
const MOST_BYTES = 20 * 1024 * 1024

export function RehearsalPage(): ReactElement {
  const [files, setFiles] = useState<readonly File[]>([])
  const mostBytes = useMostBytes()
  const navigate = useNavigate()
  const { mutate, data, error, isPending, reset } = useMutation({ mutationFn: rehearse })
  const begin = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return
    setFiles(chosen)
    reset()
    mutate(chosen)
  }
  const commit = (): void => {
    take(files, mostBytes)
    void navigate('/uploads/new')
  }
  return (
    <Page
      title="Look before storing"
      intro={`What the archive would make of a file, with nothing stored. ${READ_TYPES}; up to ${MOST_FILES} files and ${bytes(MOST_BYTES)} at once.`}
      actions={
        data !== undefined && (
          <button type="button" className="strong" onClick={commit}>
            Store {files.length === 1 ? 'this file' : `these ${files.length} files`}
          </button>
        )
      }
    >
      <Choosing onFiles={begin} busy={isPending} />
      {isPending && (
        <p role="status" aria-busy="true">
          Reading {amount(files.length, 'file', 'files')}…
        </p>
      )}
      {error !== null && <Failed what="What would become of it" error={error} onAgain={() => begin(files)} />}
      {data !== undefined && (
        <>
          <p className="rehearsal-sum" role="status">
            {sentence(data)}
          </p>
          {data.map((document) => (
            <RehearsedFile key={document.id} document={document} file={files.find((file) => file.name === document.name)} />
          ))}
        </>
      )}
    </Page>
  )
}

async function rehearse(files: readonly File[]): Promise<readonly RehearsedDocument[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  if (files.length > MOST_FILES || total > MOST_BYTES) throw new Error(`These are ${files.length} files of ${bytes(total)}; ${MOST_FILES} files and ${bytes(MOST_BYTES)} can be looked at together.`)
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return (await call<{ documents: readonly RehearsedDocument[] }>('/api/documents?dryRun=true', { method: 'POST', form })).documents
}

function Choosing({ onFiles, busy }: { readonly onFiles: (files: readonly File[]) => void; readonly busy: boolean }): ReactElement {
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({ onDrop: onFiles, noClick: true, noKeyboard: true, disabled: busy, useFsAccessApi: false })
  const { tabIndex: _none, role: _presentation, ...root } = getRootProps()
  return (
    <section {...root} className={isDragActive ? 'drop-zone over' : 'drop-zone'} aria-label="Choose what to look at">
      <p className="drop-word">Drop files here to look at them</p>
      <div className="actions">
        <button type="button" className="strong" onClick={open} disabled={busy}>
          Choose files
        </button>
        <PasteText onText={(file) => onFiles([file])} />
      </div>
      <input {...getInputProps()} aria-label="Files to look at" />
    </section>
  )
}

function sentence(documents: readonly RehearsedDocument[]): string {
  const articles = documents.flatMap((document) => document.articles)
  const joining = articles.filter((article) => (article.clusterSize ?? 1) > 1).length
  const refused = documents.filter((document) => document.problem !== undefined).length
  const known = documents.filter((document) => document.duplicateOf !== undefined).length
  return [
    `It would give ${amount(articles.length, 'article', 'articles')}`,
    joining > 0 ? `, ${joining === articles.length ? 'all' : joining} of them joining a story` : '',
    known > 0 ? `; ${amount(known, 'file is', 'files are')} in the archive already` : '',
    refused > 0 ? `; ${amount(refused, 'file', 'files')} could not be read` : '',
    '. Nothing was stored.',
  ].join('')
}
