// Why does this one lead? What told in this cluster, the whole rule for who asks, that a person's choice outlives it, and what
// the others know that it lacks.
import { useState, type ReactElement } from 'react'
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { CarryOver } from '../history/CarryOver.tsx'
import type { Cluster } from './cluster.ts'
import { groundsOf, RULE } from './rule.ts'

export function PrincipalRule({ cluster, family }: { readonly cluster: Cluster; readonly family: FamilyAnswer | undefined }): ReactElement | null {
  const [carrying, setCarrying] = useState(false)
  if (cluster.size < 2) return null
  const grounds = family === undefined ? [] : groundsOf(family.members)
  return (
    <details className="principal-rule">
      <summary>{cluster.principalBy === 'editor' ? 'Why 1 leads: an editor chose it' : 'Why 1 leads'}</summary>
      {cluster.principalBy === 'editor' && <p>It stays so when clusters are worked out anew. Undo the decision to go back to the rule.</p>}
      {cluster.principalBy === 'rule' && grounds.length > 0 && <p>{sentence(grounds)}</p>}
      {cluster.principalBy === 'rule' && grounds.length === 0 && family !== undefined && <p>Nothing sets it apart but that it came first.</p>}
      <p className="facts">The rule, in this order: {RULE.join(', ')}. Look at another and press c to choose it instead.</p>
      <button type="button" onClick={() => setCarrying(true)}>
        What others know of it …
      </button>
      {carrying && <CarryOver cluster={cluster} onClose={() => setCarrying(false)} />}
    </details>
  )
}

function sentence(grounds: readonly string[]): string {
  const words = grounds.length === 1 ? grounds[0] : `${grounds.slice(0, -1).join(', ')} and ${grounds.at(-1)}`
  return `${words?.charAt(0).toUpperCase()}${words?.slice(1)}.`
}
