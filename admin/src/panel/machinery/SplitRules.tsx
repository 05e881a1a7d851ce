// How are the files of one source cut, once and for all? A rule is tried on the newest files before it holds.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { useCanAccess, useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import type { SplitRuleAnswer, SplitTrialAnswer } from '../../../../server/src/http/contract/split-rules.ts'
import { sentenceOf } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import { Ago } from '../frame/Ago.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { ReadBefore } from './ReadBefore.tsx'

type Cut = SplitRuleAnswer['cut']
const CUTS: Readonly<Record<Cut, string>> = { after: 'An article ends with each such line', before: 'An article begins with each such line', nowhere: 'A file is one article' }

export function SplitRules(): ReactElement {
  const { canAccess: mayAdd } = useCanAccess({ resource: 'splitRules', action: 'add' })
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['split-rules'], queryFn: ({ signal }) => call<{ data: readonly SplitRuleAnswer[] }>('/api/split-rules', { signal }) })
  return (
    <section aria-labelledby="split-rules">
      <h2 className="section" id="split-rules">
        Digests of one source
      </h2>
      <p className="facts">How the files of a source are cut into articles, where the archive does not see it by itself. It holds for what is read from now on; what a person corrected in a file stays.</p>
      {error !== null && <Failed what="The rules on cutting" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton lines={2} />}
      {data?.data.length === 0 && <p>No rules on cutting yet.</p>}
      <ul className="people">
        {(data?.data ?? []).map((rule) => (
          <RuleRow key={rule.id} rule={rule} mayRemove={mayAdd === true} />
        ))}
      </ul>
      {mayAdd === true && <NewRule />}
    </section>
  )
}

function RuleRow({ rule: { id, files, publisher, cut, line, by, createdAt }, mayRemove }: { readonly rule: SplitRuleAnswer; readonly mayRemove: boolean }): ReactElement {
  const notify = useNotify()
  const source = [files, publisher].filter(Boolean).join(', ')
  const remove = (): void => {
    call(`/api/split-rules/${id}`, { method: 'DELETE' }).then(() => outdated('split-rules'), (error: unknown) => notify(sentenceOf(error), { type: 'warning' }))
  }
  return (
    <li className="person">
      <p>
        <span className="headline">{source}</span>
        <br />
        <span className="facts">
          {CUTS[cut]}
          {line !== undefined && `: “${line}”`} · by {by}, <Ago at={createdAt} />
        </span>
      </p>
      {mayRemove && (
        <button type="button" className="plain" aria-label={`Remove the rule for ${source}`} onClick={remove}>
          Remove
        </button>
      )}
    </li>
  )
}

function NewRule(): ReactElement {
  const [[files = '', publisher = '', line = ''], setWords] = useState<readonly string[]>([])
  const [cut, setCut] = useState<Cut>('after')
  const [trial, setTrial] = useState<SplitTrialAnswer>()
  const [before, setBefore] = useState<readonly string[]>()
  const [error, setError] = useState<unknown>()
  const rule = { cut, ...(files && { files }), ...(publisher && { publisher }), ...(cut !== 'nowhere' && line && { line }) }
  const change = (at: number, value: string): void => {
    setTrial(undefined)
    setBefore(undefined)
    setWords((words) => [0, 1, 2].map((index) => (index === at ? value : (words[index] ?? ''))))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setError(undefined)
    if (trial === undefined) call<SplitTrialAnswer>('/api/split-rules', { method: 'POST', body: { ...rule, dryRun: true } }).then(setTrial, setError)
    else call('/api/split-rules', { method: 'POST', body: rule }).then(() => {
      setBefore(trial.articleIds)
      setTrial(undefined)
      setWords([])
      outdated('split-rules')
    }, setError)
  }
  return (
    <>
      <form className="stacked edit rule-form" onSubmit={submit}>
        <Source files={files} publisher={publisher} onChange={change} />
        <CutChoice cut={cut} onChange={(next) => { setTrial(undefined); setCut(next) }} />
        {cut !== 'nowhere' && (
          <label>
            <span>The line between articles</span>
            <input value={line} maxLength={300} required onChange={({ target }) => change(2, target.value)} />
          </label>
        )}
        {trial !== undefined && <Trial trial={trial} />}
        {error !== undefined && <Failed what="The rule on cutting" error={error} />}
        <div className="actions">
          <button className={trial === undefined ? '' : 'strong'}>{trial === undefined ? 'See what it would change' : 'Add the rule on cutting'}</button>
        </div>
      </form>
      {before !== undefined && <ReadBefore ids={before} />}
    </>
  )
}

interface SourceProps {
  readonly files: string
  readonly publisher: string
  readonly onChange: (at: 0 | 1, value: string) => void
}

function Source({ files, publisher, onChange }: SourceProps): ReactElement {
  return (
    <>
      <label>
        <span>
          Files <span className="facts">by name; * for any words, as digest-*.txt</span>
        </span>
        <input value={files} maxLength={300} required={!publisher} onChange={({ target }) => onChange(0, target.value)} />
      </label>
      <label>
        <span>
          From the publisher <span className="facts">if only those</span>
        </span>
        <input value={publisher} maxLength={2_000} onChange={({ target }) => onChange(1, target.value)} />
      </label>
    </>
  )
}

function CutChoice({ cut, onChange }: { readonly cut: Cut; readonly onChange: (cut: Cut) => void }): ReactElement {
  return (
    <label>
      <span>Cut</span>
      <select value={cut} onChange={({ target }) => onChange(target.value as Cut)}>
        {Object.entries(CUTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Trial({ trial: { files, tried, changed, samples } }: { readonly trial: SplitTrialAnswer }): ReactElement {
  return (
    <div className="order-preview" role="status">
      <p className="figures">
        It fits {amount(files, 'file', 'files')} of those that came last. {amount(tried, 'was', 'were')} read with it: {amount(changed, 'file', 'files')} would be cut otherwise.
      </p>
      <ul>
        {samples.map(({ documentId, name, articles, becomes }) => (
          <li key={documentId}>
            <Link to={`/files/${documentId}/split`}>{name}</Link>: {amount(articles, 'article', 'articles')} would become {becomes}
          </li>
        ))}
      </ul>
    </div>
  )
}
