// How does a table of articles look? Headline as a real link, so that rows work without a mouse; its own check box a row,
// named after the article.
import { Checkbox, TableCell, TableRow } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { DataTable, DataTableBody, type DataTableBodyProps, useDataTableCallbacksContext, useDataTableSelectedIdsContext, useListContext, useRecordContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { counted, languageName } from '../../evidence/numbers.ts'
import { COLUMNS, useColumns } from './columns.ts'
import { valueName } from './filters.ts'
import { StandingChip } from './StandingChip.tsx'

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

export function ArticleTable({ selectable }: { readonly selectable: boolean }): ReactElement {
  const { filterValues } = useListContext()
  const shown = useColumns()
  // What is found by words comes by relevance or date; the store's own orders hold for the whole list.
  const searched = filterValues['q'] !== undefined && filterValues['status'] === undefined
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label="Articles">
      <DataTable body={selectable ? SelectableBody : DataTableBody} rowClick={false} bulkActionButtons={selectable ? <></> : false} bulkActionsToolbar={<></>} hover size="small">
        <DataTable.Col source="headline" label="Headline" disableSort={searched}>
          <Headline />
        </DataTable.Col>
        {shown.has('publisher') && <DataTable.Col source="publisher" label={COLUMNS.publisher} disableSort={searched} />}
        {shown.has('publishedAt') && <DataTable.Col source="publishedAt" label={COLUMNS.publishedAt} render={(article: ArticleAnswer) => <Day at={article.publishedAt} />} />}
        {shown.has('createdAt') && <DataTable.Col source="createdAt" label={COLUMNS.createdAt} disableSort={searched} render={(article: ArticleAnswer) => <Day at={article.createdAt} />} />}
        {shown.has('byline') && <DataTable.Col source="byline" label={COLUMNS.byline} disableSort render={(article: ArticleAnswer) => article.byline.join(', ')} />}
        {shown.has('language') && <DataTable.Col source="language" label={COLUMNS.language} disableSort={searched} render={(article: ArticleAnswer) => languageName(article.language)} />}
        {shown.has('wordCount') && <DataTable.NumberCol source="wordCount" label={COLUMNS.wordCount} disableSort={searched} render={(article: ArticleAnswer) => <span className="figures">{counted(article.wordCount)}</span>} />}
        {shown.has('completeness') && <DataTable.Col source="completeness" label={COLUMNS.completeness} disableSort={searched} render={(article: ArticleAnswer) => valueName('completeness', article.completeness)} />}
        {shown.has('tags') && <DataTable.Col source="tags" label={COLUMNS.tags} disableSort render={(article: ArticleAnswer) => article.tags.join(', ')} />}
        {shown.has('documentName') && <DataTable.Col source="documentName" label={COLUMNS.documentName} disableSort />}
        {shown.has('relation') && <DataTable.Col source="relation" label={COLUMNS.relation} disableSort render={(article: ArticleAnswer) => <StandingChip article={article} short />} />}
      </DataTable>
    </div>
  )
}

function Day({ at }: { readonly at: string | undefined }): ReactElement | null {
  return at === undefined ? null : <span className="figures nowrap">{SHORT.format(new Date(at))}</span>
}

function Headline(): ReactElement | null {
  const article = useRecordContext<ArticleAnswer>()
  if (article === undefined) return null
  return (
    <Link className="headline" to={`/articles/${article.id}/show`}>
      {article.headline || 'Without a headline'}
    </Link>
  )
}

function SelectableBody(props: DataTableBodyProps): ReactElement {
  return <DataTableBody {...props} row={SelectableRow} />
}

function SelectableRow({ children }: { readonly children?: ReactNode }): ReactElement {
  const article = useRecordContext<ArticleAnswer>()
  const chosen = useDataTableSelectedIdsContext()
  const { handleToggleItem } = useDataTableCallbacksContext()
  const id = article?.id ?? ''
  return (
    <TableRow hover selected={chosen?.includes(id) ?? false}>
      <TableCell padding="checkbox">
        <Checkbox size="small" checked={chosen?.includes(id) ?? false} onClick={(event) => handleToggleItem?.(id, event)} slotProps={{ input: { 'aria-label': `Select ${article?.headline ?? ''}` } }} />
      </TableCell>
      {children}
    </TableRow>
  )
}
