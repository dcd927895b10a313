import { basename } from 'node:path'
import { AppError } from '@shared/app-error'

/** A failure of the file system while saving, as an `AppError`: `disk-full` or `file-not-written` {file, detail}. */
export function toWriteError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !isSystemError(error)) return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('disk-full', {}, { cause: error })
  return new AppError('file-not-written', { file: basename(path), detail: error.message }, { cause: error })
}

export function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
