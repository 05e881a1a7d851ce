// How can the results be narrowed? By publisher, date, language, name, relation and completeness, each with its count.
import { useState, type ReactElement } from 'react'
import { counted, languageName } from '../evidence/numbers.ts'
import { isRelation, wordsFor } from '../evidence/words.ts'
import type { Answer } from './answer.ts'
import { Histogram } from './Histogram.tsx'
import type { FilterName, Question } from './question.ts'
import { toggled } from './question.ts'

export const FACET_TITLES: Readonly<Record<FilterName, string>> = {
  publisher: 'Publisher',
  language: 'Language',
  byline: 'Byline',
  relation: 'Relation',
  completeness: 'Completeness',
  tags: 'Tag',
  documentId: 'File',
  clusterId: 'Story',
}

const SHOWN: readonly FilterName[] = ['publisher', 'byline', 'language', 'relation', 'completeness', 'tags']
const FIRST = 6

export function valueName(name: FilterName, value: string): string {
  if (name === 'language') return languageName(value)
  if (name === 'relation' && isRelation(value)) return wordsFor(value).label
  if (name === 'completeness') return value === 'complete' ? 'Complete' : 'Stops early'
  return value
}

interface FacetsProps {
  readonly question: Question
  readonly facets: Answer['facets']
  readonly onChange: (question: Question) => void
}

export function Facets({ question, facets, onChange }: FacetsProps): ReactElement {
  return (
    <>
      <Histogram question={question} counts={{ years: facets['publishedYear'] ?? {}, months: facets['publishedMonth'] ?? {} }} onChange={onChange} />
      {SHOWN.map((name) => (
        <Facet key={name} name={name} question={question} counts={facets[name] ?? {}} onChange={onChange} />
      ))}
    </>
  )
}

interface FacetProps {
  readonly name: FilterName
  readonly question: Question
  readonly counts: Readonly<Record<string, number>>
  readonly onChange: (question: Question) => void
}

function Facet({ name, question, counts, onChange }: FacetProps): ReactElement | null {
  const [all, setAll] = useState(false)
  const held = question.filters[name] ?? []
  const values = ranked(counts, held)
  if (values.length === 0) return null
  const shown = all ? values : values.slice(0, Math.max(FIRST, held.length))
  return (
    <section className="facet" aria-labelledby={`facet-${name}`}>
      <h2 id={`facet-${name}`}>{FACET_TITLES[name]}</h2>
      <ul>
        {shown.map(([value, count]) => (
          <li key={value}>
            <button type="button" className="facet-value" aria-pressed={held.includes(value)} onClick={() => onChange(toggled(question, name, value))}>
              <span>{valueName(name, value)}</span>
              <span className="figures">{counted(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {values.length > FIRST && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${counted(values.length)}`}
        </button>
      )}
    </section>
  )
}

/** What is chosen stays at the top, even where nothing is left of it. */
function ranked(counts: Readonly<Record<string, number>>, held: readonly string[]): readonly (readonly [string, number])[] {
  const chosen = held.map((value) => [value, counts[value] ?? 0] as const)
  const others = Object.entries(counts).filter(([value]) => value !== '' && !held.includes(value))
  return [...chosen, ...others.sort((one, two) => two[1] - one[1] || one[0].localeCompare(two[0]))]
}
