// How is the amount of an answer said? Articles are what was found, stories are the independent texts among them;
// an estimate says "about".
import { amount } from '../evidence/numbers.ts'
import type { Answer } from './answer.ts'

export function totalsSentence(answer: Pick<Answer, 'total' | 'totalArticles' | 'exact'>, collapse: boolean): string {
  const about = answer.exact ? '' : 'About '
  if (!collapse) return `${about}${amount(answer.total, 'article', 'articles')}, near-copies not grouped`
  if (answer.totalArticles <= answer.total) return `${about}${amount(answer.total, 'story', 'stories')}`
  return `${about}${amount(answer.totalArticles, 'hit', 'hits')}, ${amount(answer.total, 'independent text', 'independent texts')}`
}
