// What can be done to several articles at once? Those that are ticked, or all that the filters fit: then the filter is sent,
// not the articles, and what it meets is shown first. Each is a task of the service, with its way back.
import { useEffect, useState, type ReactElement } from 'react'
import { useListContext, useNotify } from 'react-admin'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { sentenceOf } from '../../api.ts'
import { amount, counted } from '../../evidence/numbers.ts'
import { type Chosen, give } from '../archive/tasks.ts'
import { Drop } from '../frame/Drop.tsx'
import { ACTS, type Act } from './acts.ts'
import { type Filters, useFacets } from './filters.ts'
import { OrderDialog, orderOf } from './OrderDialog.tsx'

const MORE: readonly Act[] = [ACTS.untag, ACTS['set-publisher'], ACTS.recheck, ACTS.reread, ACTS.reindex]

export function BulkBar(): ReactElement | null {
  const { selectedIds, onUnselectItems, filterValues, total = 0, data } = useListContext<ArticleAnswer>()
  const [whole, setWhole] = useState(false)
  const [act, setAct] = useState<Act>()
  const notify = useNotify()
  const filters = filterValues as Filters
  const page = data ?? []
  const pageChosen = page.length > 0 && page.every((article) => selectedIds.includes(article.id))
  // Whoever unticks an article, or looks at other articles, no longer means all of them.
  useEffect(() => {
    if (!pageChosen) setWhole(false)
  }, [pageChosen])
  if (selectedIds.length === 0) return null
  const count = whole ? total : selectedIds.length
  const chosen: Chosen = whole ? { filter: plain(filters) } : { ids: selectedIds.map(String) }
  const given = (): void => {
    setAct(undefined)
    onUnselectItems()
  }
  const begin = (asked: Act): void => {
    if (whole || asked.asks !== undefined || asked.kind === 'reread') setAct(asked)
    else give(orderOf(asked, chosen, '')).then(given, (error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  return (
    <div className="bulk" role="group" aria-label="Selected articles">
      <strong className="figures" role="status">
        {whole ? `All ${counted(total)} articles${Object.keys(filters).length > 0 ? ' with these filters' : ''} selected` : amount(count, 'article selected', 'articles selected')}
      </strong>
      {!whole && pageChosen && total > page.length && (
        <button type="button" className="plain figures" onClick={() => setWhole(true)}>
          Select all {counted(total)} that match
        </button>
      )}
      <span className="bulk-acts">
        {(filters['status'] === 'binned' ? [ACTS.restore] : [ACTS.bin, ACTS.tag]).map((one) => (
          <button key={one.kind} type="button" onClick={() => begin(one)}>
            {one.label}
          </button>
        ))}
        {filters['status'] !== 'binned' && <MoreActs onAct={begin} />}
      </span>
      <button type="button" className="plain" onClick={() => onUnselectItems()}>
        Unselect
      </button>
      {act !== undefined && <Ordering act={act} chosen={chosen} filters={filters} onClose={() => setAct(undefined)} onGiven={given} />}
    </div>
  )
}

function MoreActs({ onAct }: { readonly onAct: (act: Act) => void }): ReactElement {
  return (
    <Drop label="More">
      {(close) =>
        MORE.map((act) => (
          <button
            key={act.kind}
            type="button"
            onClick={() => {
              close()
              onAct(act)
            }}
          >
            {act.label}
          </button>
        ))
      }
    </Drop>
  )
}

interface OrderingProps {
  readonly act: Act
  readonly chosen: Chosen
  readonly filters: Filters
  readonly onClose: () => void
  readonly onGiven: () => void
}

/** The values that the archive has are offered. */
function Ordering({ act, chosen, filters, onClose, onGiven }: OrderingProps): ReactElement {
  const { publisher = {}, tags = {} } = useFacets(act.kind === 'untag' ? filters : {})
  const known = Object.keys(act.asks === 'Publisher' ? publisher : tags)
  return <OrderDialog act={act} chosen={chosen} known={known} onClose={onClose} onGiven={onGiven} />
}

function plain(filters: Filters): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
