import type { JsonValue } from '../json-value'
import { escapeKey, generateSchema } from './generate-schema'

/** Put before each key while a sample is read: JavaScript sorts keys that look like numbers to the front. */
const mark = '\uE000'
const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/g

/**
 * The text of the schema of a sample, its keys in the sample's order whatever they look like (facts §4); null where the
 * text is no JSON.
 */
export function sampleSchemaText(text: string): string | null {
  const sample = parse(text.replace(strings, (written, colon) => (colon ? `"${mark}${written.slice(1)}` : written)))
  if (sample === undefined) return null
  // Of what begins with the mark, all are names of the sample: properties, or entries of `required`.
  return JSON.stringify(generateSchema(sample, escapeMarked), null, 4).replace(strings, (written) =>
    written.startsWith(`"${mark}`) ? `"${written.slice(2)}` : written,
  )
}

function escapeMarked(key: string): string {
  return mark + escapeKey(key.slice(1))
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
