// One cluster on the desk: who is in it, what the evidence says, and the keys that decide. What is looked at is in the
// address; what is marked stays with this cluster.
import { useEffect, useState, type ReactElement } from 'react'
import { useGetIdentity } from 'react-admin'
import { Actions } from './Actions.tsx'
import { Bars } from './Bars.tsx'
import { headlineOf, type Cluster } from './cluster.ts'
import { Evidence } from './Evidence.tsx'
import { useDeciding, type Opened } from './deciding.ts'
import { Forms } from './Forms.tsx'
import { Members } from './Members.tsx'
import { nameIn } from './names.ts'
import { Outside } from './Outside.tsx'
import { PrincipalRule } from './PrincipalRule.tsx'
import { useFamily, useSuggestions } from './questions.ts'
import type { Queue } from './queue.ts'
import { placeOf } from './queue.ts'
import { accept, narrow, undo } from './review.ts'
import type { Going } from './ReviewPage.tsx'
import { useSession } from './session.ts'
import { Snack } from './Snack.tsx'
import { useView } from './view.ts'

export interface WorkspaceProps {
  readonly cluster: Cluster
  readonly queue: Queue | undefined
  readonly go: Going
  /** After a decision that ends the work on a cluster; absent where the person moves on themselves. */
  readonly onDone: (() => void) | undefined
}

export function Workspace({ cluster, queue, go, onDone }: WorkspaceProps): ReactElement {
  const session = useSession()
  const { identity } = useGetIdentity()
  const family = useFamily(cluster)
  const outside = useSuggestions(cluster)
  const view = useView(cluster)
  const [opened, setOpened] = useState<Opened>()
  const deciding = useDeciding({ cluster, view, note: session.notes[cluster.id], setOpened, go, onDone })
  useTitle(cluster, queue)
  useHeldFocus(`${cluster.id} ${opened ?? ''}`)
  const last = session.entries.findLast((entry) => entry.key === session.said?.entry)
  const told = last?.act.apart
  return (
    <div className="workspace" data-cluster={cluster.id} onKeyDown={(event) => deciding.onArrow(event)}>
      <Bars cluster={cluster} session={session} me={String(identity?.fullName ?? '')} onShowChange={() => accept(cluster.id)} />
      <div className="review-body">
        <div className="review-side">
          <Members cluster={cluster} family={family.data} looked={view.looked} reference={view.reference} marked={view.marked} onLook={view.look} onOpen={(id) => view.look(id, 'sides')} />
          <PrincipalRule cluster={cluster} family={family.data} />
          <Outside asked={outside} looked={view.looked} onLook={view.look} />
        </div>
        <Evidence cluster={cluster} family={family} view={view} />
      </div>
      <div className="review-foot">
        <Snack session={session} onUndo={(key) => go.to(undo(key))} onShow={(id) => go.to(id)} {...(told !== undefined && last !== undefined && { onOnlyOf: { name: nameIn(cluster, told.from), does: () => narrow(last.key) } })} />
        <Actions actions={deciding.actions} />
      </div>
      {opened !== undefined && <Forms opened={opened} cluster={cluster} view={view} suggestions={outside.data?.data ?? []} note={session.notes[cluster.id] ?? ''} deciding={deciding} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

function useTitle(cluster: Cluster, queue: Queue | undefined): void {
  const place = queue === undefined ? -1 : placeOf(queue, cluster.id)
  const title = `${place < 0 ? 'Review' : `Review ${place + 1} of ${queue?.ids.length ?? 0}`}: ${headlineOf(cluster)} – Copydesk panel`
  useEffect(() => {
    document.title = title
  }, [title])
}

/** The keys belong to the list unless somebody works elsewhere in the workspace. */
function useHeldFocus(scene: string): void {
  useEffect(() => {
    const active = document.activeElement
    if (active === null || active === document.body || active.id === 'main') document.querySelector<HTMLElement>('.members')?.focus({ preventScroll: true })
  }, [scene])
}
