import { homedir } from 'node:os'
import { join } from 'node:path'

/** The app's own data folder, where Electron puts it for the product name "Lead Inspector". */
export function defaultDataFolder(): string {
  const name = 'Lead Inspector'
  switch (process.platform) {
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name)
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name)
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name)
  }
}
