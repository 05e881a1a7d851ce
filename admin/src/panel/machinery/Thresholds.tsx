// From which measures on is a text a copy? Each threshold with what it does; another value is tried on everything that was
// ever judged, by rule and by people, before anybody wants it.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import type { RematchAnswer, ThresholdsAnswer } from '../../../../server/src/http/contract/rematch.ts'
import { session } from '../archive/access.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'
import type { SystemAnswer } from '../archive/stats.ts'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { RematchReport } from './RematchReport.tsx'
import { SettingTable } from './SettingTable.tsx'

type Threshold = ThresholdsAnswer['data'][number]

export function Thresholds({ told }: { readonly told: SystemAnswer['thresholds'] }): ReactElement {
  const { data: open } = useQuery({ queryKey: ['may-rematch'], queryFn: async () => (await session()).may.some((right) => right.startsWith('rematch')) })
  const { data, error, isLoading, refetch } = useQuery({ queryKey: ['thresholds'], queryFn: ({ signal }) => call<ThresholdsAnswer>('/api/rematch/thresholds', { signal }), enabled: open === true, retry: false })
  return (
    <section aria-labelledby="thresholds">
      <h2 className="section" id="thresholds">
        Thresholds of matching
      </h2>
      <p className="facts">Measured on real documents, each written down with unit, reason and source. Decisions of editors outrank them all.</p>
      {open === false && <SettingTable caption="Thresholds" rows={told} />}
      {error !== null && <Failed what="The thresholds" error={error} onAgain={() => void refetch()} />}
      {isLoading && <Skeleton lines={4} />}
      {data !== undefined && <Trying thresholds={data.data} />}
    </section>
  )
}

function Trying({ thresholds }: { readonly thresholds: readonly Threshold[] }): ReactElement {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [report, setReport] = useState<RematchAnswer>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const changed = Object.fromEntries(thresholds.flatMap(({ name, value }) => (values[name] === undefined || values[name] === '' || Number(values[name]) === value ? [] : [[name, Number(values[name])]])))
  const some = Object.keys(changed).length > 0
  const run = (dryRun: boolean): void => {
    setBusy(true)
    setError(undefined)
    call<RematchAnswer>('/api/rematch', { method: 'POST', body: dryRun ? { dryRun, ...(some && { thresholds: changed }) } : {} })
      .then((answer) => {
        setReport(answer)
        if (!dryRun) outdated('articles', 'clusters', 'stats')
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        run(true)
      }}
    >
      <details className="thresholds">
        <summary>All {thresholds.length} thresholds, each to be tried with another value</summary>
        <ThresholdTable thresholds={thresholds} values={values} onChange={(name, value) => setValues({ ...values, [name]: value })} />
      </details>
      <div className="actions">
        <button className="strong" disabled={busy}>
          {some ? 'Try these values' : 'See what the rules say today'}
        </button>
        {some && (
          <button type="button" onClick={() => setValues({})}>
            Back to what holds
          </button>
        )}
        <button type="button" disabled={busy || some} title={some ? 'Only values that stand in the matcher can be applied' : undefined} onClick={() => run(false)}>
          Judge all pairs anew
        </button>
      </div>
      <p className="facts">
        A trial changes nothing. A value that proves itself is put into the matcher and its version is raised; then “Judge all pairs anew” applies it to every pair, and decisions stay as they are.
      </p>
      {busy && <Skeleton lines={4} />}
      {error !== undefined && !busy && <Failed what="The trial" error={error} onAgain={() => run(true)} />}
      {report !== undefined && !busy && <RematchReport report={report} />}
    </form>
  )
}

interface TableProps {
  readonly thresholds: readonly Threshold[]
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (name: string, value: string) => void
}

function ThresholdTable({ thresholds, values, onChange }: TableProps): ReactElement {
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label="Thresholds">
      <table className="grounds-table">
        <caption className="hidden">Thresholds</caption>
        <thead>
          <tr>
            <th scope="col">What it does</th>
            <th scope="col">Holds</th>
            <th scope="col">Try</th>
          </tr>
        </thead>
        <tbody>
          {thresholds.map(({ name, value, unit, says }) => (
            <tr key={name}>
              <th scope="row" className="says">
                {says} <code className="facts">{name}</code>
              </th>
              <td className="figures">{value}</td>
              <td>
                <input className="number" type="number" aria-label={`Try ${name}`} step={unit === 'share' ? 0.01 : 1} min={0} {...(unit === 'share' && { max: 1 })} value={values[name] ?? ''} placeholder={String(value)} onChange={({ target }) => onChange(name, target.value)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
