// Where does a rule for this source cut the page? At a line that a person named, which may stand inside a block as well.
// A stretch without a story in it, such as two such lines in a row or the foot of a page, is no article of its own.
import { fitsPattern } from '../domain/furniture-rule.ts'
import { countWords } from '../domain/line.ts'
import type { Block, Page, Unit } from '../domain/page.ts'
import { sayCut, type SplitRule } from '../domain/split-rule.ts'
import { cutBlocks } from './cut.ts'
import { groupBlocks } from './group.ts'

/** Words beside the rule's line that make a stretch an article. */
const STORY_LEAST = 8
/** What stands before the first article and is shorter is the digest's own head. */
const LEAD_LEAST = 60

/** As the first of the rules says that has anything to say of this page; absent where none has. */
export function unitsByRule(page: Page, rules: readonly SplitRule[]): readonly Unit[] | undefined {
  if (page.wholeArticle) return undefined
  for (const rule of rules) {
    const groups = rule.cut === 'nowhere' ? [page.blocks] : cutAt(page, rule)
    const hints = ['rule', `${sayCut(rule)}, by ${rule.by}`]
    if (groups.length > 1 || rule.cut === 'nowhere') return groups.map((blocks) => ({ blocks, hints, confidence: 'high' }))
  }
  return undefined
}

function cutAt({ text, blocks }: Page, rule: SplitRule): readonly (readonly Block[])[] {
  const starts = startsIn(blocks, rule)
  if (starts.length === 0) return [blocks]
  const groups = groupBlocks(cutBlocks(text, blocks, starts), rule.cut === 'after' ? [0, ...starts] : starts)
  const headed = rule.cut === 'before' && (starts[0] ?? 0) > (blocks[0]?.span.begin ?? 0)
  return withStories(headed ? withoutLead(groups) : groups, rule)
}

/** Where the articles begin, as far as the lines tell. */
function startsIn(blocks: readonly Block[], { cut, line = '' }: SplitRule): readonly number[] {
  return blocks.flatMap(({ span, text }) => {
    let at = span.begin
    return text.split('\n').flatMap((words) => {
      const begin = at
      at += words.length + 1
      if (!fitsPattern(line, words)) return []
      return [cut === 'before' ? begin : begin + words.length]
    })
  })
}

/** A short head is furniture of the digest. */
function withoutLead([lead = [], ...groups]: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  if (wordsIn(lead, '') >= LEAD_LEAST) return [lead, ...groups]
  const [first = [], ...rest] = groups
  return [[...lead.map((block): Block => ({ ...block, furniture: block.furniture ?? 'navigation' })), ...first], ...rest]
}

function withStories(groups: readonly (readonly Block[])[], { line = '' }: SplitRule): readonly (readonly Block[])[] {
  const stories: Block[][] = []
  let waiting: Block[] = []
  for (const group of groups) {
    waiting.push(...group)
    if (wordsIn(group, line) < STORY_LEAST) continue
    stories.push(waiting)
    waiting = []
  }
  stories.at(-1)?.push(...waiting)
  return stories.length === 0 ? [waiting] : stories
}

function wordsIn(blocks: readonly Block[], line: string): number {
  return blocks.filter(({ furniture, text }) => furniture === undefined && !fitsPattern(line, text)).reduce((sum, { text }) => sum + countWords(text), 0)
}
