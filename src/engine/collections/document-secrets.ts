import type { Variable } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import type { SecretStore } from '../secrets/secret-store'
import { indexDocument } from './document-index'
import { readContainer, writeContainer } from './formats/container'
import { withItemId } from './item-id'
import { rearrange } from './rearrange'

/** The document with each container's variables mapped: the collection's own (itemId null) and those of its folders. */
export function mapVariables(
  document: JsonObject,
  map: (variables: readonly Variable[], itemId: string | null) => readonly Variable[],
): JsonObject {
  let mapped = document
  for (const { id, kind } of indexDocument(document).items) {
    if (kind !== 'folder') continue
    // Looked up anew: a folder around it may have been replaced by then.
    const folder = indexDocument(mapped).byId.get(id)
    if (!folder) continue
    const { variables } = readContainer(folder.raw)
    const changed = map(variables, id)
    if (changed === variables) continue
    // Secrets are found again by the folder's id.
    const replaced = withItemId(writeContainer(folder.raw, { variables: changed }), id)
    mapped = rearrange(mapped, { replace: new Map([[folder.raw, replaced]]) })
  }
  const { variables } = readContainer(document)
  const changed = map(variables, null)
  return changed === variables ? mapped : writeContainer(mapped, { variables: changed })
}

/** How many values of secret variables stand in the document itself. */
export function countSecretValues(document: JsonObject): number {
  let count = 0
  mapVariables(document, (variables) => {
    count += variables.filter(({ secret, value }) => secret && value !== '').length
    return variables
  })
  return count
}

/** Keeps the values of secret variables elsewhere; gives the document without them. */
export function keepSecretValues(secrets: SecretStore, fileName: string, document: JsonObject): JsonObject {
  return mapVariables(document, (variables, itemId) =>
    variables.some(({ secret }) => secret) ? secrets.keep({ fileName, itemId }, variables) : variables,
  )
}

/** The document with the values of its secret variables, for an export that was asked to have them. */
export function fillSecretValues(secrets: SecretStore, fileName: string, document: JsonObject): JsonObject {
  return mapVariables(document, (variables, itemId) =>
    variables.some(({ secret }) => secret) ? secrets.fill({ fileName, itemId }, variables) : variables,
  )
}
