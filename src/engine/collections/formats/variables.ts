import type { Variable } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { readDescription, withDescription } from './description'
import { looseText } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'
import type { RowForm } from './row-list'

/** Variables of collections and folders: `disabled` switches them off. */
export const collectionVariable: RowForm<Variable> = {
  read: (raw) => (isJsonObject(raw) ? { ...readCommon(raw), enabled: raw.disabled !== true } : null),
  patch: (raw, from, to) => {
    const object = patchCommon(isJsonObject(raw) ? raw : {}, from, to, undefined)
    if (from.enabled === to.enabled) return object
    return to.enabled ? withoutKey(object, 'disabled') : withKey(object, 'disabled', true)
  },
  make: (variable) => ({
    key: variable.name,
    value: variable.value,
    // v2.1 has no type of its own for secrets; Postman writes the environments' one.
    ...(variable.secret ? { type: 'secret' } : {}),
    ...(variable.enabled ? {} : { disabled: true }),
    ...(variable.description === '' ? {} : { description: variable.description }),
  }),
}

/** Variables of environments and globals: each says whether it is `enabled`. */
export const environmentVariable: RowForm<Variable> = {
  read: (raw) =>
    isJsonObject(raw) ? { ...readCommon(raw), enabled: raw.enabled !== false && raw.disabled !== true } : null,
  patch: (raw, from, to) => {
    const object = patchCommon(isJsonObject(raw) ? raw : {}, from, to, 'default')
    if (from.enabled === to.enabled) return object
    return withKey(withoutKey(object, 'disabled'), 'enabled', to.enabled)
  },
  make: (variable) => ({
    key: variable.name,
    value: variable.value,
    type: variable.secret ? 'secret' : 'default',
    ...(variable.description === '' ? {} : { description: variable.description }),
    enabled: variable.enabled,
  }),
}

function readCommon(raw: JsonObject): Omit<Variable, 'enabled'> {
  return {
    name: looseText(raw.key ?? raw.id ?? raw.name),
    value: looseText(raw.value),
    secret: raw.type === 'secret',
    description: readDescription(raw.description),
  }
}

function patchCommon(raw: JsonObject, from: Variable, to: Variable, plainType: string | undefined): JsonObject {
  let object = raw
  // Where a variable has no key its `id` is its name.
  if (from.name !== to.name) object = withKey(object, object.key === undefined && object.id ? 'id' : 'key', to.name)
  if (from.value !== to.value) object = withKey(object, 'value', to.value)
  if (from.secret !== to.secret) object = withKeyOrNone(object, 'type', to.secret ? 'secret' : plainType)
  return from.description === to.description ? object : withDescription(object, to.description)
}
