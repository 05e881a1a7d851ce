// What does a word of the question look like in the index's set of terms? A stem; or, where stems must stand in a row,
// pairs of neighbours. Pairs are held only where single stems say little: scripts without spaces, numbers, letters.
import type { Chain, Group } from '../understanding.ts'
import { among, both, either } from './filter-text.ts'

/** The term for two neighbours, where the index holds one. */
export function pairOf(left: string, right: string): string | undefined {
  if (left === '' || right === '' || left.length + right.length > LONGEST) return undefined
  return saysLittle(left) || saysLittle(right) ? `${left} ${right}` : undefined
}

/** Terms that all must be there. */
export function termsOfChain(chain: Chain): readonly string[] {
  if (chain.length === 1) return chain
  const terms = chain.slice(1).flatMap((right, at) => pairOf(chain[at] ?? '', right) ?? [chain[at] ?? '', right])
  return [...new Set(terms)]
}

export function groupFilter(chains: readonly Chain[]): string {
  const single = chains.map(termsOfChain).filter((terms) => terms.length === 1).flat()
  const several = chains.map(termsOfChain).filter((terms) => terms.length > 1)
  const parts = several.map((terms) => both(terms.map((term) => among('terms', [term]))) ?? '')
  return either([...(single.length === 0 ? [] : [among('terms', [...new Set(single)])]), ...parts])
}

/** Articles that hold every word of the question. */
export function everyFilter(groups: readonly Group[]): string {
  return both(groups.map((group) => groupFilter(group.chains))) ?? ''
}

/** Articles that hold any. */
export function anyFilter(groups: readonly Group[], beginnings: readonly string[]): string {
  return groupFilter([...groups.flatMap((group) => [...group.chains, ...group.parts]), ...beginnings.map((one) => [one])])
}

const LONGEST = 100

function saysLittle(stem: string): boolean {
  return stem.length <= 2 || (stem.length <= 4 && /\d/.test(stem))
}
