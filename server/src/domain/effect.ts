// What does a decision say? One sentence for a person, from what was kept of it.
import type { DecisionKind } from './decision.ts'
import { isCopy, type Relation } from './match.ts'

export interface Said {
  readonly kind: DecisionKind
  readonly relation?: Relation
  /** Headlines of the articles named; for what is said of a whole cluster, the one that it goes by. */
  readonly headlines: readonly string[]
  /** How many stood on the other side, or in the cluster. */
  readonly others: number
}

export function effectOf({ kind, relation, headlines, others }: Said): string {
  const named = listed(headlines)
  switch (kind) {
    case 'join':
      return `${named} belong together.`
    case 'separate':
      return `${named} ${headlines.length === 1 ? 'is no copy' : 'are no copies'} of ${others === 1 ? 'another article' : `${others} others`}.`
    case 'set-principal':
      return `${named} leads its cluster.`
    case 'set-relation':
      return `${quoted(headlines[0])} stands to ${quoted(headlines[1])} as ${relation ?? 'none'}${relation === undefined || isCopy(relation) ? '' : ', and is apart from it'}.`
    case 'review':
      return `${named}${others === 1 ? ' was' : `: ${others} versions were`} looked through and found right.`
    case 'later':
      return `${named}${others === 1 ? ' was' : `: ${others} versions were`} put off.`
    case 'report':
      return `${named}${others === 1 ? ' was' : `: ${others} versions were`} reported as grouped wrongly.`
  }
}

function listed(headlines: readonly string[]): string {
  const [first, second] = headlines
  if (second === undefined) return quoted(first)
  return headlines.length === 2 ? `${quoted(first)} and ${quoted(second)}` : `${quoted(first)} and ${headlines.length - 1} others`
}

function quoted(headline: string | undefined): string {
  return headline === undefined || headline === '' ? 'An article without a headline' : `“${headline}”`
}
