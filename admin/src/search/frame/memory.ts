// What does this browser remember of its owner's habits? A few words each; a browser that keeps nothing still works.

type Habit = 'theme' | 'keys' | 'grouping' | 'clusters' | 'columns' | 'advance'

export function remembered(habit: Habit): string | undefined {
  try {
    return localStorage.getItem(`copydesk:${habit}`) ?? undefined
  } catch {
    // Storage is forbidden here: the usual setting holds.
    return undefined
  }
}

export function remember(habit: Habit, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`copydesk:${habit}`)
    else localStorage.setItem(`copydesk:${habit}`, value)
  } catch {
    // Storage is forbidden here: the choice holds until the page is left.
  }
}
