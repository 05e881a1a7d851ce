// What frames a plot? Its name, a sentence that says the same, the key to its tones, and a table for who wants the figures.
import { useState, type ReactElement, type ReactNode } from 'react'

export interface Series {
  readonly name: string
  readonly tone: 'new' | 'near' | 'exact' | 'bad'
}

interface PlotProps {
  readonly title: string
  readonly says: string
  readonly columns: readonly string[]
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly ReactNode[])[]
  readonly series?: readonly Series[]
  readonly wide?: boolean
  readonly children: ReactNode
}

export function Plot({ title, says, columns, rows, series = [], wide = false, children }: PlotProps): ReactElement {
  const [table, setTable] = useState(false)
  return (
    <section className={wide ? 'plot wide' : 'plot'}>
      <div className="plot-head">
        <h2>{title}</h2>
        {rows.length > 0 && (
          <button type="button" className="plain" aria-pressed={table} onClick={() => setTable(!table)}>
            View as {table ? 'plot' : 'table'}
            <span className="hidden">: {title}</span>
          </button>
        )}
      </div>
      <p className="facts">{says}</p>
      {series.length > 1 && !table && rows.length > 0 && <Key series={series} />}
      {rows.length > 0 && (table ? <Figures title={title} columns={columns} rows={rows} /> : children)}
    </section>
  )
}

function Key({ series }: { readonly series: readonly Series[] }): ReactElement {
  return (
    <ul className="plot-key" aria-hidden="true">
      {series.map(({ name, tone }) => (
        <li key={name}>
          <svg width="10" height="10">
            <rect className={`tone-${tone}`} width="10" height="10" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

function Figures({ title, columns, rows }: Pick<PlotProps, 'title' | 'columns' | 'rows'>): ReactElement {
  return (
    <div className="scroller plot-table" tabIndex={0} role="region" aria-label={title}>
      <table className="grounds-table figures">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
