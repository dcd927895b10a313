import { AppError } from '@shared/app-error'

/** SQLite's result codes, https://www.sqlite.org/rescode.html */
const primary = { ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const
const ioErrorWrite = 778
/** What a full disk gives when the shared-memory file of the WAL must grow. */
const ioErrorShmSize = 4874

/** A failure of the database or of its files as an `AppError`: `disk-full`, `database-corrupt` or `storage-failed`. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  if (isDiskFull(error)) return new AppError('disk-full', {}, { cause: error })
  if (isCorrupt(error)) return new AppError('database-corrupt', { detail: error.message }, { cause: error })
  // A mistake in our own code must stay visible as one.
  if (error instanceof TypeError || error instanceof RangeError) return error
  return new AppError('storage-failed', { detail: error.message }, { cause: error })
}

function isDiskFull(error: Error): boolean {
  const code = rawCode(error)
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true
  return (code & 0xff) === primary.full || code === ioErrorWrite || code === ioErrorShmSize
}

function isCorrupt(error: Error): boolean {
  const code = rawCode(error) & 0xff
  return code === primary.corrupt || code === primary.notADatabase
}

function rawCode(error: Error): number {
  return 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : 0
}
