import { randomUUID } from 'node:crypto'
import type { Variable } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import type { FileFormat } from '../collections/files/file-format'
import { collectionText } from '../collections/formats/collection-text'
import { type EnvironmentFile, environmentDocument, readEnvironmentFile } from '../collections/formats/environment-file'
import { withKey } from '../collections/formats/object-edit'
import { unreadable } from '../collections/unreadable'

/** Environments by the end of their name, as Postman exports them. */
export const environmentFormat: FileFormat<EnvironmentFile> = {
  extension: '.postman_environment.json',
  matches: (fileName) => /\.postman_environment\.json$/i.test(fileName),
  read: (bytes, fileName) => {
    try {
      return readEnvironmentFile(bytes, fileName)
    } catch (error) {
      throw unreadable(error, bytes, fileName)
    }
  },
  write: ({ raw }, style) => collectionText(raw, style),
  identity: ({ raw }) => (typeof raw.id === 'string' && raw.id !== '' ? raw.id : null),
}

/** @param like the document that it is made from: keys that we know nothing of are taken along */
export function newEnvironment(name: string, variables: readonly Variable[], like: JsonObject = {}): EnvironmentFile {
  const begun = withKey(withKey(like, 'id', like.id ?? randomUUID(), keys), 'name', name, keys)
  const written = environmentDocument(begun, { name, variables })
  // Globals become an environment.
  return { name, variables, raw: withKey(written, '_postman_variable_scope', 'environment', keys) }
}

const keys = ['id', 'name', 'values', '_postman_variable_scope']

export function changedEnvironment(
  file: EnvironmentFile,
  name: string,
  variables: readonly Variable[],
): EnvironmentFile {
  const raw = environmentDocument(file.raw, { name, variables })
  // The same file is not written again.
  return JSON.stringify(raw) === JSON.stringify(file.raw) ? file : { name, variables, raw }
}
