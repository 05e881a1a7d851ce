// What came in, and how is it related? Each plot with a sentence that says the same, and a table for who wants the figures.
import { useState, type ReactElement, type ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { amount, counted, day } from '../../evidence/numbers.ts'
import { isRelation, percent, wordsFor } from '../../evidence/words.ts'
import type { StatsAnswer } from '../archive/stats.ts'

const HEIGHT = 220

export function Plots({ stats }: { readonly stats: StatsAnswer }): ReactElement {
  const relations = Object.entries(stats.relations).sort(([, one], [, other]) => other - one)
  return (
    <div className="plots">
      <Plot title="Articles by the day they came in" says={daysSentence(stats)} columns={['Day', 'New', 'Told before']} rows={stats.days.map((one) => [day(one.day), counted(one.new), counted(one.copies)])}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <BarChart data={[...stats.days]} accessibilityLayer={false}>
            <XAxis dataKey="day" tick={{ fill: 'var(--quiet)', fontSize: 12 }} stroke="var(--line)" />
            <YAxis allowDecimals={false} width={40} tick={{ fill: 'var(--quiet)', fontSize: 12 }} stroke="var(--line)" />
            <Tooltip cursor={{ fill: 'var(--wash)' }} contentStyle={{ background: 'var(--paper)', borderColor: 'var(--line)', color: 'var(--ink)' }} />
            <Bar dataKey="new" name="New" stackId="one" fill="var(--accent)" maxBarSize={40} isAnimationActive={false} />
            <Bar dataKey="copies" name="Told before" stackId="one" fill="var(--brown)" maxBarSize={40} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </Plot>
      <Plot title="How copies relate to their principals" says={relationsSentence(relations)} columns={['Relation', 'Articles']} rows={relations.map(([name, count]) => [relationLink(name), counted(count)])}>
        <Bars rows={relations.map(([name, count]) => ({ name: relationLink(name), value: count }))} />
      </Plot>
      <Plot
        title="Publishers with the most articles"
        says={publishersSentence(stats)}
        columns={['Publisher', 'Articles', 'Told before']}
        rows={stats.publishers.map((one) => [publisherLink(one.publisher), counted(one.articles), counted(one.copies)])}
      >
        <Bars rows={stats.publishers.map((one) => ({ name: publisherLink(one.publisher), value: one.articles, part: one.copies }))} />
      </Plot>
    </div>
  )
}

interface PlotProps {
  readonly title: string
  readonly says: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
  readonly children: ReactNode
}

function Plot({ title, says, columns, rows, children }: PlotProps): ReactElement {
  const [table, setTable] = useState(false)
  return (
    <section className="plot">
      <h2>{title}</h2>
      <p className="facts">{says}</p>
      {rows.length > 0 && (table ? <Figures title={title} columns={columns} rows={rows} /> : children)}
      {rows.length > 0 && (
        <button type="button" className="plain" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? 'View as plot' : 'View as table'}
          <span className="hidden">: {title}</span>
        </button>
      )}
    </section>
  )
}

function Figures({ title, columns, rows }: Omit<PlotProps, 'says' | 'children'>): ReactElement {
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={title}>
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
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Bars that are a list: a name that leads on, its figure, and its length. */
function Bars({ rows }: { readonly rows: readonly { readonly name: ReactNode; readonly value: number; readonly part?: number }[] }): ReactElement {
  const most = Math.max(1, ...rows.map((row) => row.value))
  return (
    <ul className="bars figures">
      {rows.map((row, index) => (
        <li key={index}>
          <span className="bars-name">{row.name}</span>
          <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-share" width={(row.value / most) * 100} height="4" />
            {row.part !== undefined && <rect className="bar-part" x={((row.value - row.part) / most) * 100} width={(row.part / most) * 100} height="4" />}
          </svg>
          <span>
            {counted(row.value)}
            {row.part !== undefined && row.part > 0 && <span className="facts"> {counted(row.part)} told before</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function relationLink(name: string): ReactNode {
  return <Link to={listOf({ relation: name })}>{isRelation(name) ? wordsFor(name).label : name}</Link>
}

function publisherLink(publisher: string): ReactNode {
  return <Link to={listOf({ publisher })}>{publisher}</Link>
}

function listOf(filter: Readonly<Record<string, string>>): string {
  return `/articles?filter=${encodeURIComponent(JSON.stringify(filter))}`
}

function daysSentence({ days }: StatsAnswer): string {
  const fresh = days.reduce((sum, one) => sum + one.new, 0)
  const copies = days.reduce((sum, one) => sum + one.copies, 0)
  if (fresh + copies === 0) return 'Nothing came in during this range.'
  return `${amount(fresh + copies, 'article', 'articles')} on ${amount(days.length, 'day', 'days')}: ${counted(fresh)} new, ${counted(copies)} told before (${percent(copies / (fresh + copies))}).`
}

function relationsSentence(relations: readonly (readonly [string, number])[]): string {
  const [first] = relations
  if (first === undefined) return 'No article of this range is a copy of another.'
  return `Most often: ${isRelation(first[0]) ? wordsFor(first[0]).label.toLowerCase() : first[0]}, ${amount(first[1], 'time', 'times')}.`
}

function publishersSentence({ publishers }: StatsAnswer): string {
  const [first] = publishers
  return first === undefined ? 'No article of this range names its publisher.' : `${first.publisher} leads with ${amount(first.articles, 'article', 'articles')}.`
}
