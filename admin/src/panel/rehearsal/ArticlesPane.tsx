// What would the text become? Its articles in order: each with its words, its values and the story that it would join.
import { useEffect, useRef, type ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { type CorrectedFields, type Corrections, inside } from './corrections.ts'
import { FamilyLine } from './FamilyLine.tsx'
import { FieldRows } from './FieldRows.tsx'
import type { Part } from './parts.ts'
import type { RehearsedArticle } from './rehearsed.ts'
import { reveal } from './reveal.ts'

interface ArticlesPaneProps {
  readonly parts: readonly Part[]
  /** The part that one stands in. */
  readonly current: number
  readonly corrections: Corrections
  readonly onGo: (part: Part) => void
  readonly onMerge: (part: Part) => void
  readonly onSay: (part: Part, fields: CorrectedFields) => void
  readonly onTakeBack: (part: Part, field: keyof CorrectedFields) => void
}

export function ArticlesPane({ parts, current, corrections, onGo, onMerge, onSay, onTakeBack }: ArticlesPaneProps): ReactElement {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    reveal(list.current, list.current?.querySelector<HTMLElement>('.current'))
  }, [current])
  return (
    <ol ref={list} className="reading-articles">
      {parts.map((part, index) =>
        part.article === undefined ? null : (
          <li key={part.begin} className={index === current ? 'current' : ''} value={part.number}>
            <Head part={part} article={part.article} open={index === current} onGo={() => onGo(part)} />
            {index === current && (
              <>
                <FamilyLine article={part.article} />
                <FieldRows article={part.article} said={saidOf(corrections, part)} onSay={(fields) => onSay(part, fields)} onTakeBack={(field) => onTakeBack(part, field)} />
                {index + 1 < parts.length && (
                  <button type="button" aria-keyshortcuts="m" onClick={() => onMerge(part)}>
                    Merge with the next <kbd aria-hidden="true">m</kbd>
                  </button>
                )}
              </>
            )}
          </li>
        ),
      )}
    </ol>
  )
}

function Head({ part, article, open, onGo }: { readonly part: Part; readonly article: RehearsedArticle; readonly open: boolean; readonly onGo: () => void }): ReactElement {
  return (
    <p className="reading-article">
      <button type="button" className="headline" aria-expanded={open} onClick={onGo}>
        {article.headline || 'Without a headline'}
      </button>{' '}
      <span className="facts figures">{amount(article.wordCount ?? 0, 'word', 'words')}</span>{' '}
      {(article.clusterSize ?? 1) > 1 && !open && <span className="chip">{amount(article.clusterSize ?? 1, 'version', 'versions')}</span>}
      {part.confidence === 'low' && <span className="loud"> Border not sure</span>}
    </p>
  )
}

function saidOf({ values }: Corrections, part: Part): CorrectedFields {
  return Object.assign({}, ...values.filter(({ at }) => inside(at, part)).map(({ fields }) => fields)) as CorrectedFields
}
