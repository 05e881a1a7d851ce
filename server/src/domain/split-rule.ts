// How are the files of one source cut into articles, once and for all? By a line that stands between articles, as a person
// found it in one of them; or not at all. Patterns are those of the rules on page furniture: literal but for `*`.
import { fitsPattern, PATTERN_MOST, patternFault, samePublisher } from './furniture-rule.ts'

/** `before`: an article begins with each such line; `after`: one ends with it; `nowhere`: a file is one article. */
export const CUTS = ['before', 'after', 'nowhere'] as const
export type Cut = (typeof CUTS)[number]

export interface NewSplitRule {
  /** Of the files' names. A rule has this, a publisher, or both. */
  readonly files?: string
  /** As the sender of a file named it, or the page does in its markup. */
  readonly publisher?: string
  readonly cut: Cut
  /** A whole line; absent where nothing is cut. */
  readonly line?: string
}

export interface SplitRule extends NewSplitRule {
  readonly id: string
  /** Who made it. */
  readonly by: string
}

export interface Source {
  readonly name: string
  readonly publishers: readonly string[]
}

/** Letters or signs of a line, such as three dashes; fewer would cut everywhere. */
const SIGNS_LEAST = 3

/** Why this can't be a rule, if so, and which of its parts is at fault. */
export function splitRuleFault({ files, publisher, cut, line }: NewSplitRule): { readonly part: 'files' | 'line'; readonly message: string } | undefined {
  const fault = (part: 'files' | 'line', message: string | undefined) => message === undefined ? undefined : { part, message }
  if (files === undefined && publisher === undefined) return fault('files', 'or a publisher is needed: a rule is for one source')
  if (cut === 'nowhere') return fault('line', line === undefined ? undefined : 'has no place in a rule that cuts nowhere') ?? filesFault(files)
  if (line === undefined || line.replace(/[\s*]/g, '').length < SIGNS_LEAST) return fault('line', `needs at least ${SIGNS_LEAST} letters or signs beside *`)
  return fault('line', line.length > PATTERN_MOST ? `is longer than ${PATTERN_MOST} characters` : undefined) ?? filesFault(files)
}

function filesFault(files: string | undefined): { readonly part: 'files'; readonly message: string } | undefined {
  const message = files === undefined ? undefined : patternFault(files)
  return message === undefined ? undefined : { part: 'files', message }
}

/** Those that are for this source, in their order. */
export function splitRulesFor(rules: readonly SplitRule[], { name, publishers }: Source): readonly SplitRule[] {
  return rules.filter((rule) => (rule.files === undefined || fitsPattern(rule.files, name)) && (rule.publisher === undefined || publishers.some((one) => samePublisher(one, rule.publisher ?? ''))))
}

/** “after each line ‘read more’”. */
export function sayCut({ cut, line }: Pick<NewSplitRule, 'cut' | 'line'>): string {
  return cut === 'nowhere' ? 'nowhere: one article a file' : `${cut} each line ‘${line ?? ''}’`
}
