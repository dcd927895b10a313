import { createHash } from 'node:crypto'
import { AppError, type AppErrorData, toErrorData } from '@shared/app-error'
import { postmanStyle, type TextStyle, textStyle } from '../formats/collection-text'
import { decodeText } from '../formats/decode-text'
import type { FileFormat } from './file-format'
import type { FileStamp } from './file-stamp'

/** A file of the folder as it was read last. Both null: a file of another kind. */
export type FolderFile<Content> = {
  readonly fileName: string
  readonly content: Content | null
  readonly problem: AppErrorData | null
}

export type ReadFile<Content> = FolderFile<Content> & {
  readonly stamp: FileStamp
  readonly digest: string
  readonly style: TextStyle
}

const largestFile = 256 * 1024 * 1024
const tooLarge = 'The file is larger than 256 MB.'

/** Reads what a file holds; a broken file is one with a problem. */
export function toReadFile<Content>(
  format: FileFormat<Content>,
  fileName: string,
  bytes: Uint8Array,
  stamp: FileStamp,
): ReadFile<Content> {
  const base = { fileName, stamp, digest: digestOf(bytes), style: postmanStyle }
  try {
    if (bytes.byteLength > largestFile)
      throw new AppError('collection-unreadable', { name: fileName, detail: tooLarge })
    const content = format.read(bytes, fileName)
    const style = content === null ? postmanStyle : textStyle(decodeText(bytes))
    return { ...base, content, problem: null, style }
  } catch (error) {
    return { ...base, content: null, problem: toErrorData(error) }
  }
}

/** A file that the system does not let us read: tried again with every refresh, since its stamp fits nothing. */
export function unreadableFile<Content>(
  format: FileFormat<Content>,
  fileName: string,
  error: Error,
): ReadFile<Content> {
  const problem: AppErrorData = { code: 'collection-unreadable', params: { name: fileName, detail: error.message } }
  const ours = fileName.endsWith(format.extension)
  return {
    fileName,
    content: null,
    problem: ours ? problem : null,
    stamp: '',
    digest: error.message,
    style: postmanStyle,
  }
}

export function isOurs(file: FolderFile<unknown>): boolean {
  return file.content !== null || file.problem !== null
}

export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/** @throws AppError `collection-unreadable` {name, detail} */
export function contentOf<Content>(file: FolderFile<Content>): Content {
  if (file.content !== null) return file.content
  throw new AppError('collection-unreadable', { name: file.fileName, detail: file.problem?.params.detail ?? '' })
}

/** Old name to new name of files that are gone under one name and there under another. */
export function findRenamed<Content>(
  format: FileFormat<Content>,
  changed: readonly FolderFile<Content>[],
  removed: readonly FolderFile<Content>[],
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const old of removed) {
    const identity = old.content && format.identity(old.content)
    const found = identity && changed.find((file) => file.content && format.identity(file.content) === identity)
    if (found) renamed.set(old.fileName, found.fileName)
  }
  return renamed
}
