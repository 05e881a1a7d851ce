// What time is it? Asked of a value, so that tests can say.

export type Clock = () => Date

export const systemClock: Clock = () => new Date()
