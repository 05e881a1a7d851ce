// How are columns chosen? By their names, each on or off.
import type { ReactElement } from 'react'
import { Drop } from '../frame/Drop.tsx'
import { COLUMNS, type Column, showColumn, useColumns } from './columns.ts'

export function ColumnChoice(): ReactElement {
  const shown = useColumns()
  return (
    <Drop label="Columns">
      {() => (
        <fieldset className="plain-set">
          <legend className="hidden">Columns shown beside the headline</legend>
          {(Object.entries(COLUMNS) as [Column, string][]).map(([column, label]) => (
            <label key={column} className="switch">
              <input type="checkbox" checked={shown.has(column)} onChange={({ target }) => showColumn(column, target.checked)} /> {label}
            </label>
          ))}
        </fieldset>
      )}
    </Drop>
  )
}
