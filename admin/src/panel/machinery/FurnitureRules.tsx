// Which lines do people call page furniture, once and for all? A rule is tried on the archive before it holds.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import type { FurnitureRuleAnswer } from '../../../../server/src/http/contract/furniture-rules.ts'
import { sentenceOf } from '../../api.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { ACTS } from '../articles/acts.ts'
import { OrderDialog } from '../articles/OrderDialog.tsx'
import { Ago } from '../frame/Ago.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { type FurnitureRule, FurnitureRuleForm, triedRule } from './FurnitureRuleForm.tsx'

export function FurnitureRules(): ReactElement {
  const { canAccess: mayAdd } = useCanAccess({ resource: 'furnitureRules', action: 'add' })
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['furniture-rules'], queryFn: ({ signal }) => call<{ data: readonly FurnitureRuleAnswer[] }>('/api/furniture-rules', { signal }) })
  return (
    <section aria-labelledby="furniture-rules">
      <h2 className="section" id="furniture-rules">
        Page furniture
      </h2>
      <p className="facts">A whole line that is furniture wherever it stands: adverts, calls to subscribe, a house’s own sign-off. It holds for what is read from now on; what was there before is read again when somebody asks for it. The article shows the line struck, and by whose rule.</p>
      {error !== null && <Failed what="The rules" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={2} />}
      {data?.data.length === 0 && <p>No rules of your own yet.</p>}
      <ul className="people">
        {(data?.data ?? []).map((rule) => (
          <RuleRow key={rule.id} rule={rule} mayRemove={mayAdd === true} />
        ))}
      </ul>
      {mayAdd === true && <ReadAll />}
      {mayAdd === true && <FurnitureRuleForm />}
    </section>
  )
}

function RuleRow({ rule: { id, pattern, publisher, by, createdAt }, mayRemove }: { readonly rule: FurnitureRuleAnswer; readonly mayRemove: boolean }): ReactElement {
  const notify = useNotify()
  const remove = (): void => {
    call(`/api/furniture-rules/${id}`, { method: 'DELETE' }).then(
      () => {
        notify(`The rule ‘${pattern}’ holds no more. What it struck stays struck until “Read all again”.`, { type: 'info' })
        outdated('furniture-rules')
      },
      (error: unknown) => notify(sentenceOf(error), { type: 'warning' }),
    )
  }
  return (
    <li className="person">
      <p>
        <q className="headline">{pattern}</q>
        <br />
        <span className="facts">
          {publisher === undefined ? 'Everywhere' : `In ${publisher}`} · by {by}, <Ago at={createdAt} />
        </span>
      </p>
      {mayRemove && (
        <div className="actions">
          <ReadAgain rule={{ pattern, ...(publisher !== undefined && { publisher }) }} />
          <button type="button" className="plain" aria-label={`Remove the rule ${pattern}`} onClick={remove}>
            Remove
          </button>
        </div>
      )}
    </li>
  )
}

/** Articles that still hold a line which the rule strikes: those that were read before it. */
function ReadAgain({ rule }: { readonly rule: FurnitureRule }): ReactElement {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly string[]>([])
  const notify = useNotify()
  const look = (): void => {
    setBusy(true)
    triedRule(rule)
      .then(({ articleIds }) => {
        if (articleIds.length === 0) notify('No article holds such a line any more: there is nothing to read again.', { type: 'info' })
        setFound(articleIds)
      }, (error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <button type="button" className="plain" disabled={busy} aria-label={`Read again what the rule ${rule.pattern} strikes`} onClick={look}>
        Read again…
      </button>
      {found.length > 0 && <OrderDialog act={ACTS.reread} chosen={{ ids: found }} known={[]} onClose={() => setFound([])} onGiven={() => setFound([])} />}
    </>
  )
}

/** Where a rule was taken away, what it struck is known to no list: everything is read again. */
function ReadAll(): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Read all again…
      </button>
      {open && <OrderDialog act={ACTS.reread} chosen={{ filter: {} }} known={[]} onClose={() => setOpen(false)} onGiven={() => setOpen(false)} />}
    </>
  )
}
