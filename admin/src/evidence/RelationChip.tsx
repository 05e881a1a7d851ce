// How is a relation shown? A word and an icon, in a colour that is the same everywhere and never says anything alone.
import type { ReactElement } from 'react'
import type { Completeness } from '../../../server/src/domain/article.ts'
import type { Relation } from '../../../server/src/domain/match.ts'
import { wordsFor } from './words.ts'

export function RelationChip({ relation, completeness }: { readonly relation: Relation; readonly completeness?: Completeness }): ReactElement {
  const words = wordsFor(relation, completeness)
  return (
    <span className={`chip relation relation-${relation}`} title={words.says}>
      <span aria-hidden="true">{words.icon}</span> {words.label}
    </span>
  )
}

export function LeadChip(): ReactElement {
  return (
    <span className="chip relation relation-lead" title="The version shown in search">
      <span aria-hidden="true">★</span> Principal
    </span>
  )
}
