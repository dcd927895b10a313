const intervalMs = 1000

export type UnmatchedLimit = {
  /** To be called after unmatched requests were stored. */
  readonly enforce: () => void
  readonly stop: () => void
}

/**
 * Keeps only the newest unmatched requests. Removing costs a transaction, so under a flood it is done at most once a
 * second, and a last time after it.
 * @param trim removes what is too much and returns the ids that went
 */
export function createUnmatchedLimit(
  trim: () => readonly number[],
  onRemoved: (ids: readonly number[]) => void,
): UnmatchedLimit {
  let timer: NodeJS.Timeout | null = null
  let again = false

  function run(): void {
    again = false
    const removed = trim()
    if (removed.length > 0) onRemoved(removed)
    timer = setTimeout(() => {
      timer = null
      if (again) run()
    }, intervalMs)
    timer.unref()
  }

  return {
    enforce() {
      if (timer) again = true
      else run()
    },
    stop() {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
