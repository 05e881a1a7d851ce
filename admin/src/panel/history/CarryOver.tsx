// What do the other versions know that the principal does not? Tags and corrected values are offered field by field, with a
// look at what comes of it. It is written on the version that was read: where somebody was faster, the offers are asked for
// anew and nothing was overwritten.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import type { CarryOverAnswer, ClusterAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { isProblem, sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { addedBy, changesOf, chosen, type Field, FIELD_NAMES, kept, type Offer, written } from './carry.ts'
import './history.css'

interface CarryOverProps {
  readonly cluster: Pick<ClusterAnswer, 'id' | 'members' | 'principalHeadline'>
  readonly onClose: () => void
}

export function CarryOver({ cluster, onClose }: CarryOverProps): ReactElement {
  const [places, setPlaces] = useState<ReadonlySet<number>>(new Set())
  const [late, setLate] = useState(false)
  const [busy, setBusy] = useState(false)
  const notify = useNotify()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['carry-over', cluster.id], queryFn: ({ signal }) => call<CarryOverAnswer>(`/api/clusters/${encodeURIComponent(cluster.id)}/carry-over`, { signal }), staleTime: 0, gcTime: 0 })
  const offers = data?.offers ?? []
  const changes = changesOf(offers, places)
  const count = Object.keys(changes).length
  const again = async (): Promise<void> => {
    const now = await refetch()
    setPlaces(kept(offers, places, now.data?.offers ?? []))
    setLate(true)
  }
  const apply = async ({ principal: { id, version } }: CarryOverAnswer): Promise<void> => {
    setBusy(true)
    try {
      await call(`/api/articles/${encodeURIComponent(id)}`, { method: 'PATCH', body: changes, headers: { 'if-match': `"${version}"` } })
      notify(`Carried over to the principal: ${amount(count, 'field', 'fields')}.`, { type: 'info' })
      onClose()
    } catch (problem) {
      if (isProblem(problem, 412)) await again()
      else notify(sentenceOf(problem), { type: 'warning' })
    } finally {
      setBusy(false)
      outdated('articles', 'clusters')
    }
  }
  return (
    <Dialog title="Carry over to the principal" open onClose={onClose}>
      {error !== null && <Failed what="What could be carried over" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={5} />}
      {late && (
        <p className="banner" role="alert">
          Not saved: somebody changed the principal meanwhile. These are the offers as they are now; nothing was overwritten.
        </p>
      )}
      {data !== undefined && offers.length === 0 && <p>The principal has all that the other versions know: their tags, and whatever was corrected in them.</p>}
      {offers.length > 0 && <Offers offers={offers} cluster={cluster} places={places} onChoose={(place) => setPlaces(chosen(offers, places, place))} />}
      {offers.length > 0 && <After changes={changes} offers={offers} />}
      <Acts some={offers.length > 0} count={count} busy={busy} onClose={onClose} onApply={() => void (data !== undefined && apply(data))} />
    </Dialog>
  )
}

interface ActsProps {
  readonly some: boolean
  readonly count: number
  readonly busy: boolean
  readonly onClose: () => void
  readonly onApply: () => void
}

function Acts({ some, count, busy, onClose, onApply }: ActsProps): ReactElement {
  return (
    <div className="dialog-actions">
      <button type="button" onClick={onClose}>
        {some ? 'Cancel' : 'Close'}
      </button>
      {some && (
        <button type="button" className="strong" disabled={count === 0 || busy} onClick={onApply}>
          {count === 0 ? 'Carry over' : `Carry over ${amount(count, 'field', 'fields')}`}
        </button>
      )}
    </div>
  )
}

interface OffersProps extends Pick<CarryOverProps, 'cluster'> {
  readonly offers: readonly Offer[]
  readonly places: ReadonlySet<number>
  readonly onChoose: (place: number) => void
}

function Offers({ offers, cluster, places, onChoose }: OffersProps): ReactElement {
  const fields = [...new Set(offers.map((offer) => offer.field))]
  return (
    <>
      {fields.map((field) => (
        <fieldset key={field} className="offers">
          <legend>{FIELD_NAMES[field]}</legend>
          <p className="facts">Principal: {written(offers.find((offer) => offer.field === field)?.current, field)}</p>
          {offers.map((offer, place) => offer.field === field && <OneOffer key={place} offer={offer} cluster={cluster} on={places.has(place)} onChoose={() => onChoose(place)} />)}
        </fieldset>
      ))}
    </>
  )
}

function OneOffer({ offer, cluster, on, onChoose }: { readonly offer: Offer; readonly on: boolean; readonly onChoose: () => void } & Pick<OffersProps, 'cluster'>): ReactElement {
  const from = cluster.members.find((member) => member.articleId === offer.from)
  return (
    <label className="switch offer">
      <input type="checkbox" checked={on} onChange={onChoose} />
      <span>
        <q>{written(addedBy(offer), offer.field)}</q>{' '}
        <span className="facts">
          from {from?.publisher ?? `“${from?.headline ?? 'another version'}”`}
          {offer.byEditor && ', corrected by a person'}
        </span>
      </span>
    </label>
  )
}

function After({ changes, offers }: { readonly changes: ReturnType<typeof changesOf>; readonly offers: readonly Offer[] }): ReactElement {
  const entries = Object.entries(changes) as [Field, Offer['value']][]
  return (
    <div className="preview" role="status">
      {entries.length === 0 && <p className="facts">Nothing is chosen; the principal stays as it is.</p>}
      {entries.map(([field, value]) => (
        <p key={field}>
          <strong>{FIELD_NAMES[field]}</strong>: <del>{written(offers.find((offer) => offer.field === field)?.current, field)}</del> <span aria-hidden="true">→</span> <ins>{written(value, field)}</ins>
        </p>
      ))}
    </div>
  )
}
