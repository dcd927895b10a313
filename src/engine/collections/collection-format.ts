import { isJsonObject, type JsonObject } from '@shared/json-value'
import { indexDocument } from './document-index'
import type { FileFormat } from './files/file-format'
import { collectionText } from './formats/collection-text'
import { detectFormat } from './formats/detect-format'
import { readCollection } from './formats/read-collection'
import { unreadable } from './unreadable'

export const collectionExtension = '.postman_collection.json'

const otherPostmanFile = /\.postman_(environment|globals)\.json$/i
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

/** A broken file no longer says what it is, so the address of the format's schema in it has to do. */
function looksLikeCollection(bytes: Uint8Array): boolean {
  const format = detectFormat(bytes)
  if (format !== 'unknown') return format === 'postman-collection'
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('getpostman.com/json/collection')
}
