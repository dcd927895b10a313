import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import { leadSchemas } from '@shared/lead/lead-schemas'

/** A property as the articles' schema of 2020 declares it. */
export type SchemaProperty = { readonly name: string; readonly type: string }

const schema: JsonValue = JSON.parse(leadSchemas['2020'])

/** The properties of a lead (`[]`) or of an object in it, in the articles' order; nothing for what the schema lacks. */
export function schemaProperties(path: readonly string[]): readonly SchemaProperty[] {
  let object: JsonValue | undefined = schema
  for (const key of path) {
    const properties = propertiesOf(object)
    const spelled = Object.keys(properties).find((name) => name.toLowerCase() === key.toLowerCase())
    object = spelled === undefined ? undefined : properties[spelled]
  }
  const listed = Object.entries(propertiesOf(object)).map(([name, property]) => ({ name, type: typeOf(property) }))
  return listed.sort((one, other) => rank(one.name) - rank(other.name))
}

/** The documented field of a path, whatever its case; `UserDetails` itself; null for others. */
export function fieldOfPath(path: readonly string[]): LeadFieldKey | 'userDetails' | null {
  const lower = path.map((part) => part.toLowerCase())
  if (lower.length === 1 && lower[0] === 'userdetails') return 'userDetails'
  const same = (documented: readonly string[]) =>
    documented.length === lower.length && documented.every((part, index) => part.toLowerCase() === lower[index])
  return leadFields.find((field) => same(field.path))?.key ?? null
}

function propertiesOf(value: JsonValue | undefined): JsonObject {
  const properties = isJsonObject(value) ? value.properties : undefined
  return isJsonObject(properties) ? properties : {}
}

function typeOf(property: JsonValue): string {
  return isJsonObject(property) && typeof property.type === 'string' ? property.type : ''
}

const order = ['UserDetails', ...leadFields.map(({ path }) => path[path.length - 1] ?? '')]

function rank(name: string): number {
  return order.indexOf(name)
}
