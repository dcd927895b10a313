import type { FileReference } from '@shared/request/request-template'
import { callEngine, callShell } from '../../state/bridge'

/**
 * Asks for files in a dialog and approves them, so that requests may read them; empty when the user cancels. Rejects
 * with an `AppError`. @param extensions without the dot; none allows every file
 */
export async function chooseFiles(extensions: readonly string[], multiple: boolean): Promise<readonly FileReference[]> {
  const chosen = await callShell('file.choose-open', { extensions: [...extensions], multiple })
  const approved = await Promise.all(chosen.map(({ token }) => callEngine('file.approve', { fileToken: token })))
  return approved.map(({ path }) => ({ path }))
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
