import { mkdirSync, readdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError, toWriteError } from './file-error'
import { unfinishedSuffix } from './write-file-atomically'

/** The names in a folder. One that went away, or may not be read, has none now; it is read again when it is back. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isSystemError(error)) return []
    throw error
  }
}

export function namesInSync(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isSystemError(error)) return []
    throw error
  }
}

/** @throws AppError `disk-full`, `file-not-written` */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw toWriteError(error, path)
  }
}

/** Removes what a crash has left half written. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name.startsWith('.') && name.endsWith(unfinishedSuffix)) await rm(join(folder, name), { force: true })
  }
}

/** By what stands before the endings, so that `Shop` comes before `Shop 2`. */
export function compareNames(one: string, other: string): number {
  return stem(one).localeCompare(stem(other), 'en', { numeric: true })
}

function stem(name: string): string {
  return name.replace(/(\.postman_\w+)?\.json$/i, '')
}
