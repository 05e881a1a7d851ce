// Which articles of the archive share text with this one? Candidates by fingerprint, then a close look at each.
// Used for every article that comes in, and by `check`, which stores nothing.
import type { ArticleDraft } from './domain/article.ts'
import type { Comparable } from './domain/comparable.ts'
import type { Fingerprint } from './domain/fingerprint.ts'
import type { Match } from './domain/match.ts'
import { HOLDER_CAP, printsOf, rankCandidates } from './fingerprint/fingerprint.ts'
import { matchTexts, type MatchSide } from './match/match.ts'
import { comparable } from './normalise/normalise.ts'
import type { ArchiveStore, ArticleSide } from './store/port.ts'

/** An article that is looked for; `text` is its comparable body. */
export interface Sought {
  readonly id: string
  readonly draft: Pick<ArticleDraft, 'headline' | 'body' | 'byline' | 'publisher' | 'publishedAt' | 'completeness'>
  readonly fingerprint: Fingerprint
  readonly documentArticles: number
}

/** The oldest twins of a text stand for all of them: a wire story has hundreds. */
const TWINS = 2

/** Bodies made comparable, kept by article id while they are likely to be asked for again. */
export class ComparableCache {
  readonly #kept = new Map<string, Comparable>()
  readonly #most: number
  #words = 0

  /** `most` is in words, over all texts. A word costs about 60 bytes. */
  constructor(most = 2_000_000) {
    this.#most = most
  }

  of(id: string, body: string): Comparable {
    const known = this.#kept.get(id)
    const made = known !== undefined && known.text === body ? known : comparable(body)
    this.#kept.delete(id)
    this.#kept.set(id, made)
    this.#words += made.words.length - (known?.words.length ?? 0)
    for (const [oldest, text] of this.#kept) {
      if (this.#words <= this.#most || oldest === id) break
      this.#kept.delete(oldest)
      this.#words -= text.words.length
    }
    return made
  }
}

/** Every article that shares text with the one sought, the closest first; the one sought is `left`. */
export async function seekMatches(sought: Sought, store: ArchiveStore, cache: ComparableCache): Promise<readonly Match[]> {
  const { fingerprint } = sought
  const prints = printsOf(fingerprint)
  const [shingle, name, total, twins] = [
    await store.fingerprints.holders('shingle', fingerprint.version, prints.shingle, HOLDER_CAP),
    await store.fingerprints.holders('name', fingerprint.version, prints.name, HOLDER_CAP),
    await store.fingerprints.total(),
    await store.fingerprints.sameText(fingerprint.contentHash, TWINS + 1),
  ]
  const ranked = rankCandidates(fingerprint, { shingle, name }, total).map(({ row }) => String(row))
  const ids = [...new Set([...twins, ...ranked])].filter((id) => id !== sought.id)
  if (ids.length === 0) return []
  return matchAgainst(sought, await store.articles.sides(ids), cache)
}

/** A close look at each side given. */
export function matchAgainst(sought: Sought, sides: readonly ArticleSide[], cache: ComparableCache): readonly Match[] {
  const left: MatchSide = {
    ...sought.draft,
    id: sought.id,
    text: cache.of(sought.id, sought.draft.body),
    documentArticles: sought.documentArticles,
  }
  return sides
    .map((side) => matchTexts(left, matchSide(side, cache), 'copies'))
    .filter((match) => match.relation !== 'none')
    .sort((a, b) => b.matchedWords - a.matchedWords)
}

export function matchSide(side: ArticleSide, cache: ComparableCache): MatchSide {
  return { ...side, text: cache.of(side.id, side.body) }
}
