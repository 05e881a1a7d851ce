// What helps before anything is asked? Questions that this archive can answer, made from its own headlines.
import type { ReactElement } from 'react'
import type { Hit } from './answer.ts'
import { Link } from './frame/Link.tsx'
import { SavedSearches } from './SavedSearches.tsx'

export function Beginning({ hits }: { readonly hits: readonly Hit[] }): ReactElement {
  const examples = exampleQuestions(hits)
  return (
    <>
      {examples.length > 0 && (
        <p className="examples">
          <span className="facts">Try</span>
          {examples.map((words) => (
            <Link key={words} className="chip" href={`/?${new URLSearchParams({ q: words })}`}>
              {words}
            </Link>
          ))}
        </p>
      )}
      <SavedSearches />
    </>
  )
}

const EXAMPLES = 3

/** A pair of telling words, a phrase, and a name, each from another headline. */
export function exampleQuestions(hits: readonly Pick<Hit, 'headline' | 'byline'>[]): readonly string[] {
  const examples: string[] = []
  for (const { headline } of hits) {
    const words = headline.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
    const example = examples.length === 1 ? phraseOf(words) : pairOf(words)
    if (example !== undefined && !examples.includes(example)) examples.push(example)
    if (examples.length === EXAMPLES) break
  }
  return examples
}

const TELLING = 5

function pairOf(words: readonly string[]): string | undefined {
  const telling = words.filter((word) => word.length >= TELLING && !/[’']/.test(word))
  const [first, second] = [...telling].sort((one, two) => two.length - one.length)
  if (first === undefined || second === undefined) return undefined
  return telling.filter((word) => word === first || word === second).slice(0, 2).join(' ').toLowerCase()
}

function phraseOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word, index) => word.length >= TELLING && (words[index + 1]?.length ?? 0) >= TELLING && !/[’']/.test(`${word}${words[index + 1]}`))
  return at < 0 ? pairOf(words) : `"${words[at]} ${words[at + 1]}"`
}
