// When were they published? Bars to look at and to click; the same years and months as buttons below, for keys and readers.
import { useState, type ReactElement } from 'react'
import { amount, counted, monthOrYear } from '../evidence/numbers.ts'
import { periods, type Counts, type Period } from './periods.ts'
import { inPeriod, periodOf, type Question } from './question.ts'

const HEIGHT = 48
const STEP = 10
const FIRST = 6

interface HistogramProps {
  readonly question: Question
  readonly counts: Counts
  readonly onChange: (question: Question) => void
}

export function Histogram({ question, counts, onChange }: HistogramProps): ReactElement | null {
  const [all, setAll] = useState(false)
  const chosen = periodOf(question)
  const shown = periods(counts, chosen)
  const ranged = question.publishedFrom !== undefined || question.publishedTo !== undefined
  if (shown.length === 0 && !ranged) return null
  const choose = (period: string): void => onChange(inPeriod(question, period === chosen ? widened(period) : period))
  const listed = [...shown].reverse().filter((one) => one.count > 0 || one.period === chosen)
  return (
    <section className="facet" aria-labelledby="facet-date">
      <h2 id="facet-date">Published</h2>
      <Bars shown={shown} chosen={chosen} onChoose={choose} />
      {ranged && (
        <button type="button" className="plain" onClick={() => onChange(inPeriod(question, chosen === undefined ? undefined : widened(chosen)))}>
          {chosen !== undefined && chosen.length > 4 ? `All of ${chosen.slice(0, 4)}` : 'All dates'}
        </button>
      )}
      <ul>
        {(all ? listed : listed.slice(0, FIRST)).map(({ period, count }) => (
          <li key={period}>
            <button type="button" className="facet-value" aria-pressed={period === chosen} onClick={() => choose(period)}>
              <span>{monthOrYear(period)}</span>
              <span className="figures">{counted(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {listed.length > FIRST && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${counted(listed.length)}`}
        </button>
      )}
    </section>
  )
}

/** A month widens to its year, a year to all dates. */
function widened(period: string): string | undefined {
  return period.length > 4 ? period.slice(0, 4) : undefined
}

interface BarsProps {
  readonly shown: readonly Period[]
  readonly chosen: string | undefined
  readonly onChoose: (period: string) => void
}

function Bars({ shown, chosen, onChoose }: BarsProps): ReactElement | null {
  const most = Math.max(...shown.map((one) => one.count), 1)
  const [first, last] = [shown[0], shown.at(-1)]
  if (shown.length < 2 || first === undefined || last === undefined) return null
  const whole = shown.reduce((sum, one) => sum + one.count, 0)
  return (
    <figure className="bars">
      <svg viewBox={`0 0 ${shown.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`${amount(whole, 'story', 'stories')} from ${monthOrYear(first.period)} to ${monthOrYear(last.period)}; the figures follow`}>
        {shown.map(({ period, count }, index) => {
          const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * (HEIGHT - 2)))
          return (
            <g key={period} className={period === chosen ? 'chosen' : undefined} onClick={() => onChoose(period)}>
              <title>{`${monthOrYear(period)}: ${counted(count)}`}</title>
              <rect className="bar-room" x={index * STEP} y={0} width={STEP} height={HEIGHT} />
              <rect className="bar-count" x={index * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height} />
            </g>
          )
        })}
      </svg>
      <figcaption aria-hidden="true">
        <span>{first.period}</span>
        <span>{last.period}</span>
      </figcaption>
    </figure>
  )
}
