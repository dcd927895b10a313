import { AppError, toErrorData } from '@shared/app-error'
import { fileTexts } from './file-texts'

/** Lines that git leaves in a file that it could not merge. */
const mergeMarks = /^(<{7}|>{7}) /m

/** The name of a file without its ending: what it is called while it cannot be read. */
export function stemOf(fileName: string): string {
  return fileName.replace(/(\.postman_\w+)?\.json$/i, '')
}

/** What is said of a broken file in the folder: nothing was imported here. `collection-unreadable` or `import-version`. */
export function unreadable(error: unknown, bytes: Uint8Array, fileName: string): AppError {
  const { code, params } = toErrorData(error)
  const name = stemOf(fileName)
  if (code === 'import-version') return new AppError(code, { ...params, name }, { cause: error })
  const merged = mergeMarks.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const other = code === 'import-not-known' ? fileTexts.otherKind : String(params.detail ?? '')
  const detail = merged ? fileTexts.merged : other
  return new AppError('collection-unreadable', { name, detail }, { cause: error })
}
