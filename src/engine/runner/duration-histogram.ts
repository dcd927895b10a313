/** Durations in buckets that each are one percent wider than the one before: 2,250 numbers, however many are added. */
export type DurationHistogram = {
  /** @param milliseconds at most an hour; longer ones count as an hour */
  readonly add: (milliseconds: number) => void
  /** The duration that this part (0.95) stayed below, within one percent; 0 when there is none. */
  readonly quantile: (part: number) => number
}

const smallest = 0.001
const largest = 3_600_000
const growth = Math.log(1.01)
const buckets = Math.ceil(Math.log(largest / smallest) / growth) + 1

export function createDurationHistogram(): DurationHistogram {
  const counts = new Uint32Array(buckets)
  let total = 0
  let longest = 0
  return {
    add(milliseconds) {
      const held = Math.min(Math.max(milliseconds, smallest), largest)
      const at = Math.floor(Math.log(held / smallest) / growth)
      counts[at] = (counts[at] ?? 0) + 1
      total += 1
      longest = Math.max(longest, milliseconds)
    },
    quantile(part) {
      if (total === 0) return 0
      let below = Math.ceil(total * part)
      for (let at = 0; at < buckets; at++) {
        below -= counts[at] ?? 0
        // The upper end of the bucket, but never more than was ever added.
        if (below <= 0) return Math.min(smallest * Math.exp((at + 1) * growth), longest)
      }
      return longest
    },
  }
}
