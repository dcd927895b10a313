import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import type { RunData } from '@shared/runner/collection-run'
import { type DataFile, readDataFile, refuseTooLarge } from './data-file'
import { dataNotValid } from './data-table'

/** Data files that were read for a run to come. */
export type DataFiles = {
  /** @throws AppError `file-unreadable` {path}, `data-not-valid` {detail} */
  readonly read: (path: string) => Promise<RunData>
  /** @throws AppError `data-not-valid` when it was forgotten */
  readonly get: (dataId: string) => DataFile
}

/** A user looks at a few; more would only fill the memory. */
const remembered = 4
const previewRows = 50

export function createDataFiles(): DataFiles {
  const files = new Map<string, DataFile>()
  return {
    async read(path) {
      const file = await readDataFileAt(path)
      const dataId = randomUUID()
      files.set(dataId, file)
      for (const oldest of files.keys()) {
        if (files.size <= remembered) break
        files.delete(oldest)
      }
      return {
        dataId,
        name: file.name,
        columns: file.columns,
        rows: file.rows.slice(0, previewRows),
        total: file.rows.length,
      }
    },
    get(dataId) {
      const file = files.get(dataId)
      if (file === undefined) throw dataNotValid('It was read too long ago. Choose it again.')
      return file
    },
  }
}

/** @throws AppError `file-unreadable` {path}, `data-not-valid` {detail} */
export async function readDataFileAt(path: string): Promise<DataFile> {
  return readDataFile(await readLimited(path), basename(path))
}

/** The size is looked at first: a huge file would not fit into the memory. */
async function readLimited(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      refuseTooLarge((await file.stat()).size)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-unreadable', { path }, { cause: error })
  }
}
