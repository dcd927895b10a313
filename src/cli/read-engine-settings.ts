import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSettings } from '@shared/parse-settings'
import type { EngineSettings } from '@shared/settings'

/** The engine's settings as the app keeps them in a data folder; the defaults where there are none. */
export async function readEngineSettings(dataFolder: string): Promise<EngineSettings> {
  let stored: unknown = {}
  try {
    stored = JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8'))
  } catch {
    // No settings yet, or a file that the app will repair and report at its next start.
  }
  return parseSettings(stored).settings.engine
}
