// Which settings hold, and how are they changed? Read-only here: limits belong to the operator's environment, thresholds
// to the code that measured them; keys and theme are each person's own.
import { useState, type ReactElement } from 'react'
import { bytes, counted } from '../../evidence/numbers.ts'
import { keysAreOn, switchKeys } from '../../search/frame/keys.ts'
import { type SystemAnswer, useSystem } from '../archive/stats.ts'
import { Page } from '../frame/Page.tsx'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'

export function SettingsPage(): ReactElement {
  const { data, error, isPending, refetch } = useSystem()
  const [keys, setKeys] = useState(keysAreOn)
  return (
    <Page title="Settings" intro="What holds now, and how it is changed.">
      {error !== null && <Failed what="The settings" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <h2 className="section">Limits</h2>
          <p className="facts">Set in the service’s environment under the name given, in mebibytes where the name ends in MB, and read at its start.</p>
          <Table caption="Limits" rows={data.limits} />
          <h2 className="section">Thresholds of matching</h2>
          <p className="facts">
            Measured on real documents, written down with unit, reason and source, and raised only with a new version of the matcher. To change one, change it in the file that it stands in, raise the version there, and run the
            matching bench. Decisions of editors outrank them all.
          </p>
          <Table caption="Thresholds" rows={data.thresholds} />
        </>
      )}
      <h2 className="section">Keys</h2>
      <label className="switch">
        <input
          type="checkbox"
          checked={keys}
          onChange={() => {
            switchKeys(!keys)
            setKeys(!keys)
          }}
        />{' '}
        Single keys do something (<kbd>?</kbd> lists them)
      </label>
    </Page>
  )
}

function Table({ caption, rows }: { readonly caption: string; readonly rows: SystemAnswer['limits'] }): ReactElement {
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={caption}>
      <table className="grounds-table">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code>{row.name}</code>
              </th>
              <td className="figures nowrap">{row.unit === 'bytes' ? bytes(row.value) : row.unit === 'share' ? `${Math.round(row.value * 100)} %` : counted(row.value)}</td>
              <td>{row.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
