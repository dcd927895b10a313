import { randomUUID } from 'node:crypto'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import { nameOf } from './describe-item'
import { keepSecretValues } from './document-secrets'
import { collectionSchemaUrl } from './formats/collection-schema-url'
import { toNodeId } from './node-id'
import { fileNamesInOrder, publishOrder, type StoreParts } from './store-parts'

export function createCollection(parts: StoreParts, name: string, description: string): Promise<NodeId> {
  const info = {
    _postman_id: randomUUID(),
    name,
    ...(description !== '' && { description }),
    schema: collectionSchemaUrl,
  }
  return addDocument(parts, { info, item: [] })
}

/** Adds a v2.1 document as a new file, the last in the order. The values of its secret variables do not go into it. */
export function addDocument(parts: StoreParts, document: JsonObject): Promise<NodeId> {
  const { files, secrets, order } = parts
  return files.edit(async (editor) => {
    const present = fileNamesInOrder(parts)
    const fileName = await editor.add(nameOf(document), (name) => {
      // Left by a file of this name that another program removed.
      secrets.removeFile(name)
      return keepSecretValues(secrets, name, document)
    })
    order.place(present, [fileName], null)
    publishOrder(parts)
    return toNodeId(fileName, null)
  })
}
