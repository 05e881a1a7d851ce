// What can one do with an empty archive? Try it with the project's own documents.
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { sentenceOf } from '../../api.ts'
import { useStats } from '../archive/stats.ts'
import { useMostBytes } from './limits.ts'
import { SAMPLES, sampleFiles } from './samples.ts'
import { take } from './sending.ts'

export function SampleOffer(): ReactElement | null {
  const { data } = useStats('30d')
  const [busy, setBusy] = useState(false)
  const mostBytes = useMostBytes()
  const notify = useNotify()
  const navigate = useNavigate()
  if (data === undefined || data.articles > 0) return null
  const begin = (): void => {
    setBusy(true)
    sampleFiles()
      .then((files) => {
        take(files, mostBytes)
        void navigate('/uploads/new')
      })
      .catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
      .finally(() => setBusy(false))
  }
  return (
    <section className="offer" aria-label="Sample documents">
      <p>
        <strong>The archive is empty.</strong> Try it with {SAMPLES.length} invented documents: one story in full, scraped, cut, respun, corrected and in a digest, and neighbours that must stay apart.
      </p>
      <button type="button" onClick={begin} disabled={busy}>
        Add the sample documents
      </button>
    </section>
  )
}
