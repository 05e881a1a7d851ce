// What would the archive make of a file? The whole way through, nothing stored; what it got wrong is corrected here, all
// follows at once, and then the same file goes in exactly as it is shown.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useDropzone } from 'react-dropzone'
import { useNavigate } from 'react-router-dom'
import { amount, bytes } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { useMostBytes } from '../uploads/limits.ts'
import { PasteText } from '../uploads/PasteText.tsx'
import { take } from '../uploads/sending.ts'
import { READ_TYPES } from '../uploads/taking.ts'
import { RehearsedFiles } from './RehearsedFiles.tsx'
import type { RehearsedDocument } from './rehearsed.ts'
import { boundTo, type Said, withSaid } from './said.ts'
import { useSteps } from './steps.ts'

/** A rehearsal holds everything at once. */
const MOST_FILES = 20
const MOST_BYTES = 20 * 1024 * 1024

interface Looked {
  readonly files: readonly File[]
  /** Files of one name differ in this alone. */
  readonly round: number
}

export function RehearsalPage(): ReactElement {
  const [{ files, round }, look] = useState<Looked>({ files: [], round: 0 })
  const [said, say] = useState<Said>(new Map())
  const [active, activate] = useState<string>()
  const steps = useSteps()
  const mostBytes = useMostBytes()
  const navigate = useNavigate()
  const wanted = withSaid(said, active, steps.now)
  const { data, error, isFetching, refetch } = useRehearsal(files, round, wanted)
  const begin = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return
    look({ files: chosen, round: round + 1 })
    say(new Map())
    activate(undefined)
  }
  const show = (sha256: string): void => {
    say(wanted)
    activate(sha256)
  }
  const commit = (): void => {
    if (data === undefined || isFetching) return
    take(files, mostBytes, boundTo(files, data, wanted))
    void navigate('/uploads/new')
  }
  usePanelKeys({ a: commit })
  return (
    <Page
      title="Look before storing"
      intro={files.length > 0 ? 'Nothing is stored until you say so.' : `What the archive would make of a file, with nothing stored. ${READ_TYPES}; up to ${MOST_FILES} files and ${bytes(MOST_BYTES)} at once.`}
      actions={
        data !== undefined && (
          <button type="button" className="strong" aria-keyshortcuts="a" onClick={commit} disabled={isFetching}>
            Store {files.length === 1 ? 'this file' : `these ${files.length} files`}
            {wanted.size > 0 && ' as corrected'} <kbd aria-hidden="true">a</kbd>
          </button>
        )
      }
    >
      <Choosing onFiles={begin} busy={isFetching && data === undefined} small={files.length > 0} />
      {isFetching && data === undefined && <Reading count={files.length} />}
      {error !== null && <Failed what="What would become of it" error={error} onAgain={() => void refetch()} />}
      {data !== undefined && (
        <RehearsedFiles documents={data} steps={steps} busy={isFetching} said={wanted} onShow={show} />
      )}
    </Page>
  )
}

/** While a correction is under way, what was shown before it stays; other files begin anew. */
function useRehearsal(files: readonly File[], round: number, wanted: Said) {
  return useQuery({
    queryKey: ['rehearsed', round, [...wanted]],
    enabled: files.length > 0,
    queryFn: ({ signal }) => rehearse(files, wanted, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === round ? keepPreviousData(before) : undefined),
    gcTime: 0,
    retry: false,
  })
}

function Reading({ count }: { readonly count: number }): ReactElement {
  return (
    <div role="status">
      <p>Reading {amount(count, 'file', 'files')}…</p>
      <Skeleton lines={10} />
    </div>
  )
}

async function rehearse(files: readonly File[], said: Said, signal: AbortSignal): Promise<readonly RehearsedDocument[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  if (files.length > MOST_FILES || total > MOST_BYTES) throw new Error(`These are ${files.length} files of ${bytes(total)}; ${MOST_FILES} files and ${bytes(MOST_BYTES)} can be looked at together.`)
  const form = new FormData()
  form.append('corrections', JSON.stringify([...said].map(([sha256, corrections]) => ({ sha256, ...corrections }))))
  for (const file of files) form.append('files', file, file.name)
  return (await call<{ documents: readonly RehearsedDocument[] }>('/api/documents?dryRun=true&detailed=true', { method: 'POST', form, signal })).documents
}

interface ChoosingProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly busy: boolean
  /** Something is looked at already: the place to drop makes room for it. */
  readonly small: boolean
}

function Choosing({ onFiles, busy, small }: ChoosingProps): ReactElement {
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({ onDrop: onFiles, noClick: true, noKeyboard: true, disabled: busy, useFsAccessApi: false })
  const { tabIndex: _none, role: _presentation, ...root } = getRootProps()
  return (
    <section {...root} className={['drop-zone', isDragActive && 'over', small && 'small'].filter(Boolean).join(' ')} aria-label="Choose what to look at">
      <p className="drop-word">{small ? 'Look at other files' : 'Drop files here to look at them'}</p>
      <div className="actions">
        <button type="button" className={small ? '' : 'strong'} onClick={open} disabled={busy}>
          Choose files
        </button>
        <PasteText onText={(file) => onFiles([file])} />
      </div>
      <input {...getInputProps()} aria-label="Files to look at" />
    </section>
  )
}
