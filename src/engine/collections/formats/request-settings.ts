import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import { looseObject, looseText } from './loose-json'
import { withKey, withoutKey } from './object-edit'
import { readProxy, writeProxy } from './proxy'

/**
 * Settings of a request. Postman has them in three places: `protocolProfileBehavior` of the item (where we add
 * `timeoutMs`, which Postman passes over), and `certificate` and `proxy` of the request.
 */
export function readSettings(behavior: JsonValue | undefined, request: JsonObject): RequestSettings {
  const object = looseObject(behavior)
  return {
    timeoutMs: wholeNumber(object.timeoutMs, 3_600_000) ?? defaultRequestSettings.timeoutMs,
    followRedirects: readFlag(object.followRedirects, defaultRequestSettings.followRedirects),
    maxRedirects: wholeNumber(object.maxRedirects, 50) ?? defaultRequestSettings.maxRedirects,
    verifyTls: readFlag(object.strictSSL, defaultRequestSettings.verifyTls),
    clientCertificate: readCertificate(request.certificate),
    proxy: readProxy(request.proxy),
  }
}

/** `protocolProfileBehavior` for new settings; undefined where none is needed. */
export function writeBehavior(
  raw: JsonValue | undefined,
  from: RequestSettings,
  to: RequestSettings,
): JsonValue | undefined {
  const found = looseObject(raw)
  let object = found
  if (from.timeoutMs !== to.timeoutMs) object = withKey(object, 'timeoutMs', to.timeoutMs)
  if (from.followRedirects !== to.followRedirects) object = withKey(object, 'followRedirects', to.followRedirects)
  if (from.maxRedirects !== to.maxRedirects) object = withKey(object, 'maxRedirects', to.maxRedirects)
  if (from.verifyTls !== to.verifyTls) object = withKey(object, 'strictSSL', to.verifyTls)
  return object === found ? raw : object
}

/** A request with the certificate and the proxy of new settings. */
export function withConnection(
  request: JsonObject,
  from: RequestSettings,
  to: RequestSettings,
  order: readonly string[],
): JsonObject {
  let object = request
  if (JSON.stringify(from.clientCertificate) !== JSON.stringify(to.clientCertificate)) {
    object = to.clientCertificate
      ? withKey(object, 'certificate', writeCertificate(looseObject(object.certificate), to.clientCertificate), order)
      : withoutKey(object, 'certificate')
  }
  if (from.proxy !== to.proxy) {
    object =
      to.proxy === ''
        ? withoutKey(object, 'proxy')
        : withKey(object, 'proxy', writeProxy(object.proxy, to.proxy), order)
  }
  return object
}

type Certificate = NonNullable<RequestSettings['clientCertificate']>

/** A PEM pair is `cert` and `key`; a PFX file is `pfx`, as newer Postman files have it. */
function readCertificate(raw: JsonValue | undefined): RequestSettings['clientCertificate'] {
  if (!isJsonObject(raw)) return null
  const certificate = sourceOf(raw.cert) || sourceOf(raw.pfx)
  if (!certificate) return null
  const key = sourceOf(raw.key)
  return {
    certificate: { path: certificate },
    key: key ? { path: key } : null,
    passphrase: looseText(raw.passphrase),
  }
}

function writeCertificate(raw: JsonObject, certificate: Certificate): JsonObject {
  const isPfx = certificate.key === null && /\.(pfx|p12)$/i.test(certificate.certificate.path)
  const place = isPfx ? 'pfx' : 'cert'
  let object = withoutKey(raw, isPfx ? 'cert' : 'pfx')
  object = withKey(object, place, withKey(looseObject(object[place]), 'src', certificate.certificate.path))
  object = certificate.key
    ? withKey(object, 'key', withKey(looseObject(object.key), 'src', certificate.key.path))
    : withoutKey(object, 'key')
  if (certificate.passphrase === looseText(object.passphrase)) return object
  return withKey(object, 'passphrase', certificate.passphrase)
}

function sourceOf(raw: JsonValue | undefined): string {
  return isJsonObject(raw) ? looseText(raw.src) : looseText(raw)
}

function wholeNumber(value: JsonValue | undefined, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, most) : null
}

function readFlag(value: JsonValue | undefined, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback
}
