// What can be done to several articles at once? To the bin and back, and a tag; how many is said before, what came of it after.
import { useState, type FormEvent, type ReactElement } from 'react'
import { useListContext, useNotify } from 'react-admin'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { AllMatching } from './AllMatching.tsx'

export function BulkBar(): ReactElement | null {
  const { selectedIds, onUnselectItems, filterValues, refetch } = useListContext<ArticleAnswer>()
  const [tagging, setTagging] = useState(false)
  const [done, setDone] = useState<number>()
  const notify = useNotify()
  if (selectedIds.length === 0) return null
  const binned = filterValues['status'] === 'binned'
  const each = async (said: string, work: (id: string) => Promise<unknown>): Promise<void> => {
    let failed: unknown
    let count = 0
    for (const id of selectedIds) {
      setDone(count)
      await work(String(id)).then(() => count++, (error: unknown) => (failed = error))
    }
    setDone(undefined)
    onUnselectItems()
    notify(`${said} ${amount(count, 'article', 'articles')}.${failed === undefined ? '' : ` ${selectedIds.length - count} not: ${sentenceOf(failed)}`}`, { type: failed === undefined ? 'info' : 'warning' })
    void refetch()
    outdated('articles', 'facets', 'stats')
  }
  return (
    <div className="bulk" role="group" aria-label="Selected articles">
      <strong className="figures" role="status">
        {done === undefined ? amount(selectedIds.length, 'article selected', 'articles selected') : `${done} of ${selectedIds.length} done`}
      </strong>
      {binned ? (
        <button type="button" onClick={() => void each('Restored', (id) => call(`/api/articles/${id}/restore`, { method: 'POST' }))}>
          Restore {selectedIds.length}
        </button>
      ) : (
        <>
          <button type="button" onClick={() => void each('Moved to the bin:', (id) => call(`/api/articles/${id}`, { method: 'DELETE' }))}>
            Move {selectedIds.length} to the bin
          </button>
          <button type="button" onClick={() => setTagging(true)}>
            Add a tag
          </button>
        </>
      )}
      <AllMatching />
      <button type="button" className="plain" onClick={() => onUnselectItems()}>
        Unselect
      </button>
      <TagDialog open={tagging} count={selectedIds.length} onClose={() => setTagging(false)} onTag={(word) => void each(`Tagged “${word}”:`, (id) => addTag(id, word))} />
    </div>
  )
}

interface TagProps {
  readonly open: boolean
  readonly count: number
  readonly onClose: () => void
  readonly onTag: (word: string) => void
}

function TagDialog({ open, count, onClose, onTag }: TagProps): ReactElement {
  const tag = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const word = String(new FormData(event.currentTarget).get('tag') ?? '').trim()
    onClose()
    if (word !== '') onTag(word)
  }
  return (
    <Dialog title={`Tag ${amount(count, 'article', 'articles')}`} open={open} onClose={onClose}>
      <form className="stacked" onSubmit={tag}>
        <label>
          Tag
          <input name="tag" maxLength={100} required />
        </label>
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="strong">Tag {count}</button>
        </div>
      </form>
    </Dialog>
  )
}

/** On the version as it is now: a tag takes nothing away from what another changed. */
async function addTag(id: string, tag: string): Promise<void> {
  const article = await call<ArticleAnswer>(`/api/articles/${id}`)
  if (article.tags.includes(tag)) return
  await call(`/api/articles/${id}`, { method: 'PATCH', body: { tags: [...article.tags, tag] }, headers: { 'if-match': `"${article.version}"` } })
}
