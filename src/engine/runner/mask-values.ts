import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { isSecretName } from '@shared/http/secret-name'
import type { CheckResult } from '@shared/request/check'
import type { Auth, RequestTemplate } from '@shared/request/request-template'
import { type DynamicValue, resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/** Replaces what must not be seen in a text, in whatever form it came in. */
export type Mask = (text: string) => string

const dots = '••••••••'

/** A shorter secret occurs everywhere by chance and would make the text unreadable without hiding anything. */
const shortest = 3

/**
 * A mask for the secret variables, the credentials and the URL's signature of a request, as written and in the forms that
 * they take in URLs, forms and JSON, also where a server tells them back.
 * @param auth the request's own or the inherited one
 */
export function createMask(
  request: Pick<RequestTemplate, 'url' | 'headers'>,
  auth: Auth,
  scopes: readonly VariableScope[],
  dynamic: DynamicValue,
): Mask {
  const fill = (text: string): string => (text.includes('{{') ? resolveText(text, scopes, dynamic).text : text)
  const secrets = [
    ...[...secretVariables(scopes), ...credentials(auth)].map(fill),
    ...secretsInUrl(fill(request.url)),
    ...secretsInHeaders(request.headers, fill),
  ]
  if (auth.type === 'basic') {
    secrets.push(Buffer.from(`${fill(auth.username)}:${fill(auth.password)}`).toString('base64'))
  }
  const forms = [...new Set(secrets.filter((text) => text.length >= shortest).flatMap(formsOf))]
  if (forms.length === 0) return (text) => maskUrlSecrets(text)
  // Longest first: a secret within another one must not leave the other's rest behind.
  forms.sort((one, other) => other.length - one.length)
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, dots), maskUrlSecrets(text))
}

/** A secret as it may stand in a text: itself, in the URL that is sent (see `prepare-url.ts`), encoded by a server. */
function formsOf(secret: string): readonly string[] {
  const text = secret.toWellFormed()
  return [
    secret,
    secret.replace(/[&#]/g, encodeURIComponent),
    secret.replace(/[/?#]/g, encodeURIComponent),
    encodeURI(text),
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ]
}

function secretsInUrl(url: string): readonly string[] {
  const signature = /[?&;]sig=([^&#\s]+)/i.exec(url)?.[1]
  const password = /^[a-z]+:\/\/[^/?#@:]*:([^/?#]*)@/i.exec(url)?.[1]
  return [signature, password].flatMap((written) => (written === undefined ? [] : [written, decoded(written)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `Bearer x` is masked whole, and its `x` alone. */
function secretsInHeaders(rows: RequestTemplate['headers'], fill: (text: string) => string): readonly string[] {
  return rows
    .filter(({ enabled, name }) => enabled && isSecretName(name))
    .map(({ value }) => fill(value).trim())
    .flatMap((value) => [value, value.replace(/^\S+\s+/, '')])
}

function secretVariables(scopes: readonly VariableScope[]): readonly string[] {
  return scopes.flatMap((scope) =>
    scope.variables.filter((variable) => variable.secret && variable.enabled).map((variable) => variable.value),
  )
}

function credentials(auth: Auth): readonly string[] {
  switch (auth.type) {
    case 'basic':
      return [auth.password]
    case 'bearer':
      return [auth.token]
    case 'api-key':
      return [auth.value]
    default:
      return []
  }
}

/** A check's result without the secrets that its expectation may hold. */
export function maskCheck(result: CheckResult, mask: Mask): CheckResult {
  const { check } = result
  return 'expected' in check ? { ...result, check: { ...check, expected: mask(check.expected) } } : result
}
