// How is one story shown? As an archive's card: headline, where and when, the words found, and its versions behind a chip.
import { useId, useState, type ReactElement } from 'react'
import { amount, day } from '../evidence/numbers.ts'
import { wordsFor } from '../evidence/words.ts'
import { markedLike, pieces, type Hit } from './answer.ts'
import { Link } from './frame/Link.tsx'
import { Marked } from './Marked.tsx'
import { ReportGrouping } from './ReportGrouping.tsx'
import { Versions } from './Versions.tsx'

interface HitRowProps {
  readonly hit: Hit
  /** Words or filters were given: then it matters which version matched. */
  readonly asked: boolean
  readonly onOpen: () => void
  readonly chosen: boolean
  readonly onChoose: () => void
}

export function HitRow({ hit, asked, onOpen, chosen, onChoose }: HitRowProps): ReactElement {
  const snippet = pieces(hit.snippet)
  const language = hit.language === 'und' ? undefined : hit.language
  return (
    <li className="hit" data-hit={hit.id} data-chosen={chosen}>
      <label className="choose" title="Select to compare">
        <input type="checkbox" checked={chosen} onChange={onChoose} aria-label={`Select “${hit.headline || 'Without a headline'}”`} aria-keyshortcuts="x" />
      </label>
      <h2 lang={language}>
        <Link href={`/articles/${hit.id}`} onClick={onOpen}>
          {hit.headline === '' ? 'Without a headline' : <Marked pieces={hit.matched === undefined ? pieces(hit.headlineMarked) : markedLike(hit.headline, snippet)} />}
        </Link>
      </h2>
      <Facts hit={hit} />
      {snippet.length > 0 && (
        <p className="snippet" lang={language}>
          <Marked pieces={snippet} />
        </p>
      )}
      <Chips hit={hit} matched={asked ? hit.matched : undefined} />
    </li>
  )
}

/** Publisher, day and names, as far as the article says them. */
export function Facts({ hit }: { readonly hit: Pick<Hit, 'publisher' | 'publishedAt' | 'byline'> }): ReactElement | null {
  const names = hit.byline.join(', ')
  if (hit.publisher === undefined && hit.publishedAt === undefined && names === '') return null
  return (
    <p className="facts">
      {hit.publisher !== undefined && <span className="publisher">{hit.publisher}</span>}
      {hit.publishedAt !== undefined && <time dateTime={hit.publishedAt}>{day(hit.publishedAt)}</time>}
      {names !== '' && <span>{names}</span>}
    </p>
  )
}

function Chips({ hit, matched }: { readonly hit: Hit; readonly matched: Hit['matched'] }): ReactElement | null {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (hit.copies === 0 && matched === undefined && hit.completeness === 'complete') return null
  return (
    <>
      <p className="chips">
        {hit.copies > 0 && (
          <button type="button" className="chip toggle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {amount(hit.copies + 1, 'version', 'versions')}
          </button>
        )}
        {hit.completeness === 'incomplete' && (
          <span className="chip" title="The text stops early, as at a paywall">
            <span aria-hidden="true">…</span> Stops early
          </span>
        )}
        {matched !== undefined && (
          <span className="matched">
            Matched in:{' '}
            <Link href={`/articles/${matched.id}`} title={matched.headline}>
              {matched.relation === undefined ? (matched.publisher ?? 'another version') : wordsFor(matched.relation).copy}
            </Link>
          </span>
        )}
      </p>
      <div id={id} hidden={!open}>
        {open && <Versions clusterId={hit.clusterId} />}
        {open && <ReportGrouping clusterId={hit.clusterId} />}
      </div>
    </>
  )
}
