/** A duration in the words of the system's locale: `0.6 ms`, `184 ms`, `2.4 s`. @param ms milliseconds */
export function formatDuration(ms: number): string {
  const [value, unit] = ms >= 1000 ? [ms / 1000, 'second'] : [ms, 'millisecond']
  const maximumFractionDigits = value < 10 ? 1 : 0
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  )
}
