// How far apart do two points of a plot over time lie? A step is named by the begin of its time, as the first letters of
// an ISO 8601 time, UTC: `2024-11`, `2024-11-21`, `2024-11-21T14`. So its name sorts, and times are sorted into it.

export const STEPS = ['hour', 'day', 'month'] as const
export type Step = (typeof STEPS)[number]

/** Letters of a time that name its step. */
export const STEP_LETTERS: Readonly<Record<Step, number>> = { hour: 13, day: 10, month: 7 }
