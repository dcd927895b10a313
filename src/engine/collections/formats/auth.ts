import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { Auth } from '@shared/request/request-template'
import { looseText, objectsIn } from './loose-json'
import { withKey, withoutKey } from './object-edit'

/**
 * A Postman auth: v2.1 has a list of `{key, value}` under the name of its kind, v2.0 an object; both are read.
 * @param absent what no auth at all means: a collection has none, anything in it inherits
 */
export function readAuth(raw: JsonValue | undefined, absent: Auth = { type: 'inherit' }): Auth {
  if (!isJsonObject(raw)) return absent
  const type = looseText(raw.type)
  const field = (name: string) => looseText(readAuthFields(raw[type])[name])
  switch (type) {
    case '':
      return absent
    case 'noauth':
      return { type: 'none' }
    case 'basic':
      return { type: 'basic', username: field('username'), password: field('password') }
    case 'bearer':
      return { type: 'bearer', token: field('token') }
    case 'apikey':
      return {
        type: 'api-key',
        name: field('key'),
        value: field('value'),
        placedIn: field('in') === 'query' ? 'query' : 'header',
      }
    default:
      return { type: 'unsupported', name: type }
  }
}

/** The auth to put in the place of `raw`; undefined takes the key away. */
export function writeAuth(
  raw: JsonValue | undefined,
  auth: Auth,
  absent: Auth = { type: 'inherit' },
): JsonValue | undefined {
  if (isDeepStrictEqual(readAuth(raw, absent), auth)) return raw
  if (isDeepStrictEqual(auth, absent) || auth.type === 'inherit') return undefined
  if (auth.type === 'none') return { type: 'noauth' }
  // Its parameters are only in the file: without that there is nothing to write.
  if (auth.type === 'unsupported') return raw ?? { type: auth.name }
  const kind = kindNames[auth.type]
  const old = isJsonObject(raw) ? raw : {}
  // What belonged to the kind before is let go: a password must not stay behind unseen.
  const base = old.type === kind ? old : withKey(withoutKey(old, looseText(old.type)), 'type', kind)
  return withKey(base, kind, writeFields(base[kind], fieldsOf(auth)))
}

/** The fields of an auth, in either form. */
function readAuthFields(raw: JsonValue | undefined): JsonObject {
  if (isJsonObject(raw)) return raw
  return Object.fromEntries(objectsIn(raw).map((entry) => [looseText(entry.key), entry.value ?? null]))
}

type SupportedAuth = Extract<Auth, { type: 'basic' | 'bearer' | 'api-key' }>

const kindNames = { basic: 'basic', bearer: 'bearer', 'api-key': 'apikey' } as const

function fieldsOf(auth: SupportedAuth): readonly (readonly [name: string, value: string])[] {
  switch (auth.type) {
    case 'basic':
      return [
        ['username', auth.username],
        ['password', auth.password],
      ]
    case 'bearer':
      return [['token', auth.token]]
    case 'api-key':
      return [
        ['key', auth.name],
        ['value', auth.value],
        ['in', auth.placedIn],
      ]
  }
}

function writeFields(raw: JsonValue | undefined, fields: readonly (readonly [string, string])[]): JsonValue {
  if (isJsonObject(raw)) return fields.reduce((object, [name, value]) => withKey(object, name, value), raw)
  const entries = [...objectsIn(raw)]
  for (const [name, value] of fields) {
    const at = entries.findIndex((entry) => entry.key === name)
    const found = entries[at]
    if (found) entries[at] = looseText(found.value) === value ? found : withKey(found, 'value', value)
    // Where an API key goes is only said when it is not the header.
    else if (name !== 'in' || value !== 'header') entries.push({ key: name, value, type: 'string' })
  }
  return entries
}
