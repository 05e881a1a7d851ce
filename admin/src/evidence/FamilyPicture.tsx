// Who derives from whom? The members along their dates, each edge named by what was done to the text. The picture is for the eye;
// the list beneath it says the same, and is all there is on a narrow screen.
import { useId, type ReactElement, type ReactNode } from 'react'
import { amount, counted, day } from './numbers.ts'
import type { Family } from './pair.ts'
import { percent, wordsFor } from './words.ts'
import './pair.css'

interface FamilyPictureProps {
  readonly family: Family
  readonly nameOf: (articleId: string) => string
  /** How a member is linked; its name alone unless given. */
  readonly link?: (articleId: string, name: string) => ReactNode
}

type Member = Family['members'][number]
type Edge = Family['edges'][number]

const WIDTH = 760
const ROW = 58
const EDGE_ROOM = 190
/** What an edge needs for its words. */
const EDGE_LEAST = 178
const NODE_ROOM = 300
const MARGIN = 12

/** More would be a wall, not a picture. */
const SHOWN_MOST = 40

interface Node {
  readonly member: Member
  readonly x: number
  readonly y: number
  readonly edge?: Edge
}

export function FamilyPicture({ family, nameOf, link }: FamilyPictureProps): ReactElement {
  const title = useId()
  const width = Math.max(WIDTH, 2 * MARGIN + NODE_ROOM + EDGE_LEAST * Math.max(0, ...family.members.map((member) => depthBelow(family, member.articleId))))
  const all = nodesOf(family, width - NODE_ROOM - MARGIN)
  const nodes = all.slice(0, SHOWN_MOST)
  const height = nodes.length * ROW + 28
  return (
    <figure className="family">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title}>
        <title id={title}>{`Family of ${amount(all.length, 'version', 'versions')}: who derives from whom`}</title>
        <DateMarks nodes={nodes} height={height} />
        {nodes.map((node) => (
          <EdgeShape key={node.member.articleId} node={node} from={nodes.find((one) => one.member.articleId === node.edge?.from)} />
        ))}
        {nodes.map((node) => (
          <NodeShape key={node.member.articleId} node={node} name={nameOf(node.member.articleId)} />
        ))}
      </svg>
      <figcaption>
        <ol className="family-list">
          {nodes.map(({ member, edge }) => {
            const name = nameOf(member.articleId)
            return (
              <li key={member.articleId}>
                {link?.(member.articleId, name) ?? <strong>{name}</strong>}
                <span className="facts">
                  {' '}
                  {member.publishedAt === undefined ? 'no date' : day(member.publishedAt)}, {amount(member.words, 'word', 'words')}
                  {deltaWords(member)}
                </span>
                <p className="facts">{edge === undefined ? rootWords(member) : `${wordsFor(edge.relation, member.completeness).label}, made from ${nameOf(edge.from)}: ${edge.why}`}</p>
              </li>
            )
          })}
        </ol>
        {all.length > nodes.length && <p className="facts">{`And ${amount(all.length - nodes.length, 'more version', 'more versions')}, in the list of members.`}</p>}
      </figcaption>
    </figure>
  )
}

function rootWords(member: Member): string {
  return member.principal ? 'The principal: no other version is its source.' : 'No source of it is among the versions.'
}

function deltaWords({ principal, deltaWords: words, deltaDays: days }: Member): string {
  if (principal) return ''
  const sign = (count: number): string => (count > 0 ? `+${counted(count)}` : `−${counted(-count)}`)
  return ` (${[words === 0 ? undefined : sign(words), days === undefined || days === 0 ? undefined : `${sign(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`].filter(Boolean).join(', ')})`.replace(' ()', '')
}

/** Roots first, each followed by what was made of it, as in a family tree; across by depth, and along the dates where there are any. */
function nodesOf(family: Family, room: number): readonly Node[] {
  const edgeInto = new Map(family.edges.map((edge) => [edge.to, edge]))
  const dates = family.members.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [Date.parse(publishedAt)]))
  const [first, last] = [Math.min(...dates), Math.max(...dates)]
  const nodes: Node[] = []
  const seen = new Set<string>()
  const add = (member: Member, least: number): void => {
    if (seen.has(member.articleId)) return
    seen.add(member.articleId)
    const edge = edgeInto.get(member.articleId)
    const dated = member.publishedAt === undefined || last === first ? 0 : (Date.parse(member.publishedAt) - first) / (last - first)
    // What was made of it needs room at its right.
    const below = depthBelow(family, member.articleId)
    const x = Math.min(room - below * EDGE_LEAST, Math.max(least, MARGIN + dated * room))
    nodes.push({ member, x, y: nodes.length * ROW + 34, ...(edge && { edge }) })
    for (const child of family.edges.filter((one) => one.from === member.articleId)) {
      const next = family.members.find((one) => one.articleId === child.to)
      if (next !== undefined) add(next, Math.min(room, x + Math.max(EDGE_LEAST, Math.min(EDGE_ROOM, below === 0 ? 0 : (room - x) / below))))
    }
  }
  for (const member of family.members) if (!edgeInto.has(member.articleId)) add(member, MARGIN)
  for (const member of family.members) add(member, MARGIN)
  return nodes
}

/** How many followed one another out of this one. */
function depthBelow(family: Family, articleId: string, seen: ReadonlySet<string> = new Set()): number {
  if (seen.has(articleId)) return 0
  const made = family.edges.filter((edge) => edge.from === articleId)
  return Math.max(0, ...made.map((edge) => 1 + depthBelow(family, edge.to, new Set([...seen, articleId]))))
}

function DateMarks({ nodes, height }: { readonly nodes: readonly Node[]; readonly height: number }): ReactElement {
  const dated = nodes.filter(({ member }) => member.publishedAt !== undefined)
  return (
    <g className="family-dates">
      {dated.map(({ member, x }) => (
        <line key={member.articleId} x1={x} x2={x} y1="12" y2={height} />
      ))}
    </g>
  )
}

function EdgeShape({ node, from }: { readonly node: Node; readonly from: Node | undefined }): ReactElement | null {
  if (node.edge === undefined || from === undefined) return null
  const words = wordsFor(node.edge.relation, node.member.completeness)
  const end = node.x - 9
  const bend = Math.min(10, Math.max(0, end - from.x - 10))
  return (
    <g className={`family-edge relation-${node.edge.relation}`}>
      <path d={`M${from.x},${from.y + 8} V${node.y - bend} q0,${bend} ${bend},${bend} H${end}`} />
      <path className="arrow" d={`M${end},${node.y} l-8,-4 v8 Z`} />
      <text x={from.x + 14} y={node.y - 7}>
        {words.icon} {words.label}, {percent(node.edge.containment.to)}
      </text>
    </g>
  )
}

/** Letters of a name in the picture. */
const NAME_MOST = 38

function NodeShape({ node: { member, x, y }, name }: { readonly node: Node; readonly name: string }): ReactElement {
  const short = name.length > NAME_MOST ? `${name.slice(0, NAME_MOST - 1)}…` : name
  return (
    <g className={member.principal ? 'family-node family-lead' : 'family-node'}>
      <circle cx={x} cy={y} r="7" />
      <text x={x + 14} y={y - 1}>
        {member.principal ? '★ ' : ''}
        {short}
      </text>
      <text className="family-facts" x={x + 14} y={y + 15}>
        {member.publishedAt === undefined ? 'no date' : day(member.publishedAt)}, {amount(member.words, 'word', 'words')}
      </text>
    </g>
  )
}
