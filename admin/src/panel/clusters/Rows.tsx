// What do the rows answer to? Keys act on the row that holds the focus: j and k move it, Enter opens it, o unfolds it, x
// selects it, y confirms it and moves on. What was confirmed can be taken back from the notice, and any time in the history.
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import type { ClusterList } from '../../../../server/src/http/contract/clusters.ts'
import { isProblem, sentenceOf } from '../../api.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { ClusterCards } from './ClusterCards.tsx'
import { ClusterTable } from './ClusterTable.tsx'
import { confirm, takeBack } from './clusters.ts'
import type { OrderField, Place } from './place.ts'
import { useRowKeys } from './rows.ts'
import { confirmedSays, fits } from './said.ts'
import { Undoable } from '../frame/Undoable.tsx'

interface RowsProps {
  readonly list: ClusterList
  readonly place: Place
  readonly cards: boolean
  /** Members show only on demand. */
  readonly folded: boolean
  readonly mayDecide: boolean
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onPlace: (place: Partial<Place>) => void
}

export function Rows({ list: { data: clusters }, place, cards, folded, mayDecide, selected, onSelect, onPlace }: RowsProps): ReactElement {
  const notify = useNotify()
  const row = useRowKeys()
  // Where the list is narrowed by what members are, the whole group is in sight at once.
  const unfolded = !folded || clusters.some((cluster) => cluster.members.some((member) => fits(member, place.filters) !== undefined))
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const open = new Set(clusters.filter(({ id }) => turned.has(id) !== unfolded).map(({ id }) => id))
  const turn = (id: string): void => setTurned(flipped(turned, id))
  const select = (id: string): void => onSelect(flipped(selected, id))
  const confirmHere = (): void => {
    const cluster = clusters.find(({ id }) => id === row.here())
    if (cluster === undefined || cluster.standing === 'reviewed') return
    row.move(1)
    confirm(cluster).then(
      ({ decision }) => notify(<Undoable key={decision.id} text={confirmedSays(cluster.size)} undone="It waits again." onUndo={() => takeBack(decision.id)} />, { type: 'info', autoHideDuration: 12_000 }),
      (error: unknown) => notify(isProblem(error, 409) ? `Not confirmed: “${cluster.principalHeadline}” changed a moment ago. Look at it as it is now.` : sentenceOf(error), { type: 'warning' }),
    )
  }
  const onHere = (act: (id: string) => void) => (): void => {
    const id = row.here()
    if (id !== undefined) act(id)
  }
  usePanelKeys({ j: () => row.move(1), k: () => row.move(-1), o: onHere(turn), ...(mayDecide && { x: onHere(select), y: confirmHere }) })
  const rows = { clusters, filters: place.filters, open, selected, selectable: mayDecide, onOpen: turn, onSelect: select }
  if (cards) return <ClusterCards {...rows} />
  const sort = (field: OrderField): void => onPlace({ sort: field, order: place.sort === field && place.order === 'desc' ? 'asc' : 'desc' })
  const selectAll = (): void => onSelect(clusters.every(({ id }) => selected.has(id)) ? new Set() : new Set(clusters.map(({ id }) => id)))
  return (
    <div className="scroller">
      <ClusterTable {...rows} place={place} onSort={sort} onSelectAll={selectAll} />
    </div>
  )
}

function flipped(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
