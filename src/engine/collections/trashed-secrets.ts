import type { SecretStore } from '../secrets/secret-store'
import type { Trash } from './files/trash'

/** Under which name the secrets of a deleted file wait: a new file may take its old name meanwhile. */
export function trashedName(undoToken: string, fileName: string): string {
  // No file can have a slash in its name.
  return `trash/${undoToken}/${fileName}`
}

/** The undo token in such a name; null for the name of a file that is not deleted. */
function tokenOfTrashed(name: string): string | null {
  const [start, token] = name.split('/')
  return start === 'trash' && token !== undefined ? token : null
}

const keptMs = 30 * 24 * 60 * 60 * 1000

/** Lets go of what was deleted more than 30 days ago, and of the secrets that went with it. */
export async function purgeTrash(trash: Trash, secrets: SecretStore): Promise<void> {
  const gone = new Set(await trash.purge(Date.now() - keptMs))
  if (gone.size === 0) return
  for (const name of secrets.fileNames()) {
    const token = tokenOfTrashed(name)
    if (token !== null && gone.has(token)) secrets.removeFile(name)
  }
}
