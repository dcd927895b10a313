const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const

/** How long ago (or from now) a time is, in the largest whole unit; times in milliseconds since the epoch. */
export function relativeTime(
  time: number,
  now: number,
): { readonly amount: number; readonly unit: 'day' | 'hour' | 'minute' | 'second' } {
  const difference = time - now
  for (const { unit, ms } of steps) {
    if (Math.abs(difference) >= ms) return { amount: Math.trunc(difference / ms), unit }
  }
  return { amount: 0, unit: 'second' }
}

/** True when two times fall on the same day of the local calendar. */
export function sameLocalDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}
