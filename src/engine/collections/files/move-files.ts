import { mkdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '@shared/app-error'
import { isMissing, toWriteError } from './file-error'
import { freeFileName } from './file-names'
import { namesIn } from './folder-names'
import { flushFolder, writeFileAtomically } from './write-file-atomically'

/**
 * Copies files into another folder; a name that is taken there becomes another. When it fails, none is there.
 * Gives the old names and the new ones.
 * @throws AppError `disk-full`, `file-not-written`
 */
export async function copyFiles(
  fileNames: readonly string[],
  from: string,
  to: string,
  extension: string,
): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>()
  try {
    const taken = [...(await namesIn(to))]
    for (const fileName of fileNames) {
      const bytes = await readFile(join(from, fileName))
      let name: string
      do {
        name = freeFileName(fileName, extension, taken)
        taken.push(name)
        // Another program may have taken the name in this moment.
      } while ((await writeFileAtomically(join(to, name), bytes, null)) === null)
      renamed.set(fileName, name)
    }
  } catch (error) {
    for (const name of renamed.values()) await rm(join(to, name), { force: true })
    throw toWriteError(error, to)
  }
  return renamed
}

/** @throws AppError `file-not-written` */
export async function removeFiles(fileNames: readonly string[], folder: string): Promise<void> {
  try {
    for (const fileName of fileNames) await rm(join(folder, fileName), { force: true })
    if (fileNames.length > 0) await flushFolder(folder)
  } catch (error) {
    throw toWriteError(error, folder)
  }
}

/** Makes a folder ready to be used. @throws AppError `disk-full`, `file-not-written` */
export async function prepareFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
    if (!(await stat(path)).isDirectory()) throw new AppError('file-unreadable', { path })
  } catch (error) {
    throw toWriteError(error, path)
  }
}

export async function isSameFolder(one: string, other: string): Promise<boolean> {
  return (await realPath(one)) === (await realPath(other))
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (isMissing(error)) return resolve(path)
    throw error
  }
}
