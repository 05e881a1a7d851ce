// Which lines do people call page furniture, once and for all? A rule is tried on the archive before it holds.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useDeferredValue, useState, type FormEvent, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import type { FurnitureRuleAnswer, RuleTrialAnswer } from '../../../../server/src/http/contract/furniture-rules.ts'
import { ProblemError, sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { ACTS } from '../articles/acts.ts'
import { useFacets } from '../articles/filters.ts'
import { OrderDialog } from '../articles/OrderDialog.tsx'
import { Ago } from '../frame/Ago.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'

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
      {mayAdd === true && <NewRule />}
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
function ReadAgain({ rule }: { readonly rule: Rule }): ReactElement {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly string[]>([])
  const notify = useNotify()
  const look = (): void => {
    setBusy(true)
    tried(rule)
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

function NewRule(): ReactElement {
  const [pattern, setPattern] = useState('')
  const [publisher, setPublisher] = useState('')
  const [error, setError] = useState<unknown>()
  const notify = useNotify()
  const asked = useDeferredValue(pattern.trim())
  const rule = { pattern: asked, ...(publisher.trim() !== '' && { publisher: publisher.trim() }) }
  const trial = useTrial(rule)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setError(undefined)
    call('/api/furniture-rules', { method: 'POST', body: rule }).then(() => {
      setPattern('')
      notify(trial.data?.articles ? `The rule holds from now on. ${amount(trial.data.articles, 'article was', 'articles were')} read before it: “Read again” at the rule reaches them.` : 'The rule holds from now on.', { type: 'info' })
      outdated('furniture-rules')
    }, setError)
  }
  return (
    <form className="stacked edit rule-form" onSubmit={add}>
      <label>
        <span>
          Line <span className="facts">as it stands in the text; * for any words</span>
        </span>
        <input value={pattern} maxLength={300} required onChange={({ target }) => setPattern(target.value)} />
      </label>
      <PublisherInput value={publisher} onChange={setPublisher} />
      {asked.length >= 3 && trial.error !== null && <p role="alert">{faultOf(trial.error)}</p>}
      {asked.length >= 3 && trial.isPending && <Skeleton lines={2} />}
      {asked.length >= 3 && trial.error === null && trial.data !== undefined && <Trial trial={trial.data} />}
      {error !== undefined && <Failed what="The rule" error={error} />}
      <div className="actions">
        <button className="strong" disabled={asked.length < 3 || trial.data === undefined || trial.error !== null}>
          Add the rule
        </button>
      </div>
    </form>
  )
}

interface Rule {
  readonly pattern: string
  readonly publisher?: string
}

function tried(rule: Rule, signal?: AbortSignal): Promise<RuleTrialAnswer> {
  return call<RuleTrialAnswer>('/api/furniture-rules', { method: 'POST', body: { ...rule, dryRun: true }, ...(signal && { signal }) })
}

function useTrial(rule: Rule): UseQueryResult<RuleTrialAnswer> {
  return useQuery({
    queryKey: ['furniture-trial', rule],
    queryFn: ({ signal }) => tried(rule, signal),
    enabled: rule.pattern.length >= 3,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
}

function PublisherInput({ value, onChange }: { readonly value: string; readonly onChange: (publisher: string) => void }): ReactElement {
  const { publisher = {} } = useFacets({})
  return (
    <label>
      <span>
        Publisher <span className="facts">if only there</span>
      </span>
      <input value={value} list="known-publishers" onChange={({ target }) => onChange(target.value)} />
      <datalist id="known-publishers">
        {Object.keys(publisher).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  )
}

function Trial({ trial: { articles, lines, looked, samples } }: { readonly trial: RuleTrialAnswer }): ReactElement {
  return (
    <div className="order-preview" role="status">
      <p className="figures">
        {lines === 0 ? `No line of ${amount(looked, 'article', 'articles')} fits.` : `It fits ${amount(lines, 'line', 'lines')} in ${amount(articles, 'article', 'articles')} of ${amount(looked, 'article', 'articles')} that it is for.`}
      </p>
      <ul>
        {samples.map(({ articleId, headline, line }) => (
          <li key={articleId}>
            <s className="piece-furniture">{line}</s> <Link to={`/articles/${articleId}/show`}>{headline || 'Without a headline'}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of a field: what is wrong with it says more than that something is. */
function faultOf(error: unknown): string {
  const faults = error instanceof ProblemError ? (error.told['errors'] as readonly { readonly message: string }[] | undefined) : undefined
  return faults?.[0] === undefined ? sentenceOf(error) : `This line ${faults[0].message}.`
}
