/** Ends a send from outside, in whatever phase: the user's cancel, the time-out. */
export type Stopper = {
  readonly stop: (error: Error) => void
  /** Has the exchange of the moment hear of it, at once when it has happened already. */
  readonly onStop: (listener: (error: Error) => void) => void
  readonly release: () => void
}

export function createStopper(): Stopper {
  let reason: Error | null = null
  let listener: ((error: Error) => void) | null = null
  return {
    stop(error) {
      if (reason !== null) return
      reason = error
      listener?.(error)
    },
    onStop(heard) {
      listener = heard
      if (reason !== null) heard(reason)
    },
    release() {
      listener = null
    },
  }
}
