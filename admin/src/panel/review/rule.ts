// Why does this version lead? The archive's rule in its order, and which of its steps told in this cluster. The rule
// itself is the server's; here it is only put into words, from what the members are.
import type { FamilyAnswer } from '../../../../server/src/http/contract/evidence.ts'
import { amount } from '../../evidence/numbers.ts'

type FamilyMember = FamilyAnswer['members'][number]

/** In the order in which they are asked. */
export const RULE = ['not machine-spun', 'complete', 'not a part or a cut of another', 'the one that most others are copies of', 'on its own page, not in a digest', 'signed', 'with a publisher', 'published first', 'longest'] as const

interface Step {
  readonly holds: (member: FamilyMember) => boolean
  readonly says: string
  readonly others: readonly [string, string]
}

const STEPS: readonly Step[] = [
  { holds: (member) => member.relation?.relation !== 'spun', says: 'its words are the writer’s own', others: ['is machine-spun', 'are machine-spun'] },
  { holds: (member) => member.completeness === 'complete', says: 'it is complete', others: ['stops early', 'stop early'] },
  { holds: (member) => member.relation?.relation !== 'excerpt' && member.relation?.relation !== 'abridged', says: 'it is whole', others: ['is a part or a cut', 'are parts or cuts'] },
  { holds: (member) => member.documentArticles <= 1, says: 'it stands on its own page', others: ['stands in a digest', 'stand in a digest'] },
  { holds: (member) => member.byline.length > 0, says: 'it is signed', others: ['is not signed', 'are not signed'] },
  { holds: (member) => member.publisher !== undefined, says: 'its publisher is known', others: ['has no publisher', 'have no publisher'] },
]

/** Sentences on what puts the principal before the others; none where nothing does but order of arrival. */
export function groundsOf(members: readonly FamilyMember[]): readonly string[] {
  const lead = members.find((member) => member.principal)
  const others = members.filter((member) => !member.principal)
  if (lead === undefined) return []
  const grounds = STEPS.flatMap(({ holds, says, others: [one, many] }) => {
    const lacking = others.filter((member) => !holds(member)).length
    return holds(lead) && lacking > 0 ? [`${says} (${lacking} ${lacking === 1 ? one : many})`] : []
  })
  const { publishedAt } = lead
  if (publishedAt !== undefined && others.length > 0 && others.every((member) => (member.publishedAt ?? '9') > publishedAt)) grounds.push('it was published first')
  if (others.length > 0 && others.every((member) => member.words < lead.words)) grounds.push(`it is the longest (${amount(lead.words, 'word', 'words')})`)
  return grounds
}
