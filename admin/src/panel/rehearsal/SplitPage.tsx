// Was a file of the archive read rightly? Its text with the borders that were found, and what they make of it; a corrected
// reading takes the place of the old one in a moment, and the articles whose text stays remain what they are.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link, useParams } from 'react-router-dom'
import { isProblem } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated, queries } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'
import { usePanelKeys } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { confirmed, type Corrections, NONE } from './corrections.ts'
import { ReadingEditor } from './ReadingEditor.tsx'
import type { ReadingAnswer } from './rehearsed.ts'
import { StepButtons } from './StepButtons.tsx'
import { type Steps, useSteps } from './steps.ts'

export function SplitPage(): ReactElement {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['reading', id], queryFn: ({ signal }) => call<ReadingAnswer>(`/api/documents/${encodeURIComponent(id)}/reading`, { signal }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  if (isProblem(error, 404)) {
    return (
      <Page title="There is no such file">
        <p>
          It may have been removed, or the address is mistyped. <Link to="/uploads">All uploads</Link>
        </p>
      </Page>
    )
  }
  if (data !== undefined) return <Splitter key={data.base ?? ''} id={id} open={data} onAgain={() => void refetch()} />
  return (
    <Page title="How a file was read">
      {error !== null && <Failed what="The reading of this file" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={12} />}
    </Page>
  )
}

interface SplitterProps {
  readonly id: string
  readonly open: ReadingAnswer
  readonly onAgain: () => void
}

function Splitter({ id, open, onAgain }: SplitterProps): ReactElement {
  const notify = useNotify()
  const { canAccess } = useCanAccess({ resource: 'documents', action: 'correct' })
  const steps = useSteps()
  const { begin } = steps
  const first = open.document.corrections
  useEffect(() => begin(first ?? NONE), [begin, first])
  const { data: shown = open, error, isFetching, refetch } = useCorrected(id, steps, open.base)
  const { document } = steps.done > 0 ? shown : open
  const accept = useMutation({
    mutationFn: (corrections: Corrections) => call<ReadingAnswer>(`/api/documents/${id}/reading`, { method: 'POST', body: { corrections, base: open.base } }),
    onSuccess: (answer) => {
      notify(`Read as you say: ${amount(answer.document.articles.length, 'article', 'articles')}.`, { type: 'info' })
      queries.setQueryData(['reading', id], answer)
      outdated('uploads', 'articles', 'documents', 'stats')
    },
  })
  const store = useOnceSettled(canAccess !== undefined && !isFetching && !accept.isPending, () => {
    if (canAccess && error === null && document.reading !== undefined) accept.mutate(confirmed(steps.now, document.reading))
  })
  usePanelKeys({ a: store })
  const fault = accept.error ?? error
  return (
    <Page
      title={document.name}
      windowTitle={`How ${document.name} was read`}
      intro={<Intro open={open} unsure={document.unsure ?? 0} articles={document.articles.length} />}
      actions={
        canAccess === true && (
          <button type="button" className="strong" aria-keyshortcuts="a" onClick={store} disabled={accept.isPending}>
            {steps.done === 0 ? 'It is right' : 'Read it so'} <kbd aria-hidden="true">a</kbd>
          </button>
        )
      }
    >
      {isProblem(fault, 409) || isProblem(fault, 412) ? (
        <Overtaken detail={(fault as Error).message} onAgain={onAgain} />
      ) : (
        fault !== null && <Failed what="The corrected reading" error={fault} onAgain={() => (accept.error === null ? void refetch() : accept.reset())} />
      )}
      <StepButtons steps={steps} />
      <ReadingEditor document={document} steps={steps} busy={isFetching} level="h2" />
    </Page>
  )
}

/** Who is quick with the keys asks before the last correction is shown: the wish is kept until then, never dropped in silence. */
function useOnceSettled(settled: boolean, act: () => void): () => void {
  const [wished, setWished] = useState(false)
  useEffect(() => {
    if (!wished || !settled) return
    setWished(false)
    act()
  }, [wished, settled])
  return () => setWished(true)
}

/** As it would be with the corrections so far. */
function useCorrected(id: string, steps: Steps, base: string | null) {
  const body = { corrections: steps.now, base }
  return useQuery({
    queryKey: ['reading', id, 'as', body],
    enabled: steps.done > 0,
    queryFn: ({ signal }) => call<ReadingAnswer>(`/api/documents/${id}/reading?dryRun=true`, { method: 'POST', body, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

function Intro({ open, unsure, articles }: { readonly open: ReadingAnswer; readonly unsure: number; readonly articles: number }): ReactElement {
  const { corrected, upload } = open.document
  return (
    <>
      {amount(articles, 'article', 'articles')}.{unsure > 0 && <span className="loud"> {amount(unsure, 'border is not sure', 'borders are not sure')}: look there first.</span>}{' '}
      {corrected !== undefined && (
        <>
          Corrected by {corrected.by} <Ago at={corrected.at} />: {corrected.says}.{' '}
        </>
      )}
      <Link to={`/uploads/${upload}/show`}>Back to the report</Link>
    </>
  )
}

function Overtaken({ detail, onAgain }: { readonly detail: string; readonly onAgain: () => void }): ReactElement {
  return (
    <div className="banner" role="alert">
      <p>{detail} Nothing was changed.</p>
      <button type="button" onClick={onAgain}>
        Show it as it is now
      </button>
    </div>
  )
}
