// Who derives from whom in a family of texts, what does each member add, and where do they disagree? The source of a member is
// the relative that holds most of it and could have been there before: by dates, by wholeness, by who was spun out of whom.
import type { Cluster } from '../domain/cluster.ts'
import type { Comparable } from '../domain/comparable.ts'
import type { Addition, EvidenceSide, Family, FamilyEdge, FamilyMember, TextEvidence } from '../domain/evidence.ts'
import { isCopy, type Match, type Relation, turned } from '../domain/match.ts'
import { disagreementsOf } from './disagreements.ts'

/** A member beside the principal. */
export interface Relative {
  readonly side: EvidenceSide
  /** The match to the principal as it is stored. */
  readonly relation?: Match
}

/** A member beside the principal (or the reference), with the evidence on the pair: that one is left, the member right. */
export interface MemberText extends Relative {
  readonly text: Comparable
  readonly evidence: TextEvidence
}

export interface FamilyTexts {
  readonly cluster: Cluster
  readonly principal: EvidenceSide
  readonly principalText: Comparable
  readonly members: readonly Relative[]
  /** Those of them that were read word for word. */
  readonly read: readonly MemberText[]
  /** Matches among the members beside the principal, as far as known. */
  readonly matches: readonly Match[]
}

const DAY_MS = 86_400_000
/** Words in a row by which a sentence is known in another member, and the share of its words that are. */
const KNOWN_RUN = 4
const KNOWN_SHARE = 0.4

export function familyOf(texts: FamilyTexts): Family {
  const { cluster, principal, members, read } = texts
  const edges = edgesOf(texts)
  const byDate = [...members].sort((one, other) => dateOf(one.side) - dateOf(other.side) || other.side.words - one.side.words)
  return {
    cluster,
    members: [memberOf(principal, principal, undefined, edges), ...byDate.map((one) => memberOf(one.side, principal, one.relation, edges))],
    edges,
    read: read.length,
    additions: additionsOf(texts),
    disagreements: disagreementsOf(principal.articleId, texts.principalText, read),
  }
}

function memberOf(side: EvidenceSide, principal: EvidenceSide, relation: Match | undefined, edges: readonly FamilyEdge[]): FamilyMember {
  const [own, lead] = [Date.parse(side.publishedAt ?? ''), Date.parse(principal.publishedAt ?? '')]
  const days = Number.isNaN(own) || Number.isNaN(lead) ? undefined : Math.round((own - lead) / DAY_MS)
  return {
    ...side,
    principal: side.articleId === principal.articleId,
    deltaWords: side.words - principal.words,
    path: pathOf(side.articleId, principal.articleId, edges),
    ...(days !== undefined && { deltaDays: days }),
    ...(relation !== undefined && { relation }),
  }
}

/** Along the edges, whichever way they point; the shortest. */
function pathOf(from: string, to: string, edges: readonly FamilyEdge[]): readonly string[] {
  const before = new Map<string, string>([[from, from]])
  for (const id of before.keys()) {
    if (id === to) break
    for (const edge of edges) {
      const next = edge.from === id ? edge.to : edge.to === id ? edge.from : undefined
      if (next !== undefined && !before.has(next)) before.set(next, id)
    }
  }
  if (!before.has(to)) return [from, to]
  const path = [to]
  while (path[0] !== from) path.unshift(before.get(path[0] as string) as string)
  return path
}

interface Link {
  readonly source: EvidenceSide
  readonly match: Match
}

/** One edge into each member that has a source, from the relative that holds most of it. */
function edgesOf({ principal, members, matches }: FamilyTexts): readonly FamilyEdge[] {
  const relations = new Map(members.map((one) => [one.side.articleId, one.relation?.relation]))
  const order = [principal, ...members.map((one) => one.side)].sort((one, other) => precedence(one, other, principal, relations))
  const rank = new Map(order.map((side, at) => [side.articleId, at]))
  const sides = new Map(order.map((side) => [side.articleId, side]))
  const toPrincipal = members.flatMap((one) => (one.relation === undefined ? [] : [one.relation]))
  const all = [...toPrincipal, ...matches.filter((match) => isCopy(match.relation))]
  const around = new Map<string, Match[]>()
  for (const match of all) for (const id of [match.left, match.right]) listedUnder(around, id).push(match)
  const edges: FamilyEdge[] = []
  for (const side of order) {
    const links = (around.get(side.articleId) ?? []).flatMap((match): Link[] => {
      const own = match.left === side.articleId ? match : match.right === side.articleId ? turned(match) : undefined
      const source = own === undefined ? undefined : sides.get(own.right)
      return own === undefined || source === undefined || (rank.get(source.articleId) as number) > (rank.get(side.articleId) as number) ? [] : [{ source, match: own }]
    })
    const best = links.sort((one, other) => other.match.matchedWords - one.match.matchedWords || other.match.containment.left - one.match.containment.left)[0]
    if (best !== undefined) edges.push(edgeOf(best, side))
  }
  return edges
}

