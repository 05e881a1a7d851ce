// Which text should lead? One that an editor set; never a respin, a cut or a part while another will do; the one that
// most others are copies of; then its best article: on its own page, signed, with a publisher, early, long.
import type { ClusterNode } from '../domain/cluster.ts'
import type { Link, Links } from './links.ts'
import type { Law } from './rulings.ts'
import { compare, compareNodes, type Text } from './texts.ts'

/** All texts, the one that should lead first. */
export function byRank(texts: readonly Text[], links: Links, law: Law): readonly Text[] {
  const standings = new Map(texts.map((text) => [text.key, standing(text, links, law)]))
  return [...texts].sort((one, other) => {
    const [a, b] = [standings.get(one.key) as Standing, standings.get(other.key) as Standing]
    return (
      b.pinned - a.pinned ||
      a.spun - b.spun ||
      a.incomplete - b.incomplete ||
      a.derived - b.derived ||
      b.degree - a.degree ||
      compareNodes(one.nodes[0] as ClusterNode, other.nodes[0] as ClusterNode) ||
      compare(one.key, other.key)
    )
  })
}

interface Standing {
  readonly pinned: number
  readonly spun: number
  readonly incomplete: number
  readonly derived: number
  readonly degree: number
}

function standing(text: Text, links: Links, law: Law): Standing {
  const own = links.get(text.key) ?? new Map<string, Link>()
  return {
    pinned: (law.pins.get(text.key)?.age ?? -1) + 1,
    spun: Number(isRespin(own, links)),
    incomplete: Number(text.nodes.every((node) => node.completeness === 'incomplete')),
    derived: Number([...own.values()].some((link) => link.taken === 1 && (link.relation === 'excerpt' || link.relation === 'abridged'))),
    degree: own.size,
  }
}

/** In a family the respin is the one that is spun to most; in a pair the direction tells. */
function isRespin(own: ReadonlyMap<string, Link>, links: Links): boolean {
  const share = spunShare(own)
  for (const [other, link] of own) {
    if (link.relation !== 'spun') continue
    const others = spunShare(links.get(other) ?? new Map<string, Link>())
    if (share > others || (share === others && link.taken === 1)) return true
  }
  return false
}

function spunShare(links: ReadonlyMap<string, Link>): number {
  let spun = 0
  for (const link of links.values()) if (link.relation === 'spun') spun++
  return links.size === 0 ? 0 : spun / links.size
}
