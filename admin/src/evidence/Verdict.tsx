// What is the verdict on a pair, and why? The sentence first, then the coverage both ways, then every ground.
import type { ReactElement, ReactNode } from 'react'
import type { Completeness } from '../../../server/src/domain/article.ts'
import type { Match } from '../../../server/src/domain/match.ts'
import { RelationChip } from './RelationChip.tsx'
import { percent, wordsFor } from './words.ts'

interface VerdictProps {
  readonly match: Match
  /** Of the side that stops early, if one does. */
  readonly completeness?: Completeness
  readonly leftName: ReactNode
  readonly rightName: ReactNode
}

export function Verdict({ match, completeness, leftName, rightName }: VerdictProps): ReactElement {
  const [first, ...grounds] = match.reasons
  return (
    <section className="verdict" aria-label="Verdict">
      <p className="verdict-line">
        <RelationChip relation={match.relation} completeness={completeness ?? 'complete'} />
        <strong>{first?.message ?? `${wordsFor(match.relation).says}.`}</strong>
      </p>
      <CoverageBars match={match} leftName={leftName} rightName={rightName} />
      <p className="facts">
        {confidenceWord(match.confidence)} confidence · {match.decidedBy === 'editor' ? 'decided by an editor' : 'decided by rule'}
      </p>
      <Grounds grounds={grounds.filter((ground) => ground.code !== 'containment')} />
    </section>
  )
}

const QUOTED = 'quotation-altered'

/** Every ground; the altered quotations folded under the sentence that counts them. */
function Grounds({ grounds }: { readonly grounds: Match['reasons'] }): ReactElement | null {
  const quoted = grounds.filter((ground) => ground.code === QUOTED)
  const others = grounds.filter((ground) => ground.code !== QUOTED)
  if (grounds.length === 0) return null
  return (
    <ul className="grounds">
      {others.map((ground, index) => (
        <li key={index} className={`ground-${ground.code}`}>
          {ground.message}
        </li>
      ))}
      {quoted.length > 0 && (
        <li>
          <details>
            <summary>The altered quotations</summary>
            <ul className="quotations">
              {quoted.map((ground, index) => (
                <li key={index}>{ground.message}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}

/** High, Medium or Low: a person can act on a word, and a percentage would claim more than is known. */
export function confidenceWord(confidence: number): string {
  return confidence >= 0.8 ? 'High' : confidence >= 0.6 ? 'Medium' : 'Low'
}

interface CoverageProps {
  readonly match: Match
  readonly leftName: ReactNode
  readonly rightName: ReactNode
}

/** One figure would hide that a short cut is wholly in a long piece and the long piece hardly in the cut. */
export function CoverageBars({ match, leftName, rightName }: CoverageProps): ReactElement {
  return (
    <dl className="coverage">
      <CoverageBar share={match.containment.left}>
        of {leftName} is in {rightName}
      </CoverageBar>
      <CoverageBar share={match.containment.right}>
        of {rightName} is in {leftName}
      </CoverageBar>
    </dl>
  )
}

function CoverageBar({ share, children }: { readonly share: number; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{children}</dt>
      <dd className="figures">
        {percent(share)}
        <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="bar-whole" width="100" height="4" />
          <rect className="bar-share" width={Math.round(share * 100)} height="4" />
        </svg>
      </dd>
    </div>
  )
}
