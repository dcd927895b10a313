import type { CaptureTiming } from '@shared/lead/lead-detail'

/** A part of a request's way, one after the other. @property share of the whole, 0 to 1 */
export type TimingPart = {
  readonly name: 'headers' | 'body' | 'handling'
  readonly startMs: number
  readonly durationMs: number
  readonly share: number
}

/** The times since the first byte as parts of one bar. Clocks can step back: no part is negative. */
export function timingParts(timing: CaptureTiming): readonly TimingPart[] {
  const ends = [timing.headersMs, timing.bodyMs, timing.handledMs]
  const names = ['headers', 'body', 'handling'] as const
  const total = Math.max(...ends, 0)
  let start = 0
  return names.map((name, index) => {
    const end = Math.max(start, ends[index] ?? 0)
    const part = { name, startMs: start, durationMs: end - start, share: total === 0 ? 0 : (end - start) / total }
    start = end
    return part
  })
}
