// How are all articles chosen that the filters fit, not only those on this page? How many is said first; beyond a
// thousand, the filters have to be narrower.
import { useState, type ReactElement } from 'react'
import { useDataProvider, useListContext, useNotify } from 'react-admin'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { sentenceOf } from '../../api.ts'
import { counted } from '../../evidence/numbers.ts'

const MOST = 1_000
const PAGE = 100

export function AllMatching(): ReactElement | null {
  const { total = 0, selectedIds, filterValues, sort, onSelect, data } = useListContext<ArticleAnswer>()
  const [busy, setBusy] = useState(false)
  const provider = useDataProvider()
  const notify = useNotify()
  const page = data ?? []
  if (total <= page.length || selectedIds.length >= Math.min(total, MOST) || !page.every((article) => selectedIds.includes(article.id))) return null
  const most = Math.min(total, MOST)
  const chooseAll = async (): Promise<void> => {
    const ids: string[] = []
    for (let number = 1; ids.length < most; number++) {
      const found = await provider.getList<ArticleAnswer>('articles', { pagination: { page: number, perPage: PAGE }, sort, filter: filterValues })
      ids.push(...found.data.map((article) => article.id))
      if (found.data.length < PAGE) break
    }
    onSelect(ids.slice(0, most))
  }
  return (
    <button
      type="button"
      className="plain"
      disabled={busy}
      onClick={() => {
        setBusy(true)
        chooseAll()
          .catch((error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
          .finally(() => setBusy(false))
      }}
    >
      {total > MOST ? `Select the first ${counted(MOST)} of ${counted(total)} with these filters` : `Select all ${counted(total)} with these filters`}
    </button>
  )
}
