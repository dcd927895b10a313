import { isSecretName } from '@shared/http/secret-name'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { mapVariables } from './document-secrets'
import { looseText } from './formats/loose-json'

/**
 * A collection for other eyes: without the values of secret variables, of auth, of headers that carry credentials, of
 * passwords of proxies and certificates, and without signatures in URLs wherever they stand. What is a `{{variable}}`
 * stays, since it says nothing.
 */
export function blankSecrets(document: JsonObject): JsonObject {
  const open = mapVariables(document, (variables) =>
    variables.some(({ secret, value }) => secret && value !== '')
      ? variables.map((variable) => (variable.secret ? { ...variable, value: '' } : variable))
      : variables,
  )
  return blankObject(open)
}

/** A text without what is secret in its URLs: the value of each `sig`, encoded or in JSON too, and passwords. */
export function blankUrlSecrets(text: string): string {
  return text.replace(signature, '$1').replace(password, '$1@')
}

const signature = /((?:[?&;]|\\u0026|%26|%3f)sig(?:=|\\u003d|%3d))(?!\{\{)(?:(?!%2[236])[^&#\s"'<>\\])+/gi
const password = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@:"'<>\\]*:)(?!\{\{)[^\s/?#@"'<>\\]+@/gi
const headerLine = /^([^\s:]+)([ \t]*:)(?![ \t]*\{\{)[^\r\n]*/gm

function blankHeaderLines(text: string): string {
  return text.replace(headerLine, (line, name: string, colon: string) => (isSecretName(name) ? name + colon : line))
}

/** What of an auth says where and how, and not the secret itself; all else is left out, whatever kind of auth it is. */
const openAuthFields = new Set(
  `type username user key in algorithm realm qop nonceCount clientNonce region service addTokenTo tokenName tokenType
   grant_type authUrl accessTokenUrl refreshTokenUrl redirect_uri scope client_authentication clientId consumerKey
   signatureMethod version addParamsToHeader addEmptyParamsToSign includeBodyHash authId app delegation workstation
   domain headerPrefix issuer subject audience kid`.split(/\s+/),
)

function blankObject(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, blankValue(key, value)]))
}

function blankValue(key: string, value: JsonValue): JsonValue {
  if (typeof value === 'string') return blankUrlSecrets(key === 'header' ? blankHeaderLines(value) : value)
  if (Array.isArray(value)) return value.map((entry: JsonValue) => blankEntry(key, entry))
  if (!isJsonObject(value)) return value
  if (key === 'auth') return blankAuth(value)
  const inside = blankObject(value)
  if (key === 'proxy') return withoutValue(inside, 'password', looseText(inside.host).replace(/(:\/\/)[^/@]*@/, '$1'))
  return key === 'certificate' ? withoutValue(inside, 'passphrase') : inside
}

/** An entry of a list: a row of headers or of a query may be a credential, a cookie always is. */
function blankEntry(list: string, entry: JsonValue): JsonValue {
  if (typeof entry === 'string') return blankUrlSecrets(list === 'header' ? blankHeaderLines(entry) : entry)
  if (!isJsonObject(entry)) return entry
  const inside = blankObject(entry)
  const name = looseText(entry.key)
  const isSecret =
    list === 'cookie' || (list === 'header' && isSecretName(name)) || (list === 'query' && name.toLowerCase() === 'sig')
  return isSecret ? withoutValue(inside, 'value') : inside
}

function blankAuth(auth: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(auth).map(([key, value]) => {
      if (key === 'type') return [key, value]
      if (isJsonObject(value)) {
        return [key, Object.fromEntries(Object.entries(value).map(([name, field]) => [name, blankField(name, field)]))]
      }
      // The user and password of a URL that is taken apart.
      if (!Array.isArray(value)) return [key, blankField(key, value)]
      const rows = value.map((row: JsonValue) =>
        isJsonObject(row) && row.value !== undefined
          ? { ...row, value: blankField(looseText(row.key), row.value) }
          : row,
      )
      return [key, rows]
    }),
  )
}

function blankField(name: string, value: JsonValue): JsonValue {
  if (openAuthFields.has(name) || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return isVariable(value) ? value : ''
  return Array.isArray(value) ? [] : null
}

function withoutValue(object: JsonObject, key: string, host?: string): JsonObject {
  const value = object[key]
  const blanked = typeof value === 'string' && !isVariable(value) ? { ...object, [key]: '' } : object
  return host === undefined || object.host === undefined ? blanked : { ...blanked, host }
}

function isVariable(text: string): boolean {
  return /^\s*\{\{[^{}]+\}\}\s*$/.test(text)
}
