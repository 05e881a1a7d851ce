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
const NODE_ROOM = 300

interface Node {
  readonly member: Member
  readonly x: number
  readonly y: number
  readonly edge?: Edge
}

export function FamilyPicture({ family, nameOf, link }: FamilyPictureProps): ReactElement {
  const title = useId()
  const nodes = nodesOf(family)
  const height = nodes.length * ROW + 28
  return (
    <figure className="family">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={title}>
        <title id={title}>{`Family of ${amount(nodes.length, 'version', 'versions')}: who derives from whom`}</title>
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
                <p className="facts">{edge === undefined ? rootWords(member) : `${wordsFor(edge.relation, member.completeness).label} of ${nameOf(edge.from)}: ${edge.why}`}</p>
              </li>
            )
          })}
        </ol>
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
  return ` (${[words === 0 ? undefined : `${sign(words)} words`, days === undefined || days === 0 ? undefined : `${sign(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`].filter(Boolean).join(', ')})`.replace(' ()', '')
}

/** Roots first, each followed by what was made of it, as in a family tree; across by depth, and along the dates where there are any. */
function nodesOf(family: Family): readonly Node[] {
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
    const room = WIDTH - NODE_ROOM - 12
    const x = Math.min(room, Math.max(least, 12 + dated * room))
    nodes.push({ member, x, y: nodes.length * ROW + 34, ...(edge && { edge }) })
    for (const child of family.edges.filter((one) => one.from === member.articleId)) {
      const next = family.members.find((one) => one.articleId === child.to)
      if (next !== undefined) add(next, Math.min(room, x + EDGE_ROOM))
    }
  }
  for (const member of family.members) if (!edgeInto.has(member.articleId)) add(member, 12)
  for (const member of family.members) add(member, 12)
  return nodes
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
  const start = Math.min(from.x, end - 20)
  return (
    <g className={`family-edge relation-${node.edge.relation}`}>
      <path d={`M${from.x},${from.y + 8} C${from.x},${node.y} ${start + 10},${node.y} ${end},${node.y}`} />
      <path className="arrow" d={`M${end},${node.y} l-8,-4 v8 Z`} />
      <text x={Math.max(from.x + 26, end - 12)} y={node.y - 7} textAnchor={end - from.x > 120 ? 'end' : 'start'}>
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
