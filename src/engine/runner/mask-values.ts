import { maskSignature } from '@shared/flow/flow-url'
import type { CheckResult } from '@shared/request/check'
import type { Auth } from '@shared/request/request-template'
import { type DynamicValue, resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/** Replaces what must not be seen in a text, in whatever form it came in. */
export type Mask = (text: string) => string

const dots = '••••••••'

/** A shorter secret occurs everywhere by chance and would make the text unreadable without hiding anything. */
const shortest = 3

/** A mask for the secret variables and the credentials of a request, as written and as they stand in URLs, and for `sig`. */
export function createMask(scopes: readonly VariableScope[], auth: Auth, dynamic: DynamicValue): Mask {
  const fill = (text: string): string => (text.includes('{{') ? resolveText(text, scopes, dynamic).text : text)
  const secrets = [...secretVariables(scopes), ...credentials(auth)].map(fill).filter((text) => text.length >= shortest)
  if (auth.type === 'basic') {
    secrets.push(Buffer.from(`${fill(auth.username)}:${fill(auth.password)}`).toString('base64'))
  }
  const forms = [
    ...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed()), jsonForm(secret)])),
  ]
  if (forms.length === 0) return maskUrls
  // Longest first: a secret within another one must not leave the other's rest behind.
  forms.sort((one, other) => other.length - one.length)
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, dots), maskUrls(text))
}

/** What is secret in any URL: signatures, and the password of `user:password@host`. */
function maskUrls(text: string): string {
  return maskSignature(text).replace(/(:\/\/[^\s/?#@:]*:)[^\s/?#@]+@/g, `$1${dots}@`)
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

function jsonForm(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** A check's result without the secrets that its expectation or the answer may hold. */
export function maskCheck(result: CheckResult, mask: Mask): CheckResult {
  const { check } = result
  return {
    ...result,
    check: 'expected' in check ? { ...check, expected: mask(check.expected) } : check,
    actual: result.actual === null ? null : mask(result.actual),
  }
}
