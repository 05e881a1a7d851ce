// Two articles held beside one another, whichever they are: the same evidence as in the review, at an address of its own
// that can be sent, printed, and taken along as a report.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom'
import type { EvidenceAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { isProblem } from '../../api.ts'
import { Additions } from '../../evidence/Additions.tsx'
import { AlteredQuotations, ChangedFacts } from '../../evidence/Changes.tsx'
import { Ribbon } from '../../evidence/Ribbon.tsx'
import { SubstitutionTable } from '../../evidence/SubstitutionTable.tsx'
import { VerdictPanel } from '../../evidence/VerdictPanel.tsx'
import { CopyLink } from '../../search/compare/CopyLink.tsx'
import { call } from '../archive/call.ts'
import { Page } from '../frame/Page.tsx'
import { usePanelKeys } from '../frame/keys.ts'
import { Sides } from '../review/Sides.tsx'
import type { Aim } from '../review/view.ts'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import '../review/review.css'

/** Fewer words in a row say nothing (the floor of two texts on one event). */
const RUN_LEAST = 5

export function ComparePage(): ReactElement {
  const { a = '', b = '' } = useParams()
  const path = `/api/evidence/${encodeURIComponent(a)}/${encodeURIComponent(b)}`
  const asked = useQuery({ queryKey: ['evidence', a, b], queryFn: ({ signal }) => call<EvidenceAnswer>(path, { signal }) })
  if (isProblem(asked.error, 404)) {
    return (
      <Page title="One of the two articles is not here">
        <p>
          It was put into the bin for good, or the address is mistyped. <Link to="/articles">To the articles</Link>
        </p>
      </Page>
    )
  }
  if (asked.data === undefined) return <Page title="Compare">{asked.error === null ? <Skeleton lines={14} /> : <Failed what="The comparison" error={asked.error} onAgain={() => void asked.refetch()} />}</Page>
  return <Comparison key={path} evidence={asked.data} path={path} />
}

function Comparison({ evidence, path }: { readonly evidence: EvidenceAnswer; readonly path: string }): ReactElement {
  const { left, right } = evidence
  const navigate = useNavigate()
  const names = { left: nameOf(left, right), right: nameOf(right, left) }
  const [aim, setAim] = useState<Aim>()
  const place = usePlace(() => setAim(undefined))
  const swap = (): void => void navigate(`/compare/${right.articleId}/${left.articleId}`, { replace: true })
  usePanelKeys({ w: swap })
  const show = (next: Aim): void => {
    setAim(next)
    document.getElementById('both-texts')?.scrollIntoView({ block: 'start' })
  }
  return (
    <Page title="Compare" windowTitle={`Compare: ${names.left} and ${names.right}`} intro={<Heads evidence={evidence} />} actions={<Ways path={path} onSwap={swap} />}>
      <div className="compare">
        <VerdictPanel evidence={evidence} names={names} link={(id, name) => <Link to={`/articles/${id}/show`}>{name}</Link>} />
        {evidence.coverage.longestRun < RUN_LEAST ? (
          <p className="banner">No shared run of {RUN_LEAST} words or more: the two texts stand beside one another as they are.</p>
        ) : (
          <Findings evidence={evidence} names={names} onShow={show} />
        )}
        <section id="both-texts" aria-labelledby="both-texts-title">
          <h2 id="both-texts-title" className="section">
            Both texts
          </h2>
          <Sides evidence={evidence} names={names} view={{ difference: place.difference, aim, point: place.point }} />
        </section>
      </div>
    </Page>
  )
}

interface FindingsProps {
  readonly evidence: EvidenceAnswer
  readonly names: { readonly left: string; readonly right: string }
  readonly onShow: (aim: Aim) => void
}

function Findings({ evidence, names, onShow }: FindingsProps): ReactElement {
  return (
    <div className="compare-findings">
      <div>
        <h2 className="section">Changed facts</h2>
        <ChangedFacts evidence={evidence} onPlace={onShow} />
        <h2 className="section">Quotations</h2>
        <AlteredQuotations evidence={evidence} onPlace={onShow} />
        <h2 className="section">Words that stand for others</h2>
        <SubstitutionTable substitutions={evidence.substitutions} names={names} onOccurrence={onShow} />
        <h2 className="section">What only one has</h2>
        <Additions additions={evidence.additions.left} name={names.left} onPlace={(left) => onShow({ left })} />
        <Additions additions={evidence.additions.right} name={names.right} onPlace={(right) => onShow({ right })} />
      </div>
      <div>
        <h2 className="section">Map</h2>
        <Ribbon evidence={evidence} names={names} onBlock={(block) => onShow({ block })} />
      </div>
    </div>
  )
}

function Heads({ evidence: { left, right } }: { readonly evidence: EvidenceAnswer }): ReactElement {
  return (
    <>
      <Link to={`/articles/${left.articleId}/show`}>{left.headline || 'Without a headline'}</Link> and <Link to={`/articles/${right.articleId}/show`}>{right.headline || 'Without a headline'}</Link>
    </>
  )
}

function Ways({ path, onSwap }: { readonly path: string; readonly onSwap: () => void }): ReactElement {
  return (
    <>
      <button type="button" aria-keyshortcuts="w" onClick={onSwap}>
        Swap sides <kbd aria-hidden="true">w</kbd>
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <CopyLink />
      <a className="button" href={`${path}/report`}>
        Report
      </a>
      <a className="button" href={`${path}/report?download=true`} download>
        Download it
      </a>
    </>
  )
}

/** `#d=17` is the seventeenth difference. */
function usePlace(onPoint: () => void): { readonly difference: string | undefined; point(difference: string | undefined): void } {
  const { hash, pathname, search } = useLocation()
  const navigate = useNavigate()
  return {
    difference: /^#d=(\d+)$/.exec(hash)?.[1],
    point: (difference) => {
      onPoint()
      const next = difference === undefined ? '' : `#d=${difference}`
      if (next !== hash) void navigate(`${pathname}${search}${next}`, { replace: true })
    },
  }
}

function nameOf(one: EvidenceAnswer['left'], other: EvidenceAnswer['left']): string {
  if (one.publisher !== undefined && one.publisher !== other.publisher) return one.publisher
  if (one.headline !== '' && one.headline !== other.headline) return one.headline
  return one.documentName
}
