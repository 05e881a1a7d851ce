// Which act does a key or a button mean, on what is looked at and marked now? One table for both, so that they never differ.
import type { Act } from './acts.ts'
import { apart, confirmed, later, merged, principalIs, relationIs, split } from './acts.ts'
import type { Cluster } from './cluster.ts'
import type { Relation } from '../../../../server/src/domain/match.ts'

export interface Scene {
  readonly cluster: Cluster
  readonly looked: string
  readonly reference: string
  readonly marked: ReadonlySet<string>
  readonly note: string | undefined
}

export interface Acts {
  readonly confirm: () => Act
  readonly later: () => Act
  readonly principal: () => Act | undefined
  readonly apart: (from?: readonly string[]) => Act | undefined
  readonly split: () => Act | undefined
  readonly merge: (other: Cluster) => Act
  readonly relation: (relation: Relation) => Act | undefined
}

/** The marked ones, or the one that is looked at where none is. */
export function chosen({ cluster, looked, marked }: Scene): readonly string[] {
  const inside = cluster.members.map((member) => member.articleId)
  const several = inside.filter((id) => marked.has(id))
  return several.length > 0 ? several : inside.filter((id) => id === looked)
}

/** `undefined` where an act has nothing to act on. */
export function actsOn(scene: Scene): Acts {
  const { cluster, looked, reference, note } = scene
  const some = chosen(scene)
  const parts = some.length > 0 && some.length < cluster.size
  const inside = cluster.members.some((member) => member.articleId === looked)
  return {
    confirm: () => confirmed(cluster, { note }),
    later: () => later(cluster, { note }),
    principal: () => (inside && looked !== cluster.principalId ? principalIs(cluster, looked, { note }) : undefined),
    apart: (from) => (parts ? apart(cluster, some, { note, ...(from !== undefined && { from }) }) : undefined),
    split: () => (parts ? split(cluster, some, { note }) : undefined),
    merge: (other) => merged(cluster, other, { note }),
    relation: (relation) => (inside && looked !== reference ? relationIs(cluster, reference, looked, relation, { note }) : undefined),
  }
}
