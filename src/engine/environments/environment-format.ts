import { randomUUID } from 'node:crypto'
import type { Variable } from '@shared/collection/node-content'
import type { FileFormat } from '../collections/files/file-format'
import { collectionText } from '../collections/formats/collection-text'
import { type EnvironmentFile, environmentDocument, readEnvironmentFile } from '../collections/formats/environment-file'

/** Environments by the end of their name, as Postman exports them. */
export const environmentFormat: FileFormat<EnvironmentFile> = {
  extension: '.postman_environment.json',
  matches: (fileName) => /\.postman_environment\.json$/i.test(fileName),
  read: readEnvironmentFile,
  write: ({ raw }, style) => collectionText(raw, style),
  identity: ({ raw }) => (typeof raw.id === 'string' && raw.id !== '' ? raw.id : null),
}

export function newEnvironment(name: string, variables: readonly Variable[]): EnvironmentFile {
  const raw = environmentDocument(
    { id: randomUUID(), name, values: [], _postman_variable_scope: 'environment' },
    { name, variables },
  )
  return { name, variables, raw }
}

export function changedEnvironment(
  file: EnvironmentFile,
  name: string,
  variables: readonly Variable[],
): EnvironmentFile {
  const raw = environmentDocument(file.raw, { name, variables })
  // The same file is not written again.
  return JSON.stringify(raw) === JSON.stringify(file.raw) ? file : { name, variables, raw }
}
