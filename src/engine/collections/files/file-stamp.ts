import { type BigIntStats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isMissing } from './file-error'

/** Tells versions of a file apart without reading it. A link is followed. */
export type FileStamp = string

/** null where there is no such file. */
export async function readStamp(path: string): Promise<FileStamp | null> {
  try {
    return toStamp(await stat(path, { bigint: true }))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export function readStampSync(path: string): FileStamp | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? null : toStamp(stats)
}

/** null for what is not a file. Without the time of the last status change: a rename changes it, and nothing else. */
export function toStamp(stats: BigIntStats): FileStamp | null {
  return stats.isFile() ? `${stats.dev}:${stats.ino}:${stats.mtimeNs}:${stats.size}` : null
}
