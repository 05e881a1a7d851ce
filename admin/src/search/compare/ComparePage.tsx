// Two texts held beside one another: the verdict and the map of both, the words that were swapped, what changed in fact, and the
// texts themselves. The service compares; an address shows the same to whoever opens it.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { isProblem } from '../../api.ts'
import { type Evidence, type Names, sharesNothing } from '../../evidence/pair.ts'
import { Ribbon } from '../../evidence/Ribbon.tsx'
import { SideBySide, type TextsHandle } from '../../evidence/SideBySide.tsx'
import { VerdictPanel } from '../../evidence/VerdictPanel.tsx'
import { useAsked } from '../frame/asked.ts'
import { useKeys } from '../frame/keys.ts'
import { Link } from '../frame/Link.tsx'
import { backToResults, goInstead, rewrite } from '../frame/place.ts'
import { Shell } from '../frame/Shell.tsx'
import { useSlow } from '../frame/slow.ts'
import { Lost } from '../Lost.tsx'
import { Facts } from '../HitRow.tsx'
import { namesOf } from '../reader/names.ts'
import { Trouble } from '../Trouble.tsx'
import { CompareTools } from './CompareTools.tsx'
import { Findings } from './Findings.tsx'

interface ComparePageProps {
  readonly left: string
  readonly right: string
}

export default function ComparePage({ left, right }: ComparePageProps): ReactElement {
  const { answer, error, waiting, again } = useAsked<Evidence>(`/api/evidence/${left}/${right}`)
  const slow = useSlow(waiting)
  if (isProblem(error, 404)) return <Lost what="One of the two articles is not here" />
  return (
    <Shell title="Compare two versions" ready={answer !== undefined || error !== undefined}>
      {slow && <div className="loading" aria-hidden="true" />}
      <p className="way-back">
        <button type="button" className="plain" onClick={backToResults} aria-keyshortcuts="b">
          ← Results
        </button>
      </p>
      <h1>Compare two versions</h1>
      {error !== undefined && <Trouble error={error} onAgain={again} />}
      {answer !== undefined && <Comparison evidence={answer} />}
    </Shell>
  )
}

function Comparison({ evidence }: { readonly evidence: Evidence }): ReactElement {
  const { left, right } = evidence
  const [only, setOnly] = useState(false)
  const [inline, setInline] = useState(() => matchMedia('(max-width: 44rem)').matches)
  const texts = useRef<TextsHandle>(null)
  const [leftName, rightName] = namesOf(left, right)
  const names: Names = { left: leftName, right: rightName }
  const swap = (): void => goInstead(`/compare/${right.articleId}/${left.articleId}`)
  useKeys({ w: swap, d: () => setOnly(!only), i: () => setInline(!inline), n: () => texts.current?.step(1), p: () => texts.current?.step(-1), ']': () => texts.current?.step(1), '[': () => texts.current?.step(-1), b: backToResults })
  useEffect(() => {
    const asked = /^#d=(\d{1,6})$/.exec(location.hash)?.[1]
    if (asked !== undefined) texts.current?.goTo(Number(asked))
  }, [])
  const alien = sharesNothing(evidence)
  return (
    <div className="comparison">
      <div className="compare-head">
        <div>
          <VerdictPanel evidence={evidence} names={names} link={(id, name) => <Link href={`/articles/${id}`}>{name}</Link>} />
          {!alien && <Findings evidence={evidence} names={names} texts={texts} />}
        </div>
        <Ribbon evidence={evidence} names={names} onBlock={(block) => texts.current?.showBlock(block)} />
      </div>
      <CompareTools evidence={evidence} only={only} inline={inline} onOnly={setOnly} onInline={setInline} onSwap={swap} onStep={(by) => texts.current?.step(by)} />
      {alien && <p className="nothing">No shared run of 5 words or more: the two texts stand beside one another as they are.</p>}
      {!alien && <Legend />}
      <div className="pair headlines">
        <Head side={left} />
        <Head side={right} />
      </div>
      <SideBySide ref={texts} evidence={evidence} names={names} fold={only} inline={inline} onDifference={(number) => rewrite(`${location.pathname}${location.search}#d=${number}`)} />
    </div>
  )
}

function Head({ side }: { readonly side: Evidence['left'] }): ReactElement {
  return (
    <div>
      <h2 lang={side.language === 'und' ? undefined : side.language}>
        <Link href={`/articles/${side.articleId}`}>{side.headline === '' ? 'Without a headline' : side.headline}</Link>
      </h2>
      <Facts hit={side} />
    </div>
  )
}

function Legend(): ReactElement {
  return (
    <ul className="legend" aria-label="How to read it">
      <li>Plain: the same words</li>
      <li>
        <del>Underlined</del> on the left stands as <ins>doubly underlined</ins> on the right
      </li>
      <li className="texts-legend">
        Bold: a name, number or date; a rule at the edge: only on this side
      </li>
    </ul>
  )
}
