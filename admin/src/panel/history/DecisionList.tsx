// What was decided? A line each: when, who, what it did, and whether it still holds; any of them can be taken back, not
// only the last. Decisions of one batch are one line that unfolds.
import { useState, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { Ago } from '../frame/Ago.tsx'
import { withdrawBatch } from './decisions.ts'
import { grouped } from './groups.ts'
import './history.css'
import { useUndoing, type Undoing } from './undoing.tsx'
import { effectOf, KINDS } from './words.ts'

interface ListProps {
  readonly decisions: readonly DecisionRecord[]
  /** The page is about one cluster: no need to name it. */
  readonly ofCluster?: string
}

export function DecisionList({ decisions, ofCluster }: ListProps): ReactElement {
  const undoing = useUndoing()
  return (
    <>
      <ol className="decisions">
        {grouped(decisions).map(({ key, decisions: [first, ...others] }) =>
          first === undefined ? null : others.length === 0 ? <One key={key} decision={first} ofCluster={ofCluster} undoing={undoing} /> : <Batch key={key} decisions={[first, ...others]} ofCluster={ofCluster} undoing={undoing} />,
        )}
      </ol>
      {undoing.dialog}
    </>
  )
}

interface OneProps {
  readonly decision: DecisionRecord
  readonly ofCluster: string | undefined
  readonly undoing: Undoing
}

function One({ decision, ofCluster, undoing }: OneProps): ReactElement {
  const { kind, note, cluster, articles, withdrawnAt, withdrawnBy } = decision
  return (
    <li className={withdrawnAt === undefined ? 'decision' : 'decision withdrawn'}>
      <span className="decision-kind" title={KINDS[kind].label}>
        <span aria-hidden="true">{KINDS[kind].icon}</span>
        <span className="hidden">{KINDS[kind].label}: </span>
      </span>
      <div className="decision-main">
        <p className="decision-effect">{effectOf(decision)}</p>
        {note !== undefined && <p className="decision-note">“{note}”</p>}
        <p className="facts">
          {decision.actor}, <Ago at={decision.decidedAt} />
          {cluster !== undefined && cluster !== ofCluster && (
            <>
              {' · '}
              <Link to={`/clusters/${cluster}`}>Cluster {cluster}</Link>
            </>
          )}
          {cluster === undefined && articles[0] !== undefined && ofCluster === undefined && (
            <>
              {' · '}
              <Link to={`/articles/${articles[0]}/show`}>Article {articles[0]}</Link>
            </>
          )}
          {withdrawnAt !== undefined && (
            <span className="decision-undone">
              {' · '}undone by {withdrawnBy}, <Ago at={withdrawnAt} />
            </span>
          )}
        </p>
      </div>
      <Back decision={decision} undoing={undoing} />
    </li>
  )
}

function Back({ decision, undoing }: Omit<OneProps, 'ofCluster'>): ReactElement | null {
  const { canAccess } = useCanAccess({ resource: 'decisions', action: 'withdraw' })
  if (canAccess !== true) return null
  const withdrawn = decision.withdrawnAt !== undefined
  return (
    <button type="button" className="plain" disabled={undoing.busy !== undefined} onClick={() => (withdrawn ? undoing.redo(decision) : undoing.undo(decision))}>
      {withdrawn ? 'Redo' : 'Undo'}
      <span className="hidden">: {effectOf(decision)}</span>
    </button>
  )
}

function Batch({ decisions, ofCluster, undoing }: { readonly decisions: readonly [DecisionRecord, ...DecisionRecord[]]; readonly ofCluster: string | undefined; readonly undoing: Undoing }): ReactElement {
  const [open, setOpen] = useState(false)
  const { canAccess } = useCanAccess({ resource: 'decisions', action: 'withdraw' })
  const notify = useNotify()
  const [first] = decisions
  const standing = decisions.filter((one) => one.withdrawnAt === undefined).length
  const undoAll = (): void => {
    withdrawBatch(first.batch ?? '').then(
      ({ count }) => notify(`Undone: ${amount(count, 'decision', 'decisions')} of the batch.`, { type: 'info' }),
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  return (
    <li className={standing === 0 ? 'decision withdrawn' : 'decision'}>
      <span className="decision-kind" aria-hidden="true">
        ⧉
      </span>
      <div className="decision-main">
        <p className="decision-effect">
          Confirmed together, in one batch: {amount(decisions.length, 'cluster', 'clusters')} on this page.{' '}
          <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide them' : 'Show them'}
          </button>
        </p>
        <p className="facts">
          {first.actor}, <Ago at={first.decidedAt} /> · <Link to={`/decisions?batch=${encodeURIComponent(first.batch ?? '')}`}>All of this batch</Link>
          {standing < decisions.length && <span className="decision-undone"> · {standing === 0 ? 'undone' : `${decisions.length - standing} undone`}</span>}
        </p>
        {open && (
          <ol className="decisions">
            {decisions.map((one) => (
              <One key={one.id} decision={one} ofCluster={ofCluster} undoing={undoing} />
            ))}
          </ol>
        )}
      </div>
      {canAccess === true && standing > 0 && (
        <button type="button" className="plain" onClick={undoAll}>
          Undo the batch
        </button>
      )}
    </li>
  )
}
