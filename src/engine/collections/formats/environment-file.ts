import { AppError } from '@shared/app-error'
import type { Variable } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { TextStyle } from './collection-text'
import { collectionText } from './collection-text'
import { decodeText } from './decode-text'
import { looseList, looseText } from './loose-json'
import { withKey } from './object-edit'
import { parseJson } from './parse-json'
import { readRows, writeRows } from './row-list'
import { environmentVariable } from './variables'

export type EnvironmentFile = {
  readonly name: string
  readonly variables: readonly Variable[]
  /** The whole file, unknown keys too: give it to {@link environmentText} when it is written again. */
  readonly raw: JsonObject
}

/**
 * A Postman environment or globals file. @param fileName for errors, and the name of a set that has none
 * @throws AppError `import-not-valid` {name, detail}, `import-not-known` {name}
 */
export function readEnvironmentFile(bytes: Uint8Array, fileName = ''): EnvironmentFile {
  const parsed = parseJson(decodeText(bytes), fileName)
  const raw = isJsonObject(parsed) && isJsonObject(parsed.environment) ? parsed.environment : parsed
  if (!isJsonObject(raw) || !Array.isArray(raw.values)) throw new AppError('import-not-known', { name: fileName })
  const ownName = looseText(raw.name).trim()
  return {
    name: ownName || fileName.replace(/(\.postman_(environment|globals))?\.json$/i, '') || 'Environment',
    variables: readRows(raw.values, environmentVariable),
    raw,
  }
}

/** The text of an environment's file: `raw` (null for a new one) with what has changed written into it. */
export function environmentText(
  raw: JsonObject | null,
  environment: { readonly name: string; readonly variables: readonly Variable[] },
  style?: TextStyle,
): string {
  return collectionText(environmentDocument(raw, environment), style)
}

/** As {@link environmentText}, not yet as text. */
export function environmentDocument(
  raw: JsonObject | null,
  environment: { readonly name: string; readonly variables: readonly Variable[] },
): JsonObject {
  const base: JsonObject = raw ?? { name: environment.name, values: [], _postman_variable_scope: 'environment' }
  const values = writeRows(looseList(base.values), environment.variables, environmentVariable)
  const named = raw?.name === undefined || looseText(raw.name).trim() !== environment.name
  const withName = named ? withKey(base, 'name', environment.name, ['id', 'name', 'values']) : base
  return withKey(withName, 'values', values)
}
