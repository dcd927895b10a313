import { AppError, toErrorData } from '@shared/app-error'
import { isJsonObject, type JsonObject } from '@shared/json-value'
import { indexDocument } from './document-index'
import type { FileFormat } from './files/file-format'
import { collectionText } from './formats/collection-text'
import { detectFormat } from './formats/detect-format'
import { readCollection } from './formats/read-collection'

export const collectionExtension = '.postman_collection.json'

const otherPostmanFile = /\.postman_(environment|globals)\.json$/i
/** Lines that git leaves in a file that it could not merge. */
const mergeMarks = /^(<{7}|>{7}) /m

/** Collections by their name, and other JSON files whose content is a collection. */
export const collectionFormat: FileFormat<JsonObject> = {
  extension: collectionExtension,
  matches: (fileName) => /\.json$/i.test(fileName) && !otherPostmanFile.test(fileName),
  read: (bytes, fileName) => {
    if (!fileName.toLowerCase().endsWith(collectionExtension) && !looksLikeCollection(bytes)) return null
    try {
      const { document } = readCollection(bytes, fileName)
      indexDocument(document)
      return document
    } catch (error) {
      throw unreadable(error, bytes, fileName)
    }
  },
  write: (document, style) => {
    // What could not be read again is not written.
    indexDocument(document)
    return collectionText(document, style)
  },
  identity: (document) => {
    const id = isJsonObject(document.info) ? document.info._postman_id : null
    return typeof id === 'string' && id !== '' ? id : null
  },
}

/** The name of a file without its ending: what a collection is called while its file cannot be read. */
export function stemOf(fileName: string): string {
  return fileName.replace(/(\.postman_collection)?\.json$/i, '')
}

/** A broken file no longer says what it is, so the address of the format's schema in it has to do. */
function looksLikeCollection(bytes: Uint8Array): boolean {
  const format = detectFormat(bytes)
  if (format !== 'unknown') return format === 'postman-collection'
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('getpostman.com/json/collection')
}

/** What is said of a file in the folder: nothing was imported here. */
function unreadable(error: unknown, bytes: Uint8Array, fileName: string): AppError {
  const { code, params } = toErrorData(error)
  const name = stemOf(fileName)
  if (code === 'import-version') return new AppError(code, { ...params, name }, { cause: error })
  const merged = mergeMarks.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const other = code === 'import-not-known' ? 'It is JSON, but no collection.' : String(params.detail ?? '')
  const detail = merged ? 'A merge has left its marks in the file (<<<<<<<).' : other
  return new AppError('collection-unreadable', { name, detail }, { cause: error })
}
