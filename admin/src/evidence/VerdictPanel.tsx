// What is the verdict on a pair, and on what does it rest? The sentence first, then the coverage both ways, the changed facts
// and altered quotations, and every ground of the rule.
import type { ReactElement, ReactNode } from 'react'
import { amount } from './numbers.ts'
import { confidenceWord, type Evidence, type Names } from './pair.ts'
import { RelationChip } from './RelationChip.tsx'
import { CoverageBars } from './Coverage.tsx'

interface VerdictPanelProps {
  readonly evidence: Evidence
  readonly names: Names
  /** How an article of the path is linked; its name alone unless given. */
  readonly link?: (articleId: string, name: string) => ReactNode
}

export function VerdictPanel({ evidence, names, link }: VerdictPanelProps): ReactElement {
  const { match, verdict, left, right } = evidence
  const stopsEarly = left.completeness === 'incomplete' ? 'incomplete' : right.completeness
  return (
    <section className="verdict" aria-label="Verdict">
      <p className="verdict-line">
        <RelationChip relation={verdict.kind} completeness={stopsEarly} />
        <strong>{verdict.sentence}</strong>
      </p>
      <CoverageBars match={match} leftName={<cite>{names.left}</cite>} rightName={<cite>{names.right}</cite>} />
      <Figures evidence={evidence} />
      <Path path={evidence.path} link={link} />
      <details className="grounds-fold">
        <summary>Grounds and method</summary>
        <ul className="grounds">
          {match.reasons.filter((reason) => reason.code !== 'containment' && reason.code !== 'quotation-altered').map((reason, index) => (
            <li key={index}>{reason.message}</li>
          ))}
          <li>
            Worked out by matcher version {evidence.method.matchVersion}; {match.decidedBy === 'editor' ? 'the relation was set by an editor' : 'decided by rule'}.
          </li>
        </ul>
      </details>
    </section>
  )
}

function Figures({ evidence }: { readonly evidence: Evidence }): ReactElement {
  const { verdict, substitutions, quotations, facts, coverage, blocks } = evidence
  const moved = blocks.filter((block) => block.kind === 'moved').length / 2
  const words = substitutions.filter((one) => one.class !== 'punctuation').length
  const figures: readonly (readonly [string, string, boolean])[] = [
    ['Confidence', confidenceWord(verdict.confidence), false],
    ['Longest shared run', amount(coverage.longestRun, 'word', 'words'), false],
    ['Substitutions', amount(words, 'kind', 'kinds'), false],
    ['Quotations altered', quotations.total === 0 ? 'none shared' : `${quotations.altered} of ${quotations.total}`, quotations.altered > 0],
    ['Facts changed', String(facts.length), facts.length > 0],
    ...(moved > 0 ? [['Moved', amount(moved, 'passage', 'passages'), false] as const] : []),
  ]
  return (
    <dl className="verdict-figures">
      {figures.map(([name, value, weighty]) => (
        <div key={name} className={weighty ? 'weighty' : undefined}>
          <dt>{name}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Two members of a story can look like strangers; what links them is said. */
function Path({ path, link }: { readonly path: Evidence['path']; readonly link: VerdictPanelProps['link'] }): ReactElement | null {
  if (path === undefined || path.length < 3) return null
  return (
    <p className="evidence-path">
      Linked through:{' '}
      {path.map((one, at) => {
        const name = [one.headline === '' ? 'without a headline' : one.headline, one.publisher].filter(Boolean).join(', ')
        return (
          <span key={one.articleId}>
            {at > 0 && <span aria-label="then"> → </span>}
            {link?.(one.articleId, name) ?? name}
          </span>
        )
      })}
    </p>
  )
}
