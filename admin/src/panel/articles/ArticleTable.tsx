// How does a table of articles look? Headline as a real link, so that rows work without a mouse; its own check box a row,
// named after the article. Plain cells, so that a hundred rows are drawn within one frame.
import { useRef, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { counted, languageName } from '../../evidence/numbers.ts'
import { COLUMNS, type Column, useColumns } from './columns.ts'
import { valueName } from './filters.ts'
import { StandingChip } from './StandingChip.tsx'

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

const CELLS: Readonly<Record<Column, (article: ArticleAnswer) => ReactNode>> = {
  publisher: ({ publisher }) => publisher,
  publishedAt: ({ publishedAt }) => <Day at={publishedAt} />,
  createdAt: ({ createdAt }) => <Day at={createdAt} />,
  byline: ({ byline }) => byline.join(', '),
  language: ({ language }) => languageName(language),
  wordCount: ({ wordCount }) => <span className="figures">{counted(wordCount)}</span>,
  completeness: ({ completeness }) => valueName('completeness', completeness),
  tags: ({ tags }) => tags.join(', '),
  documentName: ({ documentName }) => documentName,
  relation: (article) => <StandingChip article={article} short />,
}

const SORTED: ReadonlySet<Column> = new Set(['publisher', 'publishedAt', 'createdAt', 'language', 'wordCount', 'completeness'])
/** First asked for from the top: the newest, the longest. */
const FROM_THE_TOP: ReadonlySet<string> = new Set(['publishedAt', 'createdAt', 'wordCount'])
/** What is found by words comes by relevance or date; the store's own orders hold for the whole list. */
const SORTED_BY_SEARCH: ReadonlySet<Column> = new Set(['publishedAt'])

export function ArticleTable({ selectable }: { readonly selectable: boolean }): ReactElement {
  const { data = [], filterValues, selectedIds, onSelect } = useListContext<ArticleAnswer>()
  const columns = [...useColumns()]
  const tick = useTicking(data)
  const searched = filterValues['q'] !== undefined && filterValues['status'] === undefined
  const sorted = searched ? SORTED_BY_SEARCH : SORTED
  const whole = data.length > 0 && data.every(({ id }) => selectedIds.includes(id))
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label="Articles">
      <table className="article-table">
        <caption className="hidden">Articles</caption>
        <thead>
          <tr>
            {selectable && (
              <th scope="col" className="cell-select">
                <input type="checkbox" aria-label="Select all" checked={whole} onChange={() => onSelect(whole ? [] : data.map(({ id }) => id))} />
              </th>
            )}
            <Heading name="headline" label="Headline" sorts={!searched} />
            {columns.map((column) => (
              <Heading key={column} name={column} label={COLUMNS[column]} sorts={sorted.has(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((article) => (
            <Row key={article.id} article={article} columns={columns} chosen={selectedIds.includes(article.id)} {...(selectable && { onTick: tick })} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly article: ArticleAnswer
  readonly columns: readonly Column[]
  readonly chosen: boolean
  /** Absent where nothing can be done to what is ticked. */
  readonly onTick?: (id: string, event: MouseEvent) => void
}

function Row({ article, columns, chosen, onTick }: RowProps): ReactElement {
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      {onTick !== undefined && (
        <td className="cell-select">
          <input type="checkbox" aria-label={`Select ${article.headline}`} checked={chosen} onChange={() => undefined} onClick={(event) => onTick(article.id, event)} />
        </td>
      )}
      <td className="column-headline">
        <Link className="headline" to={`/articles/${article.id}/show`}>
          {article.headline || 'Without a headline'}
        </Link>
      </td>
      {columns.map((column) => (
        <td key={column} className={`column-${column}`}>
          {CELLS[column](article)}
        </td>
      ))}
    </tr>
  )
}

/** With Shift, all from the last one ticked to this one. */
function useTicking(articles: readonly ArticleAnswer[]): (id: string, event: MouseEvent) => void {
  const { selectedIds, onSelect, onToggleItem } = useListContext<ArticleAnswer>()
  const last = useRef<string>(undefined)
  return (id, event) => {
    const [from, to] = [last.current, id].map((one) => articles.findIndex((article) => article.id === one))
    last.current = id
    if (!event.shiftKey || from === undefined || to === undefined || from < 0 || to < 0) return onToggleItem(id)
    const range = articles.slice(Math.min(from, to), Math.max(from, to) + 1).map((article) => article.id)
    const on = !selectedIds.includes(id)
    onSelect(on ? [...new Set([...selectedIds, ...range])] : selectedIds.filter((one) => !range.includes(String(one))))
  }
}

function Heading({ name, label, sorts }: { readonly name: string; readonly label: string; readonly sorts: boolean }): ReactElement {
  const { sort, setSort } = useListContext()
  const now = sorts && sort.field === name
  const first = FROM_THE_TOP.has(name) ? 'DESC' : 'ASC'
  const turned = now && sort.order === first ? (first === 'ASC' ? 'DESC' : 'ASC') : first
  return (
    <th scope="col" className={`column-${name}`} {...(now && { 'aria-sort': sort.order === 'ASC' ? 'ascending' : 'descending' })}>
      {sorts ? (
        <button type="button" className="sort" aria-label={`Sort by ${label.toLowerCase()} ${turned === 'ASC' ? 'ascending' : 'descending'}`} onClick={() => setSort({ field: name, order: turned })}>
          {label} <span aria-hidden="true">{now ? (sort.order === 'ASC' ? '↑' : '↓') : ''}</span>
        </button>
      ) : (
        label
      )}
    </th>
  )
}

function Day({ at }: { readonly at: string | undefined }): ReactElement | null {
  return at === undefined ? null : <span className="figures nowrap">{SHORT.format(new Date(at))}</span>
}
