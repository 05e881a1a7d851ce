// How much of each text is in the other? Always both ways: one figure would hide which of the two is the fuller.
import type { ReactElement, ReactNode } from 'react'
import type { Match } from '../../../server/src/domain/match.ts'
import { percent } from './words.ts'

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
