import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { looseObject, looseText } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'

/** A Postman `proxy` as one text, `http://user:password@host:port`; '' for none or one that is switched off. */
export function readProxy(raw: JsonValue | undefined): string {
  if (!isJsonObject(raw) || raw.disabled === true) return ''
  const host = looseText(raw.host)
  // A text that is no plain address (a variable, another scheme) is kept whole in `host`.
  if (host === '' || raw.port === undefined || host.includes('://')) return host
  const user = looseText(raw.username)
  const password = looseText(raw.password)
  const userInfo = raw.authenticate === true && user !== '' ? `${user}${password === '' ? '' : `:${password}`}@` : ''
  return `http://${userInfo}${host}:${looseText(raw.port)}`
}

const address = /^http:\/\/(?:([^:@/{}]*)(?::([^@/{}]*))?@)?([^:@/{}]+):(\d{1,5})\/?$/

/** A text as a Postman `proxy`; keys that the file has beside the address stay. */
export function writeProxy(raw: JsonValue | undefined, proxy: string): JsonObject {
  const base = withoutKey(looseObject(raw), 'disabled')
  const [, user, password, host, port] = address.exec(proxy) ?? []
  if (host === undefined) {
    const bare = ['port', 'authenticate', 'username', 'password'].reduce(withoutKey, base)
    return withKey(bare, 'host', proxy)
  }
  let object = withKey(withKey(base, 'host', host), 'port', Number(port))
  object = withKeyOrNone(object, 'authenticate', user ? true : undefined)
  object = withKeyOrNone(object, 'username', user || undefined)
  return withKeyOrNone(object, 'password', password || undefined)
}
