import { existsSync, readFileSync, renameSync } from 'node:fs'

/**
 * Moves a JSON file aside when it does not hold an object, so that a new one can be written and the old one be looked at.
 * @returns the new path, or null when the file is missing or sound
 */
export function moveBrokenJsonAside(path: string, now: number): string | null {
  if (!existsSync(path) || holdsJsonObject(path)) return null
  const aside = `${path.replace(/\.json$/, '')}.broken-${now}.json`
  renameSync(path, aside)
  return aside
}

function holdsJsonObject(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
