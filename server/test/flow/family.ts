// A small archive for tests of curation: one story in several coats, another one, and a text that quotes both at length.
// The real store and the real flow, in one process.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CurateParts } from '../../src/curation/curate.ts'
import type { ArchiveEvent } from '../../src/domain/event.ts'
import type { ReadArticle } from '../../src/domain/reading.ts'
import type { Actor } from '../../src/domain/role.ts'
import { fingerprint } from '../../src/fingerprint/fingerprint.ts'
import { addArticles } from '../../src/ingest.ts'
import { comparable } from '../../src/normalise/normalise.ts'
import { ComparableCache } from '../../src/seek.ts'
import { openStore } from '../../src/store/store.ts'

export const ANA: Actor = { kind: 'user', id: '7', name: 'Ana', role: 'curator' }

const HARBOUR = [
  'The harbour board of Little Marrow voted on Monday to rebuild the eastern pier before the winter storms return to the bay.',
  'Engineers found in August that forty of its ninety oak piles had rotted through below the waterline, said Bettina Okafor, who led the survey.',
  'The work will cost eleven million crowns, of which the county pays a third and the fishing fleet another third over nine years.',
  'Skippers had asked for a longer pier, yet the board held that a longer one would silt up the channel used by the island ferry.',
  'Gudrun Halvorsen, who has landed crab there since 1978, called the vote late but welcome after three summers of patched planks.',
  'Divers begin in October with the outer piles, and the ferry will berth at the old coal quay until the middle of April.',
  'A petition with two thousand names against the closure of the sea road during the works was turned down without debate.',
  'The board meets again on the ninth of December to choose between two builders, one from Tarn Haven and one from abroad.',
]
const SCHOOL = [
  'Pupils of the village school at Upper Dunmere have counted every swift that nested under its slate roof since 1961.',
  'Their ledgers, nineteen in all, were thought lost until a caretaker, Milo Petrescu, opened a trunk behind the boiler last week.',
  'The counts show a fall from sixty-two pairs in the first summer to only seven in the last one, the teacher Ines Vanterpool said.',
  'An ornithologist from Kessock University will copy the ledgers and compare them with the records of eleven other valleys.',
  'The council has promised nesting boxes for the new gymnasium, although its architect had drawn a roof without any eaves.',
  'Parents raised nine hundred crowns at a cake sale for a camera that shows the nests in the corridor by the library.',
  'The birds came back on the fourth of May this year, two days later than the oldest entry in the very first ledger.',
]

const swapped = (text: string, words: Readonly<Record<string, string>>) => text.replace(/\w+/g, (word) => words[word] ?? word)
const told = (sentences: readonly string[]) => sentences.join(' ')

/** By name: what each text is to the story of the harbour. */
export const TEXTS = {
  full: told(HARBOUR),
  corrected: swapped(told(HARBOUR), { eleven: 'twelve', Monday: 'Tuesday' }),
  cut: told(HARBOUR.slice(0, 5)),
  later: swapped(told(HARBOUR), { late: 'overdue', thousand: 'hundred', two: 'four' }),
  tail: told(HARBOUR.slice(3)),
  school: told(SCHOOL),
  schoolCopy: swapped(told(SCHOOL), { nineteen: 'twenty', seven: 'eight' }),
  both: told([...HARBOUR.slice(0, 6), ...SCHOOL.slice(0, 6)]),
} as const
export type TextName = keyof typeof TEXTS

export interface Family extends CurateParts {
  readonly events: readonly ArchiveEvent[]
  /** Takes texts in, each in a file of its own; the ids of the articles. */
  take(...texts: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openFamily(): Promise<Family> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-family-'))
  let now = Date.UTC(2031, 4, 1)
  const clock = () => new Date((now += 1000))
  const store = await openStore({ dataDir, clock })
  const cache = new ComparableCache()
  const events: ArchiveEvent[] = []
  let files = 0
  const takeOne = (text: string) =>
    store.transaction(async (inner) => {
      files++
      const file = { upload: 'upload', name: `file-${files}.txt`, depth: 0, size: text.length, sha256: `bytes-${files}`, note: { tags: [] }, receivedAt: clock().toISOString() }
      const [document] = await inner.documents.receive([file], ANA)
      await addArticles(document?.id ?? '', [read(text, files)], inner, cache, clock().toISOString())
      const { data } = await inner.articles.list({ filter: { documentId: document?.id ?? '' }, offset: 0, limit: 1 })
      return data[0]?.id ?? ''
    })
  return {
    store, cache, clock, events,
    notify: (event) => events.push(event),
    take: async (...texts) => {
      const ids: string[] = []
      for (const text of texts) ids.push(await takeOne(text))
      return ids
    },
    close: async () => {
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function read(text: string, at: number): ReadArticle {
  const span = { begin: 0, end: text.length }
  return {
    draft: {
      span, headline: `Story ${at}`, byline: [], language: 'en', body: text, bodySpans: [span], headingSpans: [], wordCount: text.split(/\s+/).length,
      completeness: 'complete', publisher: `Paper ${at % 3}`, grounds: [], issues: [],
    },
    fingerprint: fingerprint(comparable(text)),
  }
}
