import { mkdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '@shared/app-error'
import { isMissing, toWriteError } from './file-error'
import { besideFileName } from './file-names'
import { namesIn } from './folder-names'
import { flushFolder, writeFileAtomically } from './write-file-atomically'

/**
 * Copies files into another folder and then removes them; a name that is taken there becomes another.
 * When it fails, everything is where it was. Gives the old names and the new ones.
 * @throws AppError `disk-full`, `file-not-written`
 */
export async function moveFiles(
  fileNames: readonly string[],
  from: string,
  to: string,
  extension: string,
): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>()
  try {
    const taken = [...(await namesIn(to))]
    for (const fileName of fileNames) {
      const name = taken.includes(fileName) ? besideFileName(fileName, extension, taken) : fileName
      taken.push(name)
      renamed.set(fileName, name)
      await writeFileAtomically(join(to, name), await readFile(join(from, fileName)), null)
    }
  } catch (error) {
    for (const name of renamed.values()) await rm(join(to, name), { force: true })
    throw toWriteError(error, to)
  }
  for (const fileName of fileNames) await rm(join(from, fileName), { force: true })
  if (fileNames.length > 0) await flushFolder(from)
  return renamed
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
