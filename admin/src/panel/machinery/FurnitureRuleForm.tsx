// Which line is furniture from now on? What the rule would strike in the archive is shown while one writes; once it holds,
// the articles that were read before it can be read again at once.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useDeferredValue, useState, type FormEvent, type ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { LETTERS_LEAST, PATTERN_MOST } from '../../../../server/src/domain/furniture-rule.ts'
import type { RuleTrialAnswer } from '../../../../server/src/http/contract/furniture-rules.ts'
import { ProblemError, sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { useFacets } from '../articles/filters.ts'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { ReadBefore } from './ReadBefore.tsx'

export interface FurnitureRule {
  readonly pattern: string
  readonly publisher?: string
}

export function triedRule(rule: FurnitureRule, signal?: AbortSignal): Promise<RuleTrialAnswer> {
  return call<RuleTrialAnswer>('/api/furniture-rules', { method: 'POST', body: { ...rule, dryRun: true }, ...(signal && { signal }) })
}

/** `first`: what the form begins with; `onClose` where it stands in a dialog. */
export function FurnitureRuleForm({ first, onClose }: { readonly first?: FurnitureRule; readonly onClose?: () => void }): ReactElement {
  const [pattern, setPattern] = useState(first?.pattern ?? '')
  const [publisher, setPublisher] = useState(first?.publisher ?? '')
  const [before, setBefore] = useState<readonly string[]>()
  const [error, setError] = useState<unknown>()
  const asked = useDeferredValue(pattern.trim())
  const rule = { pattern: asked, ...(publisher.trim() !== '' && { publisher: publisher.trim() }) }
  const trial = useTrial(rule)
  const enough = asked.length >= LETTERS_LEAST
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setError(undefined)
    call('/api/furniture-rules', { method: 'POST', body: rule }).then(() => {
      setPattern('')
      setBefore(trial.data?.articleIds ?? [])
      outdated('furniture-rules')
    }, setError)
  }
  return (
    <>
      <form className="stacked edit rule-form" onSubmit={add}>
        <label>
          <span>
            Line <span className="facts">as it stands in the text; * for any words</span>
          </span>
          <input value={pattern} maxLength={PATTERN_MOST} required onChange={({ target }) => setPattern(target.value)} />
        </label>
        <PublisherInput value={publisher} onChange={setPublisher} />
        {enough && trial.error !== null && <p role="alert">{faultOf(trial.error)}</p>}
        {enough && trial.isPending && <Skeleton lines={2} />}
        {enough && trial.error === null && trial.data !== undefined && <Trial trial={trial.data} />}
        {error !== undefined && <Failed what="The rule" error={error} />}
        <div className="actions">
          <button className="strong" disabled={!enough || trial.data === undefined || trial.error !== null}>
            Add the rule
          </button>
          {onClose !== undefined && (
            <button type="button" onClick={onClose}>
              Close
            </button>
          )}
        </div>
      </form>
      {before !== undefined && asked === '' && <ReadBefore ids={before} />}
    </>
  )
}

function useTrial(rule: FurnitureRule): UseQueryResult<RuleTrialAnswer> {
  return useQuery({
    queryKey: ['furniture-trial', rule],
    queryFn: ({ signal }) => triedRule(rule, signal),
    enabled: rule.pattern.length >= LETTERS_LEAST,
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
