// How is a step of time called, and which list shows what came in it?
import type { StatsAnswer } from '../archive/stats.ts'

type Step = StatsAnswer['step']

const LONG: Readonly<Record<Step, Intl.DateTimeFormat>> = {
  hour: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}
const SHORT: Readonly<Record<Step, Intl.DateTimeFormat>> = {
  hour: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' }),
}

/** "Mon, 23 Nov 2026", "Mon 23 Nov, 14:00 UTC", "November 2026". */
export function longName(day: string, step: Step): string {
  return `${LONG[step].format(beginOf(day))}${step === 'hour' ? ' UTC' : ''}`
}

/** Below the plot. */
export function shortName(day: string, step: Step): string {
  return SHORT[step].format(beginOf(day))
}

/** From its begin to the begin of the next, ISO 8601. */
export function boundsOf(day: string, step: Step): { readonly from: string; readonly to: string } {
  const begin = beginOf(day)
  const next = new Date(begin)
  if (step === 'hour') next.setUTCHours(next.getUTCHours() + 1)
  else if (step === 'day') next.setUTCDate(next.getUTCDate() + 1)
  else next.setUTCMonth(next.getUTCMonth() + 1)
  return { from: begin.toISOString(), to: next.toISOString() }
}

/** The address of the articles with these filters. */
export function listOf(filter: Readonly<Record<string, string>>): string {
  return `/articles?filter=${encodeURIComponent(JSON.stringify(filter))}`
}

export function articlesOf(day: string, step: Step): string {
  const { from, to } = boundsOf(day, step)
  return listOf({ createdFrom: from, createdTo: to })
}

export function decisionsOf(day: string, step: Step): string {
  const { from, to } = boundsOf(day, step)
  return `/decisions?${new URLSearchParams({ from, to })}`
}

function beginOf(day: string): Date {
  return new Date(day.length === 7 ? `${day}-01T00:00:00Z` : day.length === 10 ? `${day}T00:00:00Z` : `${day}:00:00Z`)
}
