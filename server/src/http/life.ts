// Is the service fit to be asked? One value that readiness, uploads and the graceful stop look at.

export type Phase = 'starting' | 'serving' | 'stopping'

export interface Life {
  phase(): Phase
  serve(): void
  /** Readiness is refused from here on, and long-lived streams end. */
  stop(): void
  /** Calls back once when it stops; returns how to forget that. */
  onStop(listener: () => void): () => void
}

export function newLife(): Life {
  let phase: Phase = 'starting'
  const listeners = new Set<() => void>()
  return {
    phase: () => phase,
    serve: () => {
      if (phase === 'starting') phase = 'serving'
    },
    stop: () => {
      if (phase === 'stopping') return
      phase = 'stopping'
      for (const listener of listeners) listener()
      listeners.clear()
    },
    onStop: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
