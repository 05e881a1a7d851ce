// How much story stands between two blocks, and does it go on where the part before it stopped?
import type { Look } from './look.ts'

/** Words of running paragraphs in `[begin, end)`. */
export function bodyBetween(looks: readonly Look[], begin: number, end: number): number {
  const last = looks.at(-1)
  const total = last === undefined ? 0 : last.bodyBefore + (last.paragraph ? last.words : 0)
  return (looks[end]?.bodyBefore ?? total) - (looks[begin]?.bodyBefore ?? total)
}

const CONTINUES =
  /^["']?(?:he|she|it|they|his|her|their|its|this|that|these|those|but|and|so|yet|still|then|however|nor|or|also|moreover|as (?:a result|mentioned)|er|sie|es|doch|aber|und|diese[rsmn]?|il|elle|ils|elles|mais|ce|cette|él|ella|ellos|pero|esto|lui|lei|ma|questo|hij|zij|maar|ele|ela|mas)\b/i
const SURNAME_USED = /\b(?:said|says|told|added|adds|explained|argued|argues|noted|notes|wrote|recalled|recalls) (\p{Lu}[\p{L}'’-]{2,})[.,;]|\b(?:Mr|Mrs|Ms|Dr|Prof)\.? (\p{Lu}[\p{L}'’-]{2,})|(?:^|[.,”"’] )(\p{Lu}[\p{L}'’-]{2,}) (?:said|says|told|added|adds|explained|argued|noted|wrote|recalled)\b/gu
const FULL_NAME = /\p{Lu}[\p{L}'’.-]+ (?:\p{Lu}\. |(?:de|van|von|al|bin|der|den|la) )?(\p{Lu}[\p{L}'’-]{2,})/gu

/**
 * Do the parts go on from one another? True where a third of the later ones open with a pronoun or a conjunction, or
 * quote a person by a surname whose full name stands in an earlier part only: one article under several headings.
 */
export function partsContinue(looks: readonly Look[], starts: readonly number[]): boolean {
  const introduced = new Set<string>()
  let going = 0
  for (const [at, start] of starts.entries()) {
    const text = looks.slice(start, starts[at + 1] ?? looks.length).filter((look) => look.story).map((look) => look.block.text)
    const own = new Set(surnames(text, FULL_NAME))
    const first = looks.slice(start, starts[at + 1] ?? looks.length).find((look) => look.paragraph)
    const bare = surnames(text, SURNAME_USED).some((name) => !own.has(name) && introduced.has(name))
    if (at > 0 && (bare || (first !== undefined && CONTINUES.test(first.block.text)))) going += 1
    for (const name of own) introduced.add(name)
  }
  return going * 3 >= Math.max(1, starts.length - 1)
}

function surnames(texts: readonly string[], form: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(form)].flatMap((found) => found[1] ?? found[2] ?? found[3] ?? []))
}
