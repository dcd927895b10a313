/** Leads that arrived lately: `at` in milliseconds of a steady clock. */
export type Arrivals = readonly { readonly at: number; readonly count: number }[]

const spanMs = 3000
/** Above this many a second the list shows a rate. */
const shownRate = 10

/** The arrivals with a new batch, those too old to matter left out. */
export function addArrivals(arrivals: Arrivals, at: number, count: number): Arrivals {
  return [...arrivals.filter((arrival) => arrival.at > at - spanMs), { at, count }]
}

/** Leads a second over the last three seconds, rounded; null when it is not above {@link shownRate}. */
export function arrivalRate(arrivals: Arrivals, now: number): number | null {
  const count = arrivals.reduce((sum, arrival) => (arrival.at > now - spanMs ? sum + arrival.count : sum), 0)
  const rate = Math.round(count / (spanMs / 1000))
  return rate > shownRate ? rate : null
}
