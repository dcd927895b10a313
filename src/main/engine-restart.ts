/** Milliseconds to wait before each restart in a row; the last one repeats. */
const longestDelay = 5000
const delays = [250, 500, 1000, 2000, longestDelay] as const

/** An engine that ran this long was sound: its end counts as the first again. */
const healthyMs = 60_000

/** After this many quick ends in a row restarting is given up until the user asks for it. */
export const quickEndsAllowed = 8

export type RestartDecision =
  | { readonly state: 'restart'; readonly attempt: number; readonly inMs: number }
  | { readonly state: 'gave-up' }

/**
 * What to do after the engine's process ended unasked.
 * @param quickEnds ends in a row before this one, each after less than a minute
 * @param uptimeMs how long the process that just ended had run
 */
export function decideRestart(quickEnds: number, uptimeMs: number): RestartDecision {
  const attempt = uptimeMs >= healthyMs ? 1 : quickEnds + 1
  if (attempt > quickEndsAllowed) return { state: 'gave-up' }
  return { state: 'restart', attempt, inMs: delays[Math.min(attempt, delays.length) - 1] ?? longestDelay }
}
