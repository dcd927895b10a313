import { AppError } from '@shared/app-error'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import type { Auth, RequestSettings, RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { createVariableFiller } from './fill-variables'
import { basicCredentials, prepareAuth } from './prepare-auth'
import { prepareBody } from './prepare-body'
import { prepareHeaders } from './prepare-headers'
import { prepareUrl, withQueryPair } from './prepare-url'
import type { PreparedBody, PreparedRequest } from './prepared-request'
import { requestNotValid } from './request-not-valid'

export type PrepareOptions = {
  /** Later scopes win over earlier ones. */
  readonly scopes: readonly VariableScope[]
  /** Of the folder or collection around the request: used where its own is `inherit`. */
  readonly auth: Auth
  /** The value of a dynamic variable by its name (`$guid`); null where there is no such one. */
  readonly dynamic: (name: string) => string | null
  /** Variables without a value go out as they are written. */
  readonly allowUnresolved: boolean
}

/**
 * A request ready to be sent: variables, auth and default headers filled in. Reads no file.
 * @throws AppError `variable-unresolved` {names}, `request-not-valid` {detail}
 */
export function prepareRequest(request: RequestTemplate, options: PrepareOptions): PreparedRequest {
  const { fill, isSecret, unresolved } = createVariableFiller(options.scopes, options.dynamic)
  // What has no value is told first: a URL that is a variable would be called not valid otherwise.
  const written = fill(request.url)
  const auth = prepareAuth(request.auth, options.auth, fill)
  const { body, contentType } = prepareBody(request.body, fill)
  const authHeader = auth.kind === 'header' ? auth.header : credentialsOf(written)
  const { headers, withoutHeaders } = prepareHeaders(request.headers, authHeader, contentType, fill)
  const credentialHeaders = [
    ...(authHeader === null ? [] : [authHeader[0]]),
    ...request.headers.filter(({ enabled, value }) => enabled && isSecret(value)).map(({ name }) => fill(name).trim()),
  ].map((name) => name.toLowerCase())
  const settings = fillSettings(request.settings, fill)
  const refuseUnresolved = (): void => {
    const names = unresolved()
    if (names.length > 0 && !options.allowUnresolved)
      throw new AppError('variable-unresolved', { names: names.join(', ') })
  }
  refuseUnresolved()
  const url = withoutCredentials(prepareUrl(written, request.params, request.pathVariables, fill))
  refuseUnresolved()

  return {
    method: checkedMethod(fill(request.method).trim()),
    url: auth.kind === 'query' ? withQueryPair(url, auth.name, auth.value) : url,
    ...(body.kind === 'multipart' ? withOneBoundary(headers, body) : { headers, body }),
    settings,
    ...(withoutHeaders.length > 0 && { withoutHeaders }),
    ...(credentialHeaders.length > 0 && { credentialHeaders }),
  }
}

function checkedMethod(method: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method)) {
    throw requestNotValid('The method is not one that HTTP allows. Choose POST, or another one of the list.')
  }
  if (/^connect$/i.test(method)) {
    throw requestNotValid('The method CONNECT opens a tunnel and cannot be sent as a request.')
  }
  return method
}

function fillSettings(settings: RequestSettings, fill: (text: string) => string): RequestSettings {
  const { clientCertificate, proxy } = settings
  if (clientCertificate === null && proxy === '') return settings
  return {
    ...settings,
    proxy: fill(proxy).trim(),
    clientCertificate: clientCertificate && {
      ...clientCertificate,
      passphrase: fill(clientCertificate.passphrase),
    },
  }
}

/** `https://user:password@host`: sent as basic auth, as browsers and curl do; null where the URL names nobody. */
function credentialsOf(url: string): HeaderPair | null {
  if (!url.includes('@') || !URL.canParse(url)) return null
  const { username, password } = new URL(url)
  if (username === '' && password === '') return null
  return ['Authorization', basicCredentials(decode(username), decode(password))]
}

function withoutCredentials(url: string): string {
  return url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A multipart type that the user wrote by hand decides the boundary, or gets ours: without it nobody can read the body. */
function withOneBoundary(
  headers: readonly HeaderPair[],
  body: Extract<PreparedBody, { kind: 'multipart' }>,
): Pick<PreparedRequest, 'headers' | 'body'> {
  const type = headerValue(headers, 'content-type')
  if (type === undefined || !/^multipart\//i.test(type)) return { headers, body }
  const written = /boundary="?([^";,\s]+)/i.exec(type)?.[1]
  if (written !== undefined) return { headers, body: { ...body, boundary: written } }
  const withBoundary = headers.map(
    ([name, value]): HeaderPair =>
      name.toLowerCase() === 'content-type' ? [name, `${value}; boundary=${body.boundary}`] : [name, value],
  )
  return { headers: withBoundary, body }
}
