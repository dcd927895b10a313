import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { Ajv } from 'ajv'
import schema from '../fixtures/postman/collection-v2.1.schema.json'

/** The bytes of a file in `test/fixtures/postman`. */
export function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../fixtures/postman', name))
}

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)

/** What the format's schema says against a document; nothing for a valid v2.1 collection. */
export function schemaErrors(document: JsonObject): readonly string[] {
  validate(document)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

/** The item at a path of names. */
export function itemNamed(document: JsonObject, ...names: readonly string[]): JsonObject {
  return names.reduce((holder: JsonObject, name) => {
    const list: readonly JsonValue[] = Array.isArray(holder.item) ? holder.item : []
    const found = list.filter(isJsonObject).find((item) => item.name === name)
    if (!found) throw new Error(`no item “${name}”`)
    return found
  }, document)
}

/** The lines that differ, as a diff of the two texts counts them. */
export function changedLines(before: string, after: string): { readonly gone: string[]; readonly added: string[] } {
  const left = before.split('\n')
  const right = after.split('\n')
  // Longest common subsequence by rows; the texts of tests are short.
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? []
      row[j] =
        left[i] === right[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  const gone: string[] = []
  const added: string[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++
      j++
    } else if (j < right.length && (i === left.length || (lengths[i]?.[j + 1] ?? 0) > (lengths[i + 1]?.[j] ?? 0))) {
      added.push(right[j] ?? '')
      j++
    } else {
      gone.push(left[i] ?? '')
      i++
    }
  }
  return { gone, added }
}
