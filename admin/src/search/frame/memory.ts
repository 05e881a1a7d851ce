// What does this browser remember? Its owner's habits, a few words each, and what of theirs was not sent yet; a browser that
// keeps nothing still works.

/** Before the names of all that is ours here. */
export const OURS = 'copydesk:'

type Remembered = 'theme' | 'keys' | 'grouping' | 'clusters' | 'columns' | 'advance' | `kept:${string}`

export function remembered(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(OURS + name) ?? undefined
  } catch {
    // Storage is forbidden here: the usual setting holds.
    return undefined
  }
}

export function remember(name: Remembered, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(OURS + name)
    else localStorage.setItem(OURS + name, value)
  } catch {
    // Storage is forbidden here: the choice holds until the page is left.
  }
}
