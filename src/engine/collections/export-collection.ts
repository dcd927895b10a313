import { randomUUID } from 'node:crypto'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { SecretStore } from '../secrets/secret-store'
import { blankSecrets } from './blank-secrets'
import type { CollectionStore } from './collection-store'
import { fillSecretValues } from './document-secrets'
import { collectionSchemaUrl } from './formats/collection-schema-url'
import { collectionText } from './formats/collection-text'
import { withoutKey } from './formats/object-edit'
import { readNodeId } from './node-id'
import { findItem } from './store-parts'

/**
 * A collection as the text of a Postman v2.1 file; of a folder or request a collection of its own.
 * @throws AppError `node-not-found`, `collection-unreadable`
 */
export function exportText(
  collections: Pick<CollectionStore, 'document'>,
  secrets: SecretStore,
  id: NodeId,
  withSecrets: boolean,
): string {
  const { fileName, itemId } = readNodeId(id)
  const stored = collections.document(id)
  const whole = withSecrets ? fillSecretValues(secrets, fileName, stored) : blankSecrets(stored)
  return collectionText(asCollection(whole, itemId))
}

function asCollection(document: JsonObject, itemId: string | null): JsonObject {
  const item = findItem(document, itemId)
  if (item === null) return document
  const info = { _postman_id: randomUUID(), name: item.raw.name ?? '', schema: collectionSchemaUrl }
  if (item.kind !== 'folder') return { info, item: [item.raw] }
  const content = ['name', 'id', '_postman_id', 'description'].reduce((raw, key) => withoutKey(raw, key), item.raw)
  const description = item.raw.description
  return { info: { ...info, ...(description !== undefined && { description }) }, ...content }
}
