import type { Variable } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { readDescription, withDescription } from './description'
import { looseObject, looseText } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'
import { ownKey } from './own-key'
import type { RowForm } from './row-list'

/**
 * Variables of collections and folders: `disabled` switches them off. The format has no type for a secret, so a key of our
 * own says it; the type `secret` of environments, which Postman's newer versions write here too, is read and kept.
 */
export const collectionVariable: RowForm<Variable> = {
  read: (raw) => (isJsonObject(raw) ? { ...readCommon(raw), enabled: raw.disabled !== true } : null),
  patch: (raw, from, to) => {
    const changed = patchCommon(isJsonObject(raw) ? raw : {}, from, to)
    const object = from.secret === to.secret ? changed : withOwnSecret(changed, to.secret)
    if (from.enabled === to.enabled) return object
    return to.enabled ? withoutKey(object, 'disabled') : withKey(object, 'disabled', true)
  },
  make: (variable) => ({
    key: variable.name,
    value: variable.value,
    ...(variable.secret ? { type: 'string', [ownKey]: { secret: true } } : {}),
    ...(variable.enabled ? {} : { disabled: true }),
    ...(variable.description === '' ? {} : { description: variable.description }),
  }),
}

/** Variables of environments and globals: each says whether it is `enabled`. */
export const environmentVariable: RowForm<Variable> = {
  read: (raw) =>
    isJsonObject(raw) ? { ...readCommon(raw), enabled: raw.enabled !== false && raw.disabled !== true } : null,
  patch: (raw, from, to) => {
    const changed = patchCommon(isJsonObject(raw) ? raw : {}, from, to)
    const object = from.secret === to.secret ? changed : withKey(changed, 'type', to.secret ? 'secret' : 'default')
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
    secret: raw.type === 'secret' || looseObject(raw[ownKey]).secret === true,
    description: readDescription(raw.description),
  }
}

function patchCommon(raw: JsonObject, from: Variable, to: Variable): JsonObject {
  let object = raw
  // Where a variable has no key its `id` is its name.
  if (from.name !== to.name) object = withKey(object, object.key === undefined && object.id ? 'id' : 'key', to.name)
  if (from.value !== to.value) object = withKey(object, 'value', to.value)
  return from.description === to.description ? object : withDescription(object, to.description)
}

function withOwnSecret(raw: JsonObject, secret: boolean): JsonObject {
  const own = looseObject(raw[ownKey])
  if (secret) return withKey(raw, ownKey, withKey(own, 'secret', true))
  const rest = withoutKey(own, 'secret')
  const bare = withKeyOrNone(raw, ownKey, Object.keys(rest).length > 0 ? rest : undefined)
  return raw.type === 'secret' ? withoutKey(bare, 'type') : bare
}
