// Which stories came in more than once? A table or cards to narrow down, look into and confirm, by mouse or by keys; what
// needs thought is opened in the review, with these filters as its queue.
import { useMediaQuery } from '@mui/material'
import { useState, type ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { amount } from '../../evidence/numbers.ts'
import { remember, remembered } from '../../search/frame/memory.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { Page } from '../frame/Page.tsx'
import { Pager } from '../frame/Pager.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { Batch } from './Batch.tsx'
import './clusters.css'
import { useClusters } from './clusters.ts'
import { Chosen, Filters } from './Filters.tsx'
import { Nothing } from './Nothing.tsx'
import { addressOf, type Place, placeOf, reviewOf } from './place.ts'
import { Rows } from './Rows.tsx'
import { Views } from './Views.tsx'

export function ClustersPage(): ReactElement {
  const [address, goTo] = useSearchParams()
  const place = placeOf(address)
  const { data, error, isPending, isFetching, isPlaceholderData, refetch } = useClusters(place)
  const { canAccess } = useCanAccess({ resource: 'decisions', action: 'make' })
  const narrow = useMediaQuery('(max-width: 899px)')
  const [cards, show] = useCards()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [batch, setBatch] = useState(false)
  const go = (next: Partial<Place>): void => goTo(addressOf({ ...place, page: 1, ...next }))
  const narrowed = (filters: URLSearchParams): void => {
    setSelected(new Set())
    go({ filters })
  }
  const some = data !== undefined && data.total > 0
  const panel = <Filters filters={place.filters} facets={data?.facets} onChange={narrowed} />
  return (
    <Page
      title="Clusters"
      intro={some ? introOf(data.total, place) : undefined}
      actions={
        <>
          {narrow && <FilterSheet>{panel}</FilterSheet>}
          <Views place={place} onShow={(view) => (setSelected(new Set()), go(view))} />
          {some && !narrow && <Look cards={cards} onLook={show} />}
          {some && canAccess === true && <Acts place={place} selected={selected.size} onBatch={() => setBatch(true)} />}
        </>
      }
    >
      <div className="with-side">
        {!narrow && <aside aria-label="Filters">{panel}</aside>}
        <div className="list-main">
          <Chosen filters={place.filters} onChange={narrowed} />
          {error !== null && <Failed what="The clusters" error={error} onAgain={() => void refetch()} />}
          {isPending && <Skeleton lines={12} />}
          {data?.total === 0 && <Nothing filters={place.filters} onClear={() => narrowed(new URLSearchParams())} />}
          {some && (
            <div className={isFetching && isPlaceholderData ? 'fetching' : undefined}>
              <Rows list={data} place={place} cards={cards || narrow} folded={narrow || !cards} mayDecide={canAccess === true} selected={selected} onSelect={setSelected} onPlace={go} />
              <Pager page={place.page} perPage={place.perPage} total={data.total} onPage={(page) => go({ page })} onPerPage={(perPage) => go({ perPage })} />
            </div>
          )}
        </div>
      </div>
      {batch && <Batch filters={place.filters} selected={[...selected]} onClose={() => setBatch(false)} onDone={() => (setBatch(false), setSelected(new Set()))} />}
    </Page>
  )
}

/** As cards or as a table: each browser's own habit. */
function useCards(): readonly [boolean, (as: 'cards' | 'table') => void] {
  const [cards, setCards] = useState(remembered('clusters') === 'cards')
  const show = (as: 'cards' | 'table'): void => {
    remember('clusters', as === 'cards' ? as : undefined)
    setCards(as === 'cards')
  }
  return [cards, show]
}

function Acts({ place, selected, onBatch }: { readonly place: Place; readonly selected: number; readonly onBatch: () => void }): ReactElement {
  return (
    <>
      <button type="button" onClick={onBatch}>
        {selected > 0 ? `Confirm ${selected} …` : 'Confirm many …'}
      </button>
      <Link className="button strong" to={reviewOf(place.filters)}>
        Review these
      </Link>
    </>
  )
}

function Look({ cards, onLook }: { readonly cards: boolean; readonly onLook: (as: 'cards' | 'table') => void }): ReactElement {
  return (
    <div className="look" role="group" aria-label="Show as">
      <button type="button" aria-pressed={!cards} onClick={() => onLook('table')}>
        Table
      </button>
      <button type="button" aria-pressed={cards} onClick={() => onLook('cards')}>
        Cards
      </button>
    </div>
  )
}

function introOf(total: number, { filters }: Place): string {
  return `${amount(total, 'story', 'stories')} in more than one version${[...filters].length > 0 ? ', with these filters' : ''}.`
}

function FilterSheet({ children }: { readonly children: ReactElement }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Filters
      </button>
      <Dialog title="Filters" open={open} onClose={() => setOpen(false)}>
        {children}
        <div className="dialog-actions">
          <button type="button" className="strong" onClick={() => setOpen(false)}>
            Show
          </button>
        </div>
      </Dialog>
    </>
  )
}
