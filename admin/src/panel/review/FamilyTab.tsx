// How are all of them related? Who derives from whom, where they disagree, and what only one of them has.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { Disagreements } from '../../evidence/Disagreements.tsx'
import { FamilyAdditions } from '../../evidence/FamilyAdditions.tsx'
import { FamilyPicture } from '../../evidence/FamilyPicture.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import type { Cluster } from './cluster.ts'
import { labelIn } from './names.ts'
import type { View } from './view.ts'

interface FamilyTabProps {
  readonly cluster: Cluster
  readonly asked: UseQueryResult<FamilyAnswer>
  readonly view: View
}

export function FamilyTab({ cluster, asked, view }: FamilyTabProps): ReactElement {
  if (asked.error !== null && asked.data === undefined) return <Failed what="The family" error={asked.error} onAgain={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton lines={10} />
  const family = asked.data
  const nameOf = (id: string): string => labelIn(cluster, id)
  const link = (id: string, name: string): ReactElement => (
    <button type="button" className="plain" onClick={() => view.look(id, 'words')}>
      {name}
    </button>
  )
  return (
    <div className="words-tab">
      <FamilyPicture family={family} nameOf={nameOf} link={link} />
      {family.read < family.members.length - 1 && <p className="facts">{`Read word for word for what follows: the ${family.read} versions that are least like the principal, of ${family.members.length - 1}.`}</p>}
      <section aria-labelledby="disagreements">
        <h3 id="disagreements">Where they disagree</h3>
        <Disagreements disagreements={family.disagreements} nameOf={nameOf} />
      </section>
      <section aria-labelledby="additions">
        <h3 id="additions">What only one of them has</h3>
        <FamilyAdditions additions={family.additions} nameOf={nameOf} />
      </section>
    </div>
  )
}
