import { realpath, stat } from 'node:fs/promises'
import { AppError } from '@shared/app-error'

/** A file that may be read: where it lies now, behind all links, and what it is. */
export type ApprovedFile = { readonly path: string; readonly size: number; readonly mtimeMs: number }

/**
 * Looks at a file that the user has chosen. Where the path is a link, what it leads to must have been chosen too: a link
 * that came with a `git pull` must not send another file. Folders and pipes are no files.
 * @throws AppError `file-not-chosen` {path}, `file-unreadable` {path}
 */
export async function findApprovedFile(path: string, isApproved: (path: string) => boolean): Promise<ApprovedFile> {
  if (!isApproved(path)) throw new AppError('file-not-chosen', { path })
  try {
    const real = await realpath(path)
    if (!isApproved(real)) throw new AppError('file-not-chosen', { path })
    const found = await stat(real)
    if (!found.isFile()) throw new Error('not a file')
    return { path: real, size: found.size, mtimeMs: found.mtimeMs }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-unreadable', { path }, { cause: error })
  }
}
