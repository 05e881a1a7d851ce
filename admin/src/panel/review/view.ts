// What is looked at in a cluster? It is in the address, which replaces itself, so that Back leads out of the cluster; only what
// is marked, and a place that was just pointed at, are not.
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSearchParams } from 'react-router-dom'
import { tabOf, type Tab } from './address.ts'
import { doubtful, type Cluster } from './cluster.ts'

interface Place {
  readonly begin: number
  readonly end: number
}

/** A place in the two texts that another tab leads to. */
export type Aim = { readonly left?: Place | undefined; readonly right?: Place | undefined } | { readonly block: number }

export interface View {
  readonly looked: string
  readonly reference: string
  readonly tab: Tab
  readonly marked: ReadonlySet<string>
  /** Number of the difference, counted from 1. */
  readonly difference: string | undefined
  readonly aim: Aim | undefined
  look(articleId: string, tab?: Tab): void
  open(tab: Tab): void
  refer(articleId: string): void
  mark(articleId: string): void
  point(difference: string | undefined): void
  /** Opens the texts at a place. */
  show(aim: Aim): void
}

/** The next key may follow in a few milliseconds, and must find what this one chose. */
const AT_ONCE = { replace: true, flushSync: true } as const

export function useView(cluster: Cluster): View {
  const [params, setParams] = useSearchParams()
  const [marks, setMarks] = useState<{ readonly of: string; readonly ids: ReadonlySet<string> }>({ of: cluster.id, ids: new Set() })
  const [aim, setAim] = useState<Aim>()
  // The address follows a moment later: a key that comes before it must decide on what was chosen, not on what was.
  const [pointed, setPointed] = useState<{ readonly of: string; readonly id: string }>()
  const addressed = params.get('vs')
  useEffect(() => setPointed((before) => (before?.id === addressed ? undefined : before)), [addressed])
  const marked = marks.of === cluster.id ? marks.ids : new Set<string>()
  const change = (changes: Readonly<Record<string, string | undefined>>, next?: Aim): void => {
    setAim(next)
    setParams(changed(addressedNow(), changes), AT_ONCE)
  }
  const inside = (id: string | null): string | undefined => cluster.members.find((member) => member.articleId === id)?.articleId
  return {
    looked: pointed?.of === cluster.id ? pointed.id : (addressed ?? doubtful(cluster)),
    reference: inside(params.get('ref')) ?? cluster.principalId,
    tab: tabOf(params) ?? 'words',
    marked,
    difference: params.get('d') ?? undefined,
    aim,
    look: (id, tab) => {
      flushSync(() => setPointed({ of: cluster.id, id }))
      change({ vs: id, d: undefined, ...(tab !== undefined && { tab }) })
    },
    open: (tab) => change({ tab, d: undefined }),
    refer: (id) => change({ ref: id === cluster.principalId ? undefined : id, d: undefined }),
    // Counted on from what is marked by then, not from what was drawn last: two keys may come before the next drawing.
    mark: (id) => flushSync(() => setMarks((before) => toggled(before.of === cluster.id ? before.ids : new Set(), id, cluster.id))),
    point: (difference) => {
      if (difference !== params.get('d')) setParams(changed(addressedNow(), { d: difference }), AT_ONCE)
    },
    show: (next) => change({ tab: 'sides', d: undefined }, next),
  }
}

function toggled(ids: ReadonlySet<string>, id: string, of: string): { readonly of: string; readonly ids: ReadonlySet<string> } {
  return { of, ids: new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]) }
}

/** The window's own: what was drawn last may lack what the key before this one chose. */
function addressedNow(): URLSearchParams {
  return new URLSearchParams(window.location.search)
}

function changed(before: URLSearchParams, changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(before)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name)
    else next.set(name, value)
  }
  return next
}
