import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { JsonObject } from '@shared/json-value'
import { isMissing, isSystemError, toWriteError } from './file-error'
import { readStamp } from './file-stamp'
import { namesIn } from './folder-names'
import { flushFolder, renameOver, writeFileAtomically } from './write-file-atomically'

/** A file that was moved into the trash. */
export type TrashedFile = {
  readonly fileName: string
  /** Where the name pointed to, for a link: only the link was removed then. */
  readonly link: string | null
}

/** What one deletion took away; `items` is what `deleted-items.ts` makes of them. */
export type TrashRecord = {
  readonly deletedAt: number
  readonly files: readonly TrashedFile[]
  readonly items: readonly JsonObject[]
}

/**
 * Where deleted things wait for their undo: a folder each, named by the undo token, with a record and the deleted files.
 * The record is on disk before anything is removed, so that a crash in between loses nothing.
 */
export type Trash = {
  readonly begin: (
    record: Pick<TrashRecord, 'items'> & { readonly files: readonly string[]; readonly from: string },
  ) => Promise<string>
  /** Moves a file of the record out of its folder. */
  readonly take: (token: string, from: string, file: string) => Promise<void>
  /** Throws `node-not-found` for a token that is not known or was used. */
  readonly read: (token: string) => Promise<TrashRecord>
  /** Moves a file back; false where it has been moved back before, by a restore that was broken off. */
  readonly giveBack: (token: string, file: TrashedFile, to: string) => Promise<boolean>
  readonly discard: (token: string) => Promise<void>
  /** Removes what is older; gives the tokens that went. */
  readonly purge: (olderThan: number) => Promise<readonly string[]>
}

const recordName = 'deleted.json'
const tokenForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function createTrash(folder: string): Trash {
  function pathOf(token: string, name: string): string {
    if (!tokenForm.test(token)) throw new AppError('node-not-found')
    return join(folder, token, name)
  }

  async function read(token: string): Promise<TrashRecord> {
    try {
      // Written by `begin` and by nobody else.
      return JSON.parse(await readFile(pathOf(token, recordName), 'utf8')) as TrashRecord
    } catch (error) {
      if (isMissing(error)) throw new AppError('node-not-found', {}, { cause: error })
      throw error
    }
  }

  return {
    begin: async ({ items, files, from }) => {
      const token = randomUUID()
      try {
        await mkdir(join(folder, token, 'files'), { recursive: true, mode: 0o700 })
        const trashed = await Promise.all(
          files.map(async (fileName) => ({ fileName, link: await linkTarget(join(from, fileName)) })),
        )
        const record: TrashRecord = { deletedAt: Date.now(), files: trashed, items }
        await writeFileAtomically(pathOf(token, recordName), JSON.stringify(record))
        await flushFolder(folder)
        return token
      } catch (error) {
        throw toWriteError(error, folder)
      }
    },
    take: (token, from, file) => moveFile(join(from, file), pathOf(token, join('files', file))),
    read,
    giveBack: async (token, file, to) => {
      const trashed = pathOf(token, join('files', file.fileName))
      if (file.link !== null) await symlink(file.link, to)
      else if ((await readStamp(trashed)) === null) return false
      else await moveFile(trashed, to)
      return true
    },
    discard: (token) => rm(pathOf(token, ''), { recursive: true, force: true }),
    purge: async (olderThan) => {
      const gone: string[] = []
      for (const token of (await namesIn(folder)).filter((name) => tokenForm.test(name))) {
        const record = await read(token).catch(() => null)
        // Without a record the deletion had not begun.
        if (record !== null && record.deletedAt >= olderThan) continue
        if (record === null && (await readdir(pathOf(token, 'files')).catch(() => [])).length > 0) continue
        await rm(pathOf(token, ''), { recursive: true, force: true })
        gone.push(token)
      }
      return gone
    },
  }
}

async function linkTarget(path: string): Promise<string | null> {
  return (await lstat(path)).isSymbolicLink() ? readlink(path) : null
}

/** Moves a file, to another disk too. A link is removed; what it points to stays. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    if ((await linkTarget(from)) !== null) {
      await rm(from)
      return
    }
    try {
      await renameOver(from, to)
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'EXDEV') throw error
      await writeFileAtomically(to, await readFile(from))
      await rm(from)
    }
    await Promise.all([flushFolder(join(from, '..')), flushFolder(join(to, '..'))])
  } catch (error) {
    throw toWriteError(error, from)
  }
}
