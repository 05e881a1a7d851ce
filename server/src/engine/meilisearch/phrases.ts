// Which articles hold a phrase of more words than the engine reads? It is asked for in overlapping parts, each exact; what
// holds all the parts is read, for the parts may stand in different places.
import type { SearchableField } from '../port.ts'
import type { Chain } from '../understanding.ts'
import type { Answered, Ask } from './calls.ts'
import { type EngineDocument, wholeStreams } from './documents.ts'
import { quoted } from './filter-text.ts'

/** Of `Calls`, what is needed here. */
export interface Texts {
  several<Hit>(asks: readonly Ask[]): Promise<readonly Answered<Hit>[]>
  documents<Document>(ids: readonly string[], fields: readonly string[]): Promise<readonly Document[]>
}

export interface Within {
  readonly fields: readonly SearchableField[] | undefined
  /** The same as the engine's attributes. */
  readonly on: readonly string[]
  readonly filter: string | undefined
}

/** Their ids; undefined where every part is in too many articles to look at them all. */
export async function holdersOf(chain: Chain, { fields, on, filter }: Within, texts: Texts): Promise<readonly string[] | undefined> {
  const parts = partsOf(chain)
  const asks = parts.map((part) => ({ q: phrase(part), attributesToSearchOn: on, filter, limit: MOST_HOLDERS, attributesToRetrieve: ['id'] }))
  const answers = (await texts.several<{ readonly id: string }>(asks)).map(({ hits }) => hits.map(({ id }) => id)).filter((ids) => ids.length < MOST_HOLDERS)
  const [first, ...others] = answers.sort((left, right) => left.length - right.length)
  if (first === undefined) return undefined
  const sets = others.map((ids) => new Set(ids))
  const likely = first.filter((id) => sets.every((ids) => ids.has(id)))
  return parts.length === 1 ? likely : read(likely, chain, fields, texts)
}

/** Words in a row; letters and digits only come out of an understanding, and quotation marks are taken out again here. */
export function phrase(chain: Chain): string {
  return quoted(chain.slice(0, MOST_WORDS).join(' ').replaceAll(/["\\]/g, ' '))
}

/** The engine ignores the words of a query past the tenth. */
export const MOST_WORDS = 10

/** Articles that are looked at for one phrase; and read in one call. */
const MOST_HOLDERS = 1_000
const READ = 50

/** Each begins with the last word of the one before; the last reaches to the end. */
function partsOf(chain: Chain): readonly Chain[] {
  const parts: Chain[] = []
  for (let at = 0; at === 0 || at + 1 < chain.length; at += MOST_WORDS - 1) parts.push(chain.slice(at, at + MOST_WORDS))
  return parts
}

async function read(ids: readonly string[], chain: Chain, fields: readonly SearchableField[] | undefined, texts: Texts): Promise<readonly string[]> {
  const wanted = ` ${chain.join(' ')} `
  const found: string[] = []
  for (let at = 0; at < ids.length; at += READ) {
    for (const { id, words } of await texts.documents<Pick<EngineDocument, 'id' | 'words'>>(ids.slice(at, at + READ), ['id', 'words'])) {
      const streams = wholeStreams(words)
      if (Object.entries(streams).some(([field, stream]) => (fields === undefined || fields.includes(field as SearchableField)) && ` ${stream} `.includes(wanted))) found.push(id)
    }
  }
  return found
}
