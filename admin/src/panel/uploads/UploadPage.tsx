// How do files come in? Dropped, chosen, whole folders, or pasted; each with what became of it.
import { useRef, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { sentenceOf } from '../../api.ts'
import { amount, bytes } from '../../evidence/numbers.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { useMostBytes } from './limits.ts'
import { NoteFields } from './NoteFields.tsx'
import { PasteText } from './PasteText.tsx'
import { clearEnded, useQueue } from './queue.ts'
import { QueueList } from './QueueList.tsx'
import { Refusals } from './Refusals.tsx'
import { SampleOffer } from './SampleOffer.tsx'
import { SentLately } from './SentLately.tsx'
import { cancelWaiting, retryFailed, take } from './sending.ts'
import { READ_TYPES } from './taking.ts'

export function UploadPage(): ReactElement {
  const totals = useQueue()
  const mostBytes = useMostBytes()
  return (
    <Page
      title="Add files"
      intro={
        <>
          {READ_TYPES}; up to {bytes(mostBytes)} each. They are told apart by content, and the archive keeps the bytes as they came.
        </>
      }
      actions={
        <Link className="button" to="/uploads/rehearsal">
          Look before storing
        </Link>
      }
    >
      <Choosing mostBytes={mostBytes} />
      <Refusals />
      {totals.items > 0 && <Progress />}
      {totals.items > 0 && <QueueList />}
      {totals.items === 0 && <SampleOffer />}
      <SentLately but={totals.uploads} />
    </Page>
  )
}

function Choosing({ mostBytes }: { readonly mostBytes: number }): ReactElement {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const chosen = (input: HTMLInputElement): void => {
    take([...(input.files ?? [])], mostBytes)
    input.value = ''
  }
  usePanelKeys({ u: () => files.current?.click() })
  return (
    <section className="drop-zone" aria-label="Choose what to add">
      <p className="drop-word">Drop files, folders or zips here</p>
      <p className="facts">or anywhere in the panel, or paste a text</p>
      <div className="actions">
        <button type="button" className="strong" aria-keyshortcuts="u" onClick={() => files.current?.click()}>
          Choose files <kbd aria-hidden="true">u</kbd>
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        <PasteText onText={(file) => take([file], mostBytes)} />
      </div>
      <NoteFields />
      <input ref={files} type="file" multiple hidden aria-label="Files to add" onChange={({ target }) => chosen(target)} />
      <input ref={folder} type="file" multiple hidden aria-label="Folder to add" onChange={({ target }) => chosen(target)} {...{ webkitdirectory: '' }} />
    </section>
  )
}

function Progress(): ReactElement {
  const { items, phases, again, bytes: all, sentBytes, uploads } = useQueue()
  const notify = useNotify()
  const under = phases.waiting + phases.sending + phases.processing
  const bad = phases.failed + phases.refused
  const unsent = phases.waiting + phases.sending
  const retry = (): void => {
    if (again === 0) return
    retryFailed().then((count) => notify(`Retrying ${amount(count, 'file', 'files')}.`, { type: 'info' }), (error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  usePanelKeys({ r: retry })
  return (
    <div className="progress">
      <p className="progress-line figures" role="status">
        <strong>
          {items - under} of {items} done
        </strong>
        {bad > 0 && <> · {amount(bad, 'needs attention', 'need attention')}</>}
        {unsent > 0 && (
          <>
            {' '}
            · {bytes(sentBytes)} of {bytes(all)} sent
          </>
        )}
        {phases.processing > 0 && <> · {amount(phases.processing, 'file is being read', 'files are being read')}</>}
      </p>
      <div className="actions">
        <Reports uploads={uploads} />
        {again > 0 && (
          <button type="button" aria-keyshortcuts="r" onClick={retry}>
            Retry {again} <kbd aria-hidden="true">r</kbd>
          </button>
        )}
        {unsent > 0 && (
          <button type="button" onClick={cancelWaiting}>
            Cancel all that is not sent
          </button>
        )}
        {items > under && (
          <button type="button" className="plain" onClick={clearEnded}>
            Clear what is done
          </button>
        )}
      </div>
    </div>
  )
}

/** The latest; the others are in the list of uploads. */
function Reports({ uploads }: { readonly uploads: readonly string[] }): ReactElement {
  const shown = uploads.slice(-3)
  return (
    <>
      {shown.map((upload, index) => (
        <Link key={upload} className="button strong" to={`/uploads/${upload}/show`}>
          {shown.length === 1 ? 'Open the report' : `Report ${uploads.length - shown.length + index + 1}`}
        </Link>
      ))}
    </>
  )
}
