// Two texts held beside one another: the verdict, the words that were swapped, and the passages that answer each other.
import { useRef, useState, type ReactElement } from 'react'
import { isProblem } from '../../api.ts'
import { SideBySide } from '../../evidence/SideBySide.tsx'
import { Substitutions } from '../../evidence/Substitutions.tsx'
import { Verdict } from '../../evidence/Verdict.tsx'
import { stepDifference } from '../../evidence/occurrences.ts'
import { useAsked } from '../frame/asked.ts'
import { useKeys } from '../frame/keys.ts'
import { Link } from '../frame/Link.tsx'
import { backToResults, goInstead } from '../frame/place.ts'
import { Shell } from '../frame/Shell.tsx'
import { useSlow } from '../frame/slow.ts'
import { Lost } from '../Lost.tsx'
import { Facts } from '../HitRow.tsx'
import { useArticle, type Article, type Match } from '../reader/article.ts'
import { namesOf } from '../reader/names.ts'
import { Trouble } from '../Trouble.tsx'
import { CopyLink } from './CopyLink.tsx'

interface ComparePageProps {
  readonly left: string
  readonly right: string
}

export default function ComparePage({ left, right }: ComparePageProps): ReactElement {
  const [one, other] = [useArticle(left), useArticle(right)]
  const match = useAsked<Match>('/api/compare', { left: { articleId: left }, right: { articleId: right } })
  const slow = useSlow(match.waiting || one.waiting || other.waiting)
  const error = match.error ?? one.error ?? other.error
  if ([one, other, match].some((asked) => isProblem(asked.error, 404))) return <Lost what="One of the two articles is not here" />
  const again = (): void => [one, other, match].forEach((asked) => asked.again())
  const ready = one.answer !== undefined && other.answer !== undefined && match.answer !== undefined
  return (
    <Shell title="Compare two versions" ready={ready || error !== undefined}>
      {slow && <div className="loading" aria-hidden="true" />}
      <p className="way-back">
        <button type="button" className="plain" onClick={backToResults} aria-keyshortcuts="b">
          ← Results
        </button>
      </p>
      <h1>Compare two versions</h1>
      {error !== undefined && <Trouble error={error} onAgain={again} />}
      {one.answer !== undefined && other.answer !== undefined && match.answer !== undefined && <Comparison left={one.answer} right={other.answer} match={match.answer} />}
    </Shell>
  )
}

interface ComparisonProps {
  readonly left: Article
  readonly right: Article
  readonly match: Match
}

function Comparison({ left, right, match }: ComparisonProps): ReactElement {
  const [only, setOnly] = useState(false)
  const texts = useRef<HTMLDivElement>(null)
  const [leftName, rightName] = namesOf(left, right)
  const swap = (): void => goInstead(`/compare/${right.id}/${left.id}`)
  const step = (by: 1 | -1) => () => texts.current !== null && stepDifference(texts.current, by)
  useKeys({ w: swap, d: () => setOnly(!only), n: step(1), p: step(-1), b: backToResults })
  return (
    <div className="comparison">
      <Verdict match={match} completeness={left.completeness === 'incomplete' ? 'incomplete' : right.completeness} leftName={<cite>{leftName}</cite>} rightName={<cite>{rightName}</cite>} />
      <Substitutions substitutions={match.substitutions} leftName={leftName} rightName={rightName} texts={texts} />
      <div className="tools" role="group" aria-label="Comparison">
        <button type="button" onClick={swap} aria-keyshortcuts="w">
          Swap sides
        </button>
        <label className="switch">
          <input type="checkbox" role="switch" checked={only} onChange={() => setOnly(!only)} /> Only differences
        </label>
        <button type="button" onClick={() => window.print()}>
          Print
        </button>
        <CopyLink />
      </div>
      {match.passages.length === 0 && <p className="nothing">No shared passage: the two texts stand beside one another as they are.</p>}
      <Legend />
      <div className="pair headlines">
        <Head article={left} />
        <Head article={right} />
      </div>
      <div ref={texts}>
        <SideBySide left={{ name: leftName, body: left.body, language: left.language }} right={{ name: rightName, body: right.body, language: right.language }} passages={match.passages} onlyDifferences={only} />
      </div>
    </div>
  )
}

function Head({ article }: { readonly article: Article }): ReactElement {
  return (
    <div>
      <h2 lang={article.language === 'und' ? undefined : article.language}>
        <Link href={`/articles/${article.id}`}>{article.headline === '' ? 'Without a headline' : article.headline}</Link>
      </h2>
      <Facts hit={article} />
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
      <li>
        <span className="own">Quiet</span>: only on this side
      </li>
    </ul>
  )
}
