// What came in, how is it related, and how do people get on with it? Each plot leads to the list behind it.
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import { amount, counted } from '../../evidence/numbers.ts'
import { isRelation, percent, wordsFor } from '../../evidence/words.ts'
import type { StatsAnswer } from '../archive/stats.ts'
import { Bars } from './Bars.tsx'
import { Course } from './Course.tsx'
import { Plot, type Series } from './Plot.tsx'
import { daysSay, lasting, publishersSay, queueSays, relationsSay, reviewSays, shareOf, shareSays } from './said.ts'
import { articlesOf, boundsOf, decisionsOf, listOf, longName, shortName } from './steps.ts'

interface PlotsProps {
  readonly stats: StatsAnswer
}

export function Plots({ stats }: PlotsProps): ReactElement {
  return (
    <div className="plots">
      <Days stats={stats} />
      <Share stats={stats} />
      <Review stats={stats} />
      <Relations stats={stats} />
      <Publishers stats={stats} />
      <Queue stats={stats} />
    </div>
  )
}

const CAME_IN: readonly Series[] = [{ name: 'New', tone: 'new' }, { name: 'Near-copy', tone: 'near' }, { name: 'Exact copy', tone: 'exact' }]

function Days({ stats }: PlotsProps): ReactElement {
  const { step, days } = stats
  const title = step === 'hour' ? 'Articles by the hour' : `Articles by the ${step}`
  const steps = days.map((one) => {
    const values = [one.new, one.copies - one.exact, one.exact]
    return { name: shortName(one.day, step), to: articlesOf(one.day, step), values, says: `${longName(one.day, step)}: ${counted(one.new)} new, ${amount(one.copies - one.exact, 'near-copy', 'near-copies')}, ${amount(one.exact, 'exact copy', 'exact copies')}` }
  })
  const rows = days.filter((one) => one.new + one.copies > 0).map((one) => [<Link key="day" to={articlesOf(one.day, step)}>{longName(one.day, step)}</Link>, counted(one.new), counted(one.copies - one.exact), counted(one.exact)])
  return (
    <Plot title={title} says={daysSay(stats)} wide series={CAME_IN} columns={['When', 'New', 'Near-copies', 'Exact copies']} rows={rows}>
      <Course title={title} form="columns" whole steps={steps} series={CAME_IN} valueOf={counted} />
    </Plot>
  )
}

function Share({ stats }: PlotsProps): ReactElement {
  const { step, days } = stats
  const came = days.filter((one) => one.new + one.copies > 0)
  const steps = days.map((one) => {
    const some = one.new + one.copies > 0
    return { name: shortName(one.day, step), to: articlesOf(one.day, step), values: [some ? shareOf(one) : undefined], says: `${longName(one.day, step)}: ${some ? `${percent(shareOf(one))} told before` : 'nothing came in'}` }
  })
  return (
    <Plot title="Share that was told before" says={shareSays(stats)} columns={['When', 'Told before', 'Of']} rows={came.map((one) => [<Link key="day" to={articlesOf(one.day, step)}>{longName(one.day, step)}</Link>, percent(shareOf(one)), amount(one.new + one.copies, 'article', 'articles')])}>
      <Course title="Share that was told before" form="line" least={0.2} steps={steps} series={[{ name: 'Told before', tone: 'exact' }]} valueOf={percent} />
    </Plot>
  )
}

function Relations({ stats }: PlotsProps): ReactElement {
  const { relations } = stats
  const sorted = Object.entries(relations).sort(([, one], [, other]) => other - one)
  const bars = sorted.map(([relation, value]) => ({ name: isRelation(relation) ? wordsFor(relation).label : relation, to: listOf({ relation, ...sinceOf(stats) }), value }))
  return (
    <Plot title="Kinds of copies" says={relationsSay(relations)} columns={['Kind', 'Articles']} rows={bars.map((bar) => [<Link key="kind" to={bar.to}>{bar.name}</Link>, counted(bar.value)])}>
      <Bars rows={bars} />
    </Plot>
  )
}

function Publishers({ stats }: PlotsProps): ReactElement {
  const bars = stats.publishers.map(({ publisher, articles, copies }) => ({ name: publisher, to: listOf({ publisher, ...sinceOf(stats) }), value: articles, part: copies, says: copies === 0 ? 'none told before' : `${counted(copies)} told before` }))
  return (
    <Plot title="Sources by copies" says={publishersSay(stats)} series={[{ name: 'Told before', tone: 'exact' }, { name: 'All articles', tone: 'new' }]} columns={['Publisher', 'Told before', 'Articles']} rows={bars.map((bar) => [<Link key="name" to={bar.to}>{bar.name}</Link>, counted(bar.part), counted(bar.value)])}>
      <Bars rows={bars} />
    </Plot>
  )
}

/** The list behind a bar is of the same range as the bar. */
function sinceOf({ range, step, days: [first] }: StatsAnswer): Readonly<Record<string, string>> {
  return range === 'all' || first === undefined ? {} : { createdFrom: boundsOf(first.day, step).from }
}

const VERDICTS: readonly Series[] = [{ name: 'Confirmed', tone: 'new' }, { name: 'Overturned', tone: 'bad' }]

function Review({ stats }: PlotsProps): ReactElement {
  const { step, review } = stats
  const steps = review.days.map((one) => ({ name: shortName(one.day, step), to: decisionsOf(one.day, step), values: [one.confirmed, one.overturned], says: `${longName(one.day, step)}: ${counted(one.confirmed)} confirmed, ${counted(one.overturned)} overturned` }))
  const rows = review.days.filter((one) => one.confirmed + one.overturned > 0).map((one) => [<Link key="day" to={decisionsOf(one.day, step)}>{longName(one.day, step)}</Link>, counted(one.confirmed), counted(one.overturned), percent(one.overturned / (one.confirmed + one.overturned))])
  return (
    <Plot title="Reviews, and verdicts overturned" says={reviewSays(stats)} series={VERDICTS} columns={['When', 'Confirmed', 'Overturned', 'Overturn rate']} rows={rows}>
      <Course title="Reviews, and verdicts overturned" form="columns" whole steps={steps} series={VERDICTS} valueOf={counted} />
    </Plot>
  )
}

function Queue({ stats }: PlotsProps): ReactElement {
  const { step, queue } = stats
  const now = Date.now()
  const ended = (day: string): number => Math.min(now, Date.parse(boundsOf(day, step).to))
  const wait = (one: (typeof queue.days)[number]): string => (one.oldest === undefined ? 'none' : lasting(ended(one.day) - Date.parse(one.oldest)))
  const to = '/clusters?status=open'
  const steps = queue.days.map((one) => ({ name: shortName(one.day, step), to, values: [one.depth], says: `${longName(one.day, step)}: ${amount(one.depth, 'story waited', 'stories waited')}${one.oldest === undefined ? '' : `, the oldest for ${wait(one)}`}` }))
  const rows = queue.days.some((one) => one.depth > 0) ? queue.days.map((one) => [longName(one.day, step), counted(one.depth), wait(one)]) : []
  return (
    <Plot title="Stories that wait for a review" says={queueSays(stats, now)} wide columns={['When', 'Waiting', 'Oldest wait']} rows={rows}>
      <Course title="Stories that wait for a review" form="line" whole steps={steps} series={[{ name: 'Waiting', tone: 'new' }]} valueOf={counted} />
    </Plot>
  )
}
