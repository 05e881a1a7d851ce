// Which key does what? Every act is in one table with its button; an act that ends the work on a cluster moves on.
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import type { Relation } from '../../../../server/src/domain/match.ts'
import { usePanelKeys } from '../frame/keys.ts'
import { amount } from '../../evidence/numbers.ts'
import type { Action } from './Actions.tsx'
import type { Act } from './acts.ts'
import { foreseen, type Cluster } from './cluster.ts'
import { decide, redo, undo } from './review.ts'
import type { Going } from './ReviewPage.tsx'
import { actsOn, chosen, type Acts } from './scene.ts'
import { change, now, say } from './session.ts'
import type { View } from './view.ts'

export type Opened = 'merge' | 'relation' | 'note' | 'only-of'

interface Parts {
  readonly cluster: Cluster
  readonly view: View
  readonly note: string | undefined
  readonly setOpened: (opened: Opened | undefined) => void
  readonly go: Going
  readonly onDone: (() => void) | undefined
}

export interface Deciding {
  readonly actions: readonly Action[]
  onArrow(event: ReactKeyboardEvent): void
  tellApart(from: readonly string[]): void
  merge(other: Cluster): void
  relate(relation: Relation): void
  note(words: string): void
}

export function useDeciding(parts: Parts): Deciding {
  const { cluster, view, setOpened, onDone } = parts
  const scene = { cluster, looked: view.looked, reference: view.reference, marked: view.marked, note: parts.note }
  const acts = actsOn(scene)
  const act = (one: Act | undefined): void => {
    setOpened(undefined)
    if (one === undefined || stale(cluster.id)) return
    decide(one)
    if (one.settles !== undefined && onDone !== undefined) onDone()
    else lookOn(one, cluster, view)
  }
  const actions = actionsOf(parts, acts, chosen(scene), act)
  const byKey = Object.fromEntries(actions.filter((one) => one.elsewhere !== true).map(({ key, does, off }) => [key, () => off !== true && does()]))
  usePanelKeys({ ...byKey, ...wayKeys(parts) })
  return {
    actions,
    onArrow: (event) => arrow(event, cluster, view),
    tellApart: (from) => act(acts.apart(from)),
    merge: (other) => act(acts.merge(other)),
    relate: (relation) => act(acts.relation(relation)),
    note: (words) => {
      setOpened(undefined)
      change({ notes: { ...now().notes, [cluster.id]: words } })
    },
  }
}

function actionsOf({ cluster, view, note, setOpened, go }: Parts, acts: Acts, some: readonly string[], act: (one: Act | undefined) => void): readonly Action[] {
  const inside = cluster.members.some((member) => member.articleId === view.looked)
  const parts = some.length > 0 && some.length < cluster.size
  const { entries } = now()
  const standing = entries.some((entry) => entry.state === 'kept' || entry.state === 'sending')
  return [
    { key: 'y', label: `Confirm ${amount(cluster.size, 'version', 'versions')}`, does: () => act(acts.confirm()), off: cluster.size < 2, strong: true },
    { key: 'c', label: 'Make principal', does: () => act(acts.principal()), off: !inside || view.looked === cluster.principalId, seldom: true },
    { key: 'n', label: some.length > 1 ? `${some.length} not duplicates` : 'Not a duplicate', does: () => act(acts.apart()), off: !parts },
    { key: 'N', label: 'Only of …', does: () => setOpened('only-of'), off: !parts, keyName: 'Shift+N', seldom: true },
    { key: 's', label: some.length > 1 ? `Split ${some.length} into a new cluster` : 'Split off', does: () => act(acts.split()), off: !parts, seldom: true },
    { key: 'm', label: 'Merge …', does: () => setOpened('merge'), seldom: true },
    { key: 'v', label: 'Relation …', does: () => setOpened('relation'), off: !inside || view.looked === view.reference, seldom: true },
    { key: 'l', label: 'Later', does: () => act(acts.later()), off: cluster.size < 2 },
    { key: 'a', label: note === undefined || note === '' ? 'Note …' : 'Note ✎', does: () => setOpened('note'), seldom: true },
    { key: 'z', label: 'Undo', does: () => go.to(undo()), off: !standing, elsewhere: true },
    { key: 'Z', label: 'Redo', does: () => go.to(redo()), off: !entries.some((entry) => entry.state === 'undone'), keyName: 'Shift+Z', elsewhere: true, seldom: true },
  ]
}

/** Who has not seen what another changed decides nothing on it. The service would refuse it, too. */
function stale(id: string): boolean {
  const fresh = now().fresh[id]
  if (fresh === undefined) return false
  say(`Not saved: ${fresh.actor ?? fresh.cluster?.updatedBy ?? 'somebody'} changed this cluster a moment ago. Look at the change first.`, { tone: 'failed' })
  return true
}

/** Where the one that was looked at is gone, the one that takes its place is looked at. */
function lookOn(act: Act, cluster: Cluster, view: View): void {
  const at = cluster.members.findIndex((member) => member.articleId === view.looked)
  const { members } = foreseen(cluster, act.ruling)
  if (at < 0 || members.some((member) => member.articleId === view.looked)) return
  const next = members[Math.min(at, members.length - 1)]
  if (next !== undefined) view.look(next.articleId)
}

/** Keys that decide nothing. */
function wayKeys({ cluster, view }: Parts): Readonly<Record<string, (event: KeyboardEvent) => void>> {
  const digits = cluster.members.slice(0, 9).map((member, index) => [String(index + 1), () => view.look(member.articleId)] as const)
  return {
    ...Object.fromEntries(digits),
    'x': () => cluster.members.some((member) => member.articleId === view.looked) && view.mark(view.looked),
    'r': () => view.refer(view.looked),
    't': () => view.open('words'),
    // Where the texts are shown they have these keys themselves: who listens first would take them away from them.
    ...(view.tab !== 'sides' && { 'd': () => view.open('sides'), ']': () => view.open('sides'), '[': () => view.open('sides') }),
  }
}

/** Up and Down choose a member, unless the text is being scrolled or a tab chosen. */
function arrow(event: ReactKeyboardEvent, cluster: Cluster, view: View): void {
  const target = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('[role=tabpanel], [role=tablist], select, input, dialog') !== null) return
  if (event.key === 'Enter' && target.matches('.members')) {
    event.preventDefault()
    view.open('sides')
    document.querySelector<HTMLElement>('.review-panel')?.focus()
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const at = cluster.members.findIndex((member) => member.articleId === view.looked)
  const next = cluster.members[Math.min(Math.max(at + by, 0), cluster.members.length - 1)]
  if (next !== undefined) view.look(next.articleId)
}
