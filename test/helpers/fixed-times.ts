import { join } from 'node:path'
import Database from 'libsql'

/** Minutes between the leads of a story, from the newest back; the last is used on. */
const gaps = [2, 1, 7, 12, 3, 26, 9, 18, 41, 5]

/**
 * Spreads the leads of a closed data folder over a morning, so that pictures do not show them all in one second.
 * @param newest when the newest came, in milliseconds since the epoch
 */
export function spreadTimes(dataFolder: string, newest: number): void {
  const database = new Database(join(dataFolder, 'lead-inspector.db'))
  const rows = database.prepare('SELECT id FROM lead ORDER BY id DESC').all() as readonly { readonly id: number }[]
  const update = database.prepare('UPDATE lead SET received_at = ? WHERE id = ?')
  let time = newest
  for (const [at, { id }] of rows.entries()) {
    update.run([time, id])
    time -= (gaps[Math.min(at, gaps.length - 1)] ?? 1) * 60_000 + ((at * 37) % 60) * 1000
  }
  database.close()
}
