import { dynamicNames } from '../variables/dynamic-names'
import { resolveText } from '../variables/resolve-text'
import type { VariableScope } from '../variables/variable-scope'
import type { Auth, RequestBody, RequestRow, RequestTemplate } from './request-template'

/**
 * Names of variables that a request uses and that have no value, each once, in the order in which they are met.
 * @param inherited the auth of the folder around it, which counts where its own is `inherit`
 */
export function unresolvedVariables(
  request: RequestTemplate,
  inherited: Auth,
  scopes: readonly VariableScope[],
): readonly string[] {
  const known = new Set(dynamicNames.map(({ name }) => name))
  const dynamic = (name: string) => (known.has(name) ? '' : null)
  const names = textsOf(request, inherited).flatMap((text) =>
    text.includes('{{') ? resolveText(text, scopes, dynamic).unresolved : [],
  )
  return [...new Set(names)]
}

/** Everything of a request that goes out, or decides how it goes. */
function textsOf(request: RequestTemplate, inherited: Auth): readonly string[] {
  const { settings } = request
  return [
    request.method,
    request.url,
    // A query is taken from the URL; its rows count only when the URL has none.
    ...(request.url.includes('?') ? [] : rowTexts(request.params)),
    ...rowTexts(request.pathVariables),
    ...rowTexts(request.headers),
    ...authTexts(request.auth.type === 'inherit' ? inherited : request.auth),
    ...bodyTexts(request.body),
    settings.proxy,
    settings.clientCertificate?.passphrase ?? '',
  ]
}

function rowTexts(rows: readonly RequestRow[]): readonly string[] {
  return rows.filter((row) => row.enabled).flatMap((row) => [row.name, row.value])
}

function authTexts(auth: Auth): readonly string[] {
  switch (auth.type) {
    case 'basic':
      return [auth.username, auth.password]
    case 'bearer':
      return [auth.token]
    case 'api-key':
      return [auth.name, auth.value]
    default:
      return []
  }
}

function bodyTexts(body: RequestBody): readonly string[] {
  switch (body.type) {
    case 'raw':
      return [body.text]
    case 'form-urlencoded':
    case 'form-data':
      return rowTexts(body.rows)
    case 'graphql':
      return [body.query, body.variables]
    default:
      return []
  }
}
