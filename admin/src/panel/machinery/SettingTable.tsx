// How are settings that only the operator changes shown? Name, value in its unit, and what it does.
import type { ReactElement } from 'react'
import { bytes, counted } from '../../evidence/numbers.ts'
import type { SystemAnswer } from '../archive/stats.ts'

export function SettingTable({ caption, rows }: { readonly caption: string; readonly rows: SystemAnswer['limits'] }): ReactElement {
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