function listedUnder(around: Map<string, Match[]>, id: string): Match[] {
  const list = around.get(id) ?? []
  around.set(id, list)
  return list
}

/** Who could have been there first: the unspun before the spun, the whole before what was cut from it, then by date and length. */
function precedence(one: EvidenceSide, other: EvidenceSide, principal: EvidenceSide, relations: ReadonlyMap<string, Relation | undefined>): number {
  const spun = Number(relations.get(one.articleId) === 'spun') - Number(relations.get(other.articleId) === 'spun')
  if (spun !== 0) return spun
  const cut = Number(one.completeness === 'incomplete') - Number(other.completeness === 'incomplete')
  if (cut !== 0) return cut
  const dates = dateOf(one) - dateOf(other)
  if (Number.isFinite(dates) && dates !== 0) return dates
  return other.words - one.words || Number(other === principal) - Number(one === principal)
}

function dateOf(side: EvidenceSide): number {
  const date = Date.parse(side.publishedAt ?? '')
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date
}

function edgeOf({ source, match }: Link, side: EvidenceSide): FamilyEdge {
  return {
    from: source.articleId,
    to: side.articleId,
    relation: match.relation,
    containment: { from: match.containment.right, to: match.containment.left },
    why: `${Math.round(match.containment.left * 100)} % of it is in the other; ${whyLater(source, side, match)}.`,
  }
}

function whyLater(source: EvidenceSide, side: EvidenceSide, match: Match): string {
  const days = (dateOf(side) - dateOf(source)) / DAY_MS
  if (match.decidedBy === 'editor') return 'an editor put the two together'
  if (match.relation === 'spun') return 'its words were swapped, so it came after'
  if (side.completeness === 'incomplete' && source.completeness === 'complete') return 'it stops early, the other is whole'
  if (Number.isFinite(days) && days >= 1) return `it is dated ${Math.round(days)} ${Math.round(days) === 1 ? 'day' : 'days'} later`
  if (Number.isFinite(days) && days > 0) return 'it is dated later the same day'
  return source.words > side.words ? 'it is the shorter, and no date says otherwise' : 'neither date nor length tells which came first'
}

/** What no other member that was read has, in any wording. */
function additionsOf({ principal, principalText, read: members }: FamilyTexts): Family['additions'] {
  const runs = [{ id: principal.articleId, known: runsOf(principalText) }, ...members.map((one) => ({ id: one.side.articleId, known: runsOf(one.text) }))]
  const nowhere = (id: string, text: Comparable, addition: Addition): boolean =>
    runs.every((other) => other.id === id || shareKnown(text, addition, other.known) < KNOWN_SHARE)
  const own = members.flatMap((one) =>
    one.evidence.additions.right.filter((addition) => nowhere(one.side.articleId, one.text, addition)).map((addition) => ({ ...addition, articleId: one.side.articleId })),
  )
  const [first, ...rest] = members
  const led = (first?.evidence.additions.left ?? []).filter((addition) =>
    rest.every((one) => one.evidence.additions.left.some(({ span }) => span.begin <= addition.span.begin && addition.span.end <= span.end)),
  )
  return [...led.map((addition) => ({ ...addition, articleId: principal.articleId })), ...own]
}

function runsOf({ words }: Comparable): ReadonlySet<string> {
  const runs = new Set<string>()
  for (let at = 0; at + KNOWN_RUN <= words.length; at++) runs.add(words.slice(at, at + KNOWN_RUN).join(' '))
  return runs
}

function shareKnown({ words, begins }: Comparable, { span }: Addition, known: ReadonlySet<string>): number {
  const first = begins.findIndex((begin) => begin >= span.begin)
  let [runs, found] = [0, 0]
  for (let at = first; at >= 0 && at + KNOWN_RUN <= words.length && (begins[at + KNOWN_RUN - 1] as number) < span.end; at++) {
    runs++
    if (known.has(words.slice(at, at + KNOWN_RUN).join(' '))) found++
  }
  return runs === 0 ? 0 : found / runs
}
