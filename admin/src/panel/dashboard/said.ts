// What does a plot say, in a sentence? For who hears the page, and for who has no time to look.
import { amount, counted } from '../../evidence/numbers.ts'
import { isRelation, percent, wordsFor } from '../../evidence/words.ts'
import type { StatsAnswer } from '../archive/stats.ts'

export function archiveSays({ articles, clusters, copies }: StatsAnswer): string {
  const before = copies === 0 ? 'none of them was told before.' : `${counted(copies)} of them ${copies === 1 ? 'was' : 'were'} told before.`
  return `${amount(articles, 'article', 'articles')} that tell ${amount(clusters, 'story', 'stories')}; ${before}`
}

export function daysSay({ days }: StatsAnswer): string {
  const { fresh, copies, exact } = sums(days)
  if (fresh + copies === 0) return 'Nothing came in during this range.'
  return `${amount(fresh + copies, 'article', 'articles')}: ${counted(fresh)} new, ${amount(copies - exact, 'near-copy', 'near-copies')}, ${amount(exact, 'exact copy', 'exact copies')}.`
}

export function shareSays({ days }: StatsAnswer): string {
  const { fresh, copies } = sums(days)
  return fresh + copies === 0 ? 'Nothing came in during this range.' : `${percent(copies / (fresh + copies))} of what came in had been told before.`
}

export function relationsSay(relations: StatsAnswer['relations']): string {
  const [first] = Object.entries(relations).sort(([, one], [, other]) => other - one)
  if (first === undefined) return 'No article of this range is a copy of another.'
  return `Most often: ${isRelation(first[0]) ? wordsFor(first[0]).label.toLowerCase() : first[0]}, ${amount(first[1], 'time', 'times')}.`
}

export function publishersSay({ publishers }: StatsAnswer): string {
  const [first] = publishers
  if (first === undefined) return 'No article of this range names its publisher.'
  if (first.copies === 0) return 'No publisher of this range sent what had been told before.'
  return `${first.publisher} leads: ${counted(first.copies)} of its ${amount(first.articles, 'article', 'articles')} had been told before.`
}

export function reviewSays({ review: { confirmed, overturned, overturnRate } }: StatsAnswer): string {
  if (overturnRate === undefined) return 'Nobody decided anything in this range.'
  return `${amount(confirmed, 'story', 'stories')} confirmed, ${amount(overturned, 'verdict', 'verdicts')} overturned: an overturn rate of ${percent(overturnRate)}.`
}

export function queueSays({ queue: { depth, oldest } }: StatsAnswer, now: number): string {
  if (depth === 0 || oldest === undefined) return 'Nothing waits for a review.'
  return `${amount(depth, 'story waits', 'stories wait')} for a review, the oldest for ${lasting(now - Date.parse(oldest))}.`
}

/** "4 days", "3 hours", "less than an hour". */
export function lasting(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  if (hours < 1) return 'less than an hour'
  return hours < 48 ? amount(hours, 'hour', 'hours') : amount(Math.floor(hours / 24), 'day', 'days')
}

export function shareOf({ new: fresh, copies }: { readonly new: number; readonly copies: number }): number {
  return fresh + copies === 0 ? 0 : copies / (fresh + copies)
}

function sums(days: StatsAnswer['days']): { readonly fresh: number; readonly copies: number; readonly exact: number } {
  const sum = (of: (one: StatsAnswer['days'][number]) => number): number => days.reduce((all, one) => all + of(one), 0)
  return { fresh: sum((one) => one.new), copies: sum((one) => one.copies), exact: sum((one) => one.exact) }
}
