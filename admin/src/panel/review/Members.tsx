// Who is in this cluster, and how does each stand to the one that leads? A list in which one row is looked at and any may
// be marked; the digits and the arrows choose, the evidence beside it follows.
import { useEffect, useRef, type ReactElement } from 'react'
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { LeadChip, RelationChip } from '../../evidence/RelationChip.tsx'
import { amount, counted } from '../../evidence/numbers.ts'
import { percent } from '../../evidence/words.ts'
import type { Cluster, Member } from './cluster.ts'

const DIGITS = 9
/** Rows at once: of a wire text in five hundred papers the list shows the part that is looked at. */
const PAGE = 60
const DAY_MS = 86_400_000
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

interface MembersProps {
  readonly cluster: Cluster
  readonly family: FamilyAnswer | undefined
  readonly looked: string
  readonly reference: string
  readonly marked: ReadonlySet<string>
  readonly onLook: (articleId: string) => void
  readonly onOpen: (articleId: string) => void
}

export function Members({ cluster, family, looked, reference, marked, onLook, onOpen }: MembersProps): ReactElement {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-article="${CSS.escape(looked)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [looked])
  const lead = cluster.members.find((member) => member.articleId === cluster.principalId)
  const at = cluster.members.findIndex((member) => member.articleId === looked)
  const from = Math.floor(Math.max(at, 0) / PAGE) * PAGE
  return (
    <>
      <ul
        ref={list}
        className="members"
        role="listbox"
        aria-label={`${amount(cluster.size, 'version', 'versions')} in this cluster`}
        aria-multiselectable="true"
        aria-activedescendant={at < 0 ? undefined : `member-${at + 1}`}
        tabIndex={0}
        data-holds-focus=""
      >
        {cluster.members.slice(from, from + PAGE).map((member, place) => (
          <li
            key={member.articleId}
            id={`member-${from + place + 1}`}
            role="option"
            aria-posinset={from + place + 1}
            aria-setsize={cluster.members.length}
            aria-selected={marked.has(member.articleId)}
            aria-current={member.articleId === looked}
            className="member"
            data-article={member.articleId}
            onClick={() => onLook(member.articleId)}
            onDoubleClick={() => onOpen(member.articleId)}
          >
            <MemberRow cluster={cluster} member={member} index={from + place} lead={lead} family={family} reference={reference} marked={marked.has(member.articleId)} />
          </li>
        ))}
      </ul>
      {cluster.members.length > PAGE && <Pages members={cluster.members} from={from} onLook={onLook} />}
    </>
  )
}

function Pages({ members, from, onLook }: { readonly members: readonly Member[]; readonly from: number; readonly onLook: (articleId: string) => void }): ReactElement {
  const before = members[from - PAGE]
  const after = members[from + PAGE]
  return (
    <div className="member-pages figures" role="group" aria-label="More versions">
      <button type="button" className="quiet" disabled={before === undefined} onClick={() => before !== undefined && onLook(before.articleId)}>
        Before
      </button>
      <span className="facts">{`${from + 1} to ${Math.min(from + PAGE, members.length)} of ${counted(members.length)}`}</span>
      <button type="button" className="quiet" disabled={after === undefined} onClick={() => after !== undefined && onLook(after.articleId)}>
        After
      </button>
    </div>
  )
}

interface RowProps {
  readonly cluster: Cluster
  readonly member: Member
  readonly index: number
  readonly lead: Member | undefined
  readonly family: FamilyAnswer | undefined
  readonly reference: string
  readonly marked: boolean
}

function MemberRow({ cluster, member, index, lead, family, reference, marked }: RowProps): ReactElement {
  const known = family?.members.find((one) => one.articleId === member.articleId)
  const leads = member.articleId === cluster.principalId
  const kind = member.relation?.relation ?? member.kind
  return (
    <>
        <span className="member-digit figures" aria-hidden="true">
          {index < DIGITS ? <kbd>{index + 1}</kbd> : index + 1}
          {marked && <span>✓</span>}
        </span>
        <span className="member-main">
          <strong className="member-name">{member.publisher ?? titleOf(member)}</strong>
          {member.publisher !== undefined && (leads || member.headline !== lead?.headline) && <span className="member-headline">{titleOf(member)}</span>}
          <span className="member-line">
            {leads ? <LeadChip /> : kind !== undefined && <RelationChip relation={kind} {...(known !== undefined && { completeness: known.completeness })} />}
            <span className="member-facts figures">{factsOf(member, leads ? undefined : lead)}</span>
          </span>
          {member.relation !== undefined && !leads && <span className="member-facts figures">{`${percent(member.relation.containment.left)} of it in 1 · ${percent(member.relation.containment.right)} of 1 in it`}</span>}
          <Path cluster={cluster} path={known?.path} />
          {marked && <span className="hidden">marked</span>}
          {reference === member.articleId && !leads && <span className="member-facts">Reference for the others</span>}
        </span>
    </>
  )
}

/** A member that looks like a stranger to the principal is linked through others: these are named. */
function Path({ cluster, path }: { readonly cluster: Cluster; readonly path: readonly string[] | undefined }): ReactElement | null {
  if (path === undefined || path.length < 3) return null
  const places = path.slice(1, -1).map((id) => cluster.members.findIndex((member) => member.articleId === id) + 1)
  return <span className="member-facts member-path">{`Linked through ${places.map((place) => (place > 0 ? place : 'another')).join(' → ')}`}</span>
}

function titleOf(member: Member): string {
  return member.headline || 'Without a headline'
}

function factsOf(member: Member, lead: Member | undefined): string {
  const facts = [`${counted(member.wordCount)} w`]
  if (lead !== undefined && lead.wordCount !== member.wordCount) facts[0] += ` (${signed(member.wordCount - lead.wordCount)})`
  if (member.publishedAt !== undefined) facts.push(DAY.format(new Date(member.publishedAt)) + (lead?.publishedAt === undefined ? '' : daysApart(member.publishedAt, lead.publishedAt)))
  return facts.join(' · ')
}

function daysApart(one: string, other: string): string {
  const days = Math.round((Date.parse(one) - Date.parse(other)) / DAY_MS)
  return days === 0 ? '' : ` (${signed(days)} d)`
}

function signed(count: number): string {
  return count > 0 ? `+${counted(count)}` : `−${counted(-count)}`
}
