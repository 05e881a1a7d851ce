// What does each tab show? The evidence as the service computed it, drawn by the parts that search and panel share.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { EvidenceAnswer, FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { AlteredQuotations, ChangedFacts } from '../../evidence/Changes.tsx'
import { Additions } from '../../evidence/Additions.tsx'
import type { Names } from '../../evidence/pair.ts'
import { Provenance } from '../../evidence/Provenance.tsx'
import { Ribbon } from '../../evidence/Ribbon.tsx'
import { SubstitutionTable } from '../../evidence/SubstitutionTable.tsx'
import { TextOnly } from '../../evidence/TextOnly.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import type { Cluster } from './cluster.ts'
import { FamilyTab } from './FamilyTab.tsx'
import { labelIn } from './names.ts'
import { Sides } from './Sides.tsx'
import { StackTab } from './StackTab.tsx'
import type { View } from './view.ts'

interface PanelProps {
  readonly cluster: Cluster
  readonly evidence: EvidenceAnswer | undefined
  /** It is the reference itself that is looked at. */
  readonly alone: boolean
  readonly family: UseQueryResult<FamilyAnswer>
  readonly view: View
}

export function Panel({ cluster, evidence, alone, family, view }: PanelProps): ReactElement {
  if (view.tab === 'family') return <FamilyTab cluster={cluster} asked={family} view={view} />
  if (view.tab === 'stack') return <StackTab cluster={cluster} view={view} />
  if (alone && cluster.size < 2) return <p className="nothing">With m it is merged with a cluster that tells the same.</p>
  if (alone) return <p className="nothing">Choose another version with ↓ or by its digit to hold it against this one.</p>
  if (evidence === undefined) return <Skeleton lines={10} />
  const names = namesOf(cluster, evidence)
  switch (view.tab) {
    case 'words':
      return <Words evidence={evidence} names={names} view={view} />
    case 'sides':
      return <Sides key={`${evidence.left.articleId} ${evidence.right.articleId}`} evidence={evidence} names={names} view={view} />
    case 'map':
      return <Ribbon evidence={evidence} names={names} onBlock={(block) => view.show({ block })} />
    case 'text':
      return <TextOnly evidence={evidence} names={names} />
    case 'sources':
      return <Provenance evidence={evidence} names={names} />
  }
}

/** Facts and quotations stand before the swapped words: they are what a newsroom answers for. */
function Words({ evidence, names, view }: { readonly evidence: EvidenceAnswer; readonly names: Names; readonly view: View }): ReactElement {
  const { facts, quotations, additions } = evidence
  return (
    <div className="words-tab">
      {facts.length > 0 && (
        <section aria-labelledby="changed-facts">
          <h3 id="changed-facts">Changed facts</h3>
          <ChangedFacts evidence={evidence} onPlace={view.show} />
        </section>
      )}
      <section aria-labelledby="swapped-words">
        <h3 id="swapped-words">Words that stand for others</h3>
        <SubstitutionTable substitutions={evidence.substitutions} names={names} onOccurrence={view.show} />
      </section>
      {quotations.items.length > 0 && (
        <section aria-labelledby="quotations">
          <h3 id="quotations">Quotations</h3>
          <AlteredQuotations evidence={evidence} onPlace={view.show} />
        </section>
      )}
      {additions.right.length > 0 && (
        <section aria-labelledby="added">
          <h3 id="added">What this version adds</h3>
          <Additions additions={additions.right} name={names.right} onPlace={(right) => view.show({ right })} />
        </section>
      )}
    </div>
  )
}

function namesOf(cluster: Cluster, { left, right }: EvidenceAnswer): Names {
  const inside = cluster.members.some((member) => member.articleId === right.articleId)
  return { left: labelIn(cluster, left.articleId), right: inside ? labelIn(cluster, right.articleId) : (right.publisher ?? (right.headline || 'Without a headline')) }
}
