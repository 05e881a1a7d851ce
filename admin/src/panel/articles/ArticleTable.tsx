// How does a table of articles look? Headline as a real link, so that rows work without a mouse; its own check box a row,
// named after the article.
import { Checkbox, TableCell, TableRow } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { DataTable, DataTableBody, type DataTableBodyProps, useDataTableCallbacksContext, useDataTableSelectedIdsContext, useListContext, useRecordContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { counted } from '../../evidence/numbers.ts'
import { StandingChip } from './StandingChip.tsx'

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

export function ArticleTable({ selectable }: { readonly selectable: boolean }): ReactElement {
  const { filterValues } = useListContext()
  // What is found by words comes by relevance or date; the store's own orders hold for the whole list.
  const searched = filterValues['q'] !== undefined
  return (
    <div className="scroller">
      <DataTable body={selectable ? SelectableBody : DataTableBody} rowClick={false} bulkActionButtons={selectable ? <></> : false} bulkActionsToolbar={<></>} hover size="small">
        <DataTable.Col source="headline" label="Headline" disableSort={searched}>
          <Headline />
        </DataTable.Col>
        <DataTable.Col source="publisher" label="Publisher" disableSort={searched} />
        <DataTable.Col source="publishedAt" label="Published" render={(article: ArticleAnswer) => (article.publishedAt === undefined ? '' : <span className="figures nowrap">{SHORT.format(new Date(article.publishedAt))}</span>)} />
        <DataTable.NumberCol source="wordCount" label="Words" disableSort={searched} render={(article: ArticleAnswer) => <span className="figures">{counted(article.wordCount)}</span>} />
        <DataTable.Col source="relation" label="In the archive" disableSort render={(article: ArticleAnswer) => <StandingChip article={article} />} />
      </DataTable>
    </div>
  )
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
