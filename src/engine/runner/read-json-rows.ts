import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { parseJson } from '../ingest/parse-json'
import { type DataTable, dataNotValid } from './data-table'

/**
 * A JSON list of objects as rows. Texts are themselves, every other value is its JSON text, so that a nested object can
 * be put into a body as it is. Columns stand in the order in which they are first met.
 * @throws AppError `data-not-valid` {detail}
 */
export function readJsonRows(text: string): DataTable {
  const parsed = parseJson(text)
  if (!parsed.ok) throw dataNotValid(`The file is not JSON. ${parsed.message}`)
  const { value } = parsed
  if (!Array.isArray(value)) throw dataNotValid('The file holds one JSON value instead of a list of objects.')
  const columns = new Set<string>()
  const rows = value.map((item, at) => {
    if (!isJsonObject(item)) throw dataNotValid(`Item ${at + 1} of the list is not an object.`)
    for (const name of Object.keys(item)) columns.add(name)
    return rowOf(item)
  })
  return { columns: [...columns], rows }
}

function rowOf(item: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
