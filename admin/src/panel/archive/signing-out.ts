// Who must forget when somebody signs out? Whatever remembers for a person says so here; the panel stays loaded.

const listeners = new Set<() => void>()

export function onSignedOut(listener: () => void): void {
  listeners.add(listener)
}

export function signedOut(): void {
  for (const listener of listeners) listener()
  try {
    sessionStorage.clear()
  } catch {
    // Storage is forbidden here: nothing was kept.
    return
  }
}
