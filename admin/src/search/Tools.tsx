// In which order, grouped or not, and where to with the list? The row above the results.
import type { ReactElement } from 'react'
import { ExportMenu } from './ExportMenu.tsx'
import { SaveSearch } from './SaveSearch.tsx'
import { isEmpty, type Question, type Sort } from './question.ts'

const SORTS: Readonly<Record<Sort, string>> = { relevance: 'Relevance', newest: 'Newest first', oldest: 'Oldest first' }

interface ToolsProps {
  readonly question: Question
  readonly total: number
  readonly onChange: (question: Question) => void
}

export function Tools({ question, total, onChange }: ToolsProps): ReactElement {
  // Without words there is nothing to be relevant to: the newest come first.
  const worded = question.q.trim() !== ''
  const shownSort = !worded && question.sort === 'relevance' ? 'newest' : question.sort
  return (
    <div className="tools" role="group" aria-label="List">
      <label>
        Sort{' '}
        <select value={shownSort} onChange={(event) => onChange({ ...question, page: 1, sort: event.target.value as Sort })}>
          {Object.entries(SORTS).filter(([sort]) => worded || sort !== 'relevance').map(([sort, name]) => (
            <option key={sort} value={sort}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="switch">
        <input type="checkbox" role="switch" checked={question.collapse} onChange={() => onChange({ ...question, page: 1, collapse: !question.collapse })} /> Group near-copies
      </label>
      <ExportMenu question={question} total={total} />
      {!isEmpty(question) && <SaveSearch question={question} />}
    </div>
  )
}
