import type { Auth } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'

/**
 * Scopes without the values of secret variables: they then stay in a text as `{{name}}`, to be filled in by whoever uses
 * it. A secret that is a URL is left, since nothing would be left of the request without it; its signature is masked
 * where it is shown.
 */
export function withoutSecretValues(scopes: readonly VariableScope[]): readonly VariableScope[] {
  return scopes.map((scope) => ({
    ...scope,
    variables: scope.variables.filter((variable) => !variable.secret || /^https?:\/\//i.test(variable.value)),
  }))
}

/** Auth that says what belongs where its secrets stand. */
export function withoutCredentials(auth: Auth): Auth {
  switch (auth.type) {
    case 'basic':
      return { ...auth, password: 'YOUR-PASSWORD' }
    case 'bearer':
      return { ...auth, token: 'YOUR-TOKEN' }
    case 'api-key':
      return { ...auth, value: 'YOUR-API-KEY' }
    default:
      return auth
  }
}
