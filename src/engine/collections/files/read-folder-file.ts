import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, isSystemError } from './file-error'
import type { FileFormat } from './file-format'
import { readStamp, readStampSync } from './file-stamp'
import { digestOf, type ReadFile, toReadFile, unreadableFile } from './folder-file'

/** Reads a file for the first time; null where there is none. */
export function readFileNow<Content>(
  format: FileFormat<Content>,
  folder: string,
  name: string,
): ReadFile<Content> | null {
  try {
    const stamp = readStampSync(join(folder, name))
    return stamp === null ? null : toReadFile(format, name, readFileSync(join(folder, name)), stamp)
  } catch (error) {
    if (isSystemError(error)) return unreadableFile(format, name, error)
    throw error
  }
}

/** Reads a file whose stamp is not that of `before`; one with the same bytes is `before` with its new stamp. */
export async function readFileAgain<Content>(
  format: FileFormat<Content>,
  folder: string,
  name: string,
  before: ReadFile<Content> | null,
): Promise<ReadFile<Content> | null> {
  const path = join(folder, name)
  try {
    for (;;) {
      const stamp = await readStamp(path)
      if (stamp === null) return null
      if (stamp === before?.stamp) return before
      const bytes = await readFile(path)
      // What was read belongs to the stamp only when the file was not replaced meanwhile.
      if ((await readStamp(path)) !== stamp) continue
      return before?.digest === digestOf(bytes) ? { ...before, stamp } : toReadFile(format, name, bytes, stamp)
    }
  } catch (error) {
    if (isMissing(error)) return null
    if (isSystemError(error)) return unreadableFile(format, name, error)
    throw error
  }
}
