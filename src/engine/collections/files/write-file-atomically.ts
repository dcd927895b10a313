import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isMissing, isSystemError, toWriteError } from './file-error'
import { type FileStamp, readStamp, toStamp } from './file-stamp'

/** Ends the name of a file that is being written; what a crash left of them is removed at the next start. */
export const unfinishedSuffix = '.lead-inspector-tmp'

/**
 * Writes a file so that it is always whole, the old one or the new: into a file beside it, flushed, then renamed over it,
 * and the folder flushed. Keeps the file's mode; where the name is a link, writes the file behind it.
 * @param expected the stamp of the version that the bytes were made from, null for a file that must be new
 * @returns the new stamp; null when the file was not the expected one any more, and then nothing is written
 * @throws AppError `disk-full`, `file-not-written`
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | string,
  expected?: FileStamp | null,
): Promise<FileStamp | null> {
  try {
    const target = await behindLinks(path)
    const mode = await modeOf(target)
    const unfinished = join(dirname(target), `.${randomToken()}${unfinishedSuffix}`)
    try {
      const stamp = await writeNew(unfinished, bytes, mode)
      if (expected !== undefined && (await readStamp(path)) !== expected) return null
      await renameOver(unfinished, target)
      await flushFolder(dirname(target))
      return stamp
    } finally {
      // Gone already when it was renamed.
      await rm(unfinished, { force: true })
    }
  } catch (error) {
    throw toWriteError(error, path)
  }
}

/** Where the bytes belong: a link may point to a file that does not exist yet. */
async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const link = await lstat(path).catch(() => null)
  return link?.isSymbolicLink() ? resolve(dirname(path), await readlink(path)) : path
}

async function modeOf(path: string): Promise<number | null> {
  try {
    const { mode } = await stat(path)
    // A file that may not be written is not to be replaced either.
    await access(path, constants.W_OK)
    return mode & 0o7777
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function writeNew(path: string, bytes: Uint8Array | string, mode: number | null): Promise<FileStamp | null> {
  const file: FileHandle = await open(path, 'wx', mode ?? 0o666)
  try {
    await file.writeFile(bytes)
    // Once more, since the process's mask took bits away while opening.
    if (mode !== null) await file.chmod(mode)
    await file.sync()
    return toStamp(await file.stat({ bigint: true }))
  } finally {
    await file.close()
  }
}

const renameAttempts = 10
const renameWaitMs = 50

/** Windows refuses while a virus scanner or an editor has the file open for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const busy = isSystemError(error) && ['EPERM', 'EACCES', 'EBUSY'].includes(error.code)
      if (process.platform !== 'win32' || !busy || attempt === renameAttempts) throw error
      await wait(renameWaitMs)
    }
  }
}

/** Makes a rename last. Windows and some network drives cannot flush folders; what was written is there all the same. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!isSystemError(error) || !['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR'].includes(error.code)) throw error
  }
}

function randomToken(): string {
  return randomBytes(6).toString('hex')
}
