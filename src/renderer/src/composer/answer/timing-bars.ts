import type { SendTiming } from '@shared/answer/answer'

export const timingNames = ['dns', 'connect', 'tls', 'upload', 'firstByte', 'download'] as const

/** A part of the exchange: its milliseconds (null where it did not happen), its start and length as shares of all. */
export type TimingBar = {
  readonly name: (typeof timingNames)[number]
  readonly ms: number | null
  readonly from: number
  readonly share: number
}

/** The parts one after the other. Their sum can differ a little from the total, so the shares are of the larger one. */
export function timingBars(timing: SendTiming): readonly TimingBar[] {
  const sum = timingNames.reduce((total, name) => total + Math.max(0, timing[name] ?? 0), 0)
  const whole = Math.max(sum, timing.total, Number.EPSILON)
  let start = 0
  return timingNames.map((name) => {
    const ms = timing[name]
    const length = Math.max(0, ms ?? 0)
    const bar = { name, ms, from: start / whole, share: length / whole }
    start += length
    return bar
  })
}
