/** A size in the words of the system's locale: `428 bytes`, `1.4 kB`, `25 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return unitFormat('byte', 'long').format(bytes)
  if (bytes < 1_000_000) return unitFormat('kilobyte', 'short').format(bytes / 1000)
  return unitFormat('megabyte', 'short').format(bytes / 1_000_000)
}

function unitFormat(unit: string, unitDisplay: 'long' | 'short'): Intl.NumberFormat {
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 })
}
