import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { FormDataRow, RequestRow } from '@shared/request/request-template'
import { readDescription, withDescription } from './description'
import { looseText } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'
import type { RowForm } from './row-list'

/** Query parameters, form fields and path variables: `{key, value, disabled, description}`. */
export const plainRow: RowForm<RequestRow> = {
  read: (raw) => (isJsonObject(raw) ? readRow(raw) : null),
  patch: (raw, from, to) => patchRow(isJsonObject(raw) ? raw : {}, from, to),
  make: makeRow,
}

/** A header is like the others, or one text `Name: value`. */
export const headerRow: RowForm<RequestRow> = {
  read: (raw) => (typeof raw === 'string' ? readHeaderLine(raw) : plainRow.read(raw)),
  patch: (raw, from, to) => {
    if (typeof raw !== 'string') return plainRow.patch(raw, from, to)
    return to.enabled && to.description === '' ? `${to.name}: ${to.value}` : makeRow(to)
  },
  make: makeRow,
}

export const formDataRow: RowForm<FormDataRow> = {
  read: (raw) => (isJsonObject(raw) ? readFormDataRow(raw) : null),
  patch: (raw, from, to) => patchFormDataRow(isJsonObject(raw) ? raw : {}, from, to),
  make: (row) => {
    const kind = row.files ? { type: 'file', src: writeFiles(row) } : { value: row.value, type: 'text' }
    const blank: FormDataRow = { ...row, enabled: true, description: '', contentType: '' }
    return patchFormDataRow({ key: row.name, ...kind }, blank, row)
  },
}

/** A header text: one header a line. */
export function readHeaderLines(text: string): readonly RequestRow[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(readHeaderLine)
}

function readHeaderLine(line: string): RequestRow {
  const colon = line.indexOf(':')
  const name = colon < 0 ? line : line.slice(0, colon)
  return {
    name: name.trim(),
    value: colon < 0 ? '' : line.slice(colon + 1).trim(),
    enabled: true,
    description: '',
  }
}

function readRow(raw: JsonObject): RequestRow {
  return {
    // Older files name path variables by `id`, and some tools headers by `name`.
    name: looseText(raw.key ?? raw.id ?? raw.name),
    value: looseText(raw.value),
    enabled: raw.disabled !== true,
    description: readDescription(raw.description),
  }
}

function patchRow(raw: JsonObject, from: RequestRow, to: RequestRow): JsonObject {
  let row = raw
  if (from.name !== to.name) {
    for (const key of ['key', 'id', 'name']) if (row[key] === from.name) row = withKey(row, key, to.name)
    if (looseText(row.key ?? row.id ?? row.name) !== to.name) row = withKey(row, 'key', to.name)
  }
  if (from.value !== to.value) row = withKey(row, 'value', to.value, rowOrder)
  if (from.enabled !== to.enabled) {
    row = to.enabled ? withoutKey(row, 'disabled') : withKey(row, 'disabled', true, rowOrder)
  }
  return from.description === to.description ? row : withDescription(row, to.description, rowOrder)
}

const rowOrder = ['key', 'value', 'contentType', 'type', 'src', 'description', 'disabled']

function makeRow(row: RequestRow): JsonObject {
  return patchRow({ key: row.name, value: row.value }, { ...row, enabled: true, description: '' }, row)
}

function readFormDataRow(raw: JsonObject): FormDataRow {
  return { ...readRow(raw), contentType: looseText(raw.contentType), files: readFiles(raw) }
}

/** A file row has one path, several, or null where none was chosen yet. */
function readFiles(raw: JsonObject): FormDataRow['files'] {
  if (raw.type !== 'file') return null
  const paths: readonly JsonValue[] = Array.isArray(raw.src) ? raw.src : [raw.src ?? null]
  return paths.filter((path) => typeof path === 'string' && path !== '').map((path) => ({ path: looseText(path) }))
}

function patchFormDataRow(raw: JsonObject, from: FormDataRow, to: FormDataRow): JsonObject {
  let row = patchRow(raw, from, to)
  if (from.contentType !== to.contentType) {
    row = withKeyOrNone(row, 'contentType', to.contentType || undefined, rowOrder)
  }
  if (JSON.stringify(from.files) !== JSON.stringify(to.files)) {
    row = withKey(row, 'type', to.files ? 'file' : 'text', rowOrder)
    row = to.files ? withKey(row, 'src', writeFiles(to), rowOrder) : withoutKey(row, 'src')
  }
  return row
}

function writeFiles(row: FormDataRow): JsonValue {
  const paths = (row.files ?? []).map((file) => file.path)
  return paths.length === 1 ? (paths[0] ?? null) : paths
}
