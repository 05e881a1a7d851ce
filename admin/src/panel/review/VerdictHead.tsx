// What is the verdict on the version that is looked at? One sentence, how sure it is, both coverages, and what a
// journalist asks first: were quotations altered, were facts changed?
import type { ReactElement } from 'react'
import type { EvidenceAnswer, FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'
import { amount } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import { headlineOf, type Cluster } from './cluster.ts'
import { nameIn } from './names.ts'
import type { View } from './view.ts'

interface VerdictHeadProps {
  readonly cluster: Cluster
  readonly evidence: EvidenceAnswer | undefined
  readonly alone: boolean
  readonly family: FamilyAnswer | undefined
  readonly view: View
}

export function VerdictHead({ cluster, evidence, alone, family, view }: VerdictHeadProps): ReactElement {
  return (
    <div className="head">
      <p className="head-kind">
        {alone ? view.looked === cluster.principalId && <LeadChip /> : evidence !== undefined && <Kind evidence={evidence} />}
        <span className="head-headline">{headlineOf(cluster)}</span>
      </p>
      {alone ? <Lead cluster={cluster} view={view} /> : evidence === undefined ? <h2 className="head-sentence waiting">Reading both texts …</h2> : <Pair cluster={cluster} evidence={evidence} family={family} view={view} />}
    </div>
  )
}

function Lead({ cluster, view }: { readonly cluster: Cluster; readonly view: View }): ReactElement {
  const leads = view.looked === cluster.principalId
  if (cluster.size < 2) return <h2 className="head-sentence">No other versions: nothing here waits for a decision.</h2>
  return (
    <h2 className="head-sentence">{leads ? 'This is the version that search shows.' : 'This is the reference that the others are held against.'}</h2>
  )
}

const SURE = { high: 'High', medium: 'Medium', low: 'Low' } as const

interface PairProps {
  readonly cluster: Cluster
  readonly evidence: EvidenceAnswer
  readonly family: FamilyAnswer | undefined
  readonly view: View
}

function Kind({ evidence }: { readonly evidence: EvidenceAnswer }): ReactElement {
  const { verdict, left, right } = evidence
  return (
    <>
      <RelationChip relation={verdict.kind} completeness={left.completeness === 'incomplete' ? 'incomplete' : right.completeness} />
      <span className={`sure sure-${verdict.confidence}`}>{SURE[verdict.confidence]} confidence</span>
    </>
  )
}

function Pair({ cluster, evidence, family, view }: PairProps): ReactElement {
  const { verdict, coverage } = evidence
  const path = family?.members.find((member) => member.articleId === view.looked)?.path ?? []
  const through = path.length > 2 ? path[1] : undefined
  return (
    <>
      <h2 className="head-sentence">{verdict.sentence}</h2>
      <p className="head-figures figures">
        <span>{percent(coverage.rightInLeft)} of this is in the {view.reference === cluster.principalId ? 'principal' : 'reference'}</span>
        <span>{percent(coverage.leftInRight)} of that is in this{verdict.kind === 'spun' && ', swapped words counted'}</span>
        <span>longest run {amount(coverage.longestRun, 'word', 'words')}</span>
        <Counts evidence={evidence} view={view} />
      </p>
      {through !== undefined && view.reference !== through && (
        <p className="head-path">
          Held against {nameIn(cluster, view.reference)} it looks like a stranger. It belongs here through {nameIn(cluster, through)}.{' '}
          <button type="button" className="plain" onClick={() => view.refer(through)}>
            Hold it against that one
          </button>
        </p>
      )}
    </>
  )
}

function Counts({ evidence, view }: { readonly evidence: EvidenceAnswer; readonly view: View }): ReactElement {
  const { quotations, facts, substitutions } = evidence
  return (
    <>
      {substitutions.length > 0 && (
        <button type="button" className="plain" onClick={() => view.open('words')}>
          {amount(substitutions.length, 'substitution', 'substitutions')}
        </button>
      )}
      {quotations.total > 0 && (
        <button type="button" className={quotations.altered > 0 ? 'plain loud' : 'plain'} onClick={() => view.open('words')}>
          {quotations.altered > 0 ? `quotations altered ${quotations.altered} of ${quotations.total}` : `${amount(quotations.total, 'quotation', 'quotations')} kept`}
        </button>
      )}
      {facts.length > 0 && (
        <button type="button" className="plain loud" onClick={() => view.open('words')}>
          {amount(facts.length, 'fact changed', 'facts changed')}
        </button>
      )}
    </>
  )
}
