/** A URL taken apart as Postman does it, without decoding anything; null for what is not there. */
export type UrlParts = {
  readonly protocol: string | null
  /** `user:password` before an `@`. */
  readonly userInfo: string | null
  readonly host: readonly string[] | null
  readonly port: string | null
  readonly path: readonly string[] | null
  /** The pieces between `&`. */
  readonly query: readonly string[] | null
  readonly hash: string | null
}

const variable = /\{\{[^{}]*\}\}/g

/** Takes a URL with `{{variables}}` apart: signs within a variable's name separate nothing. */
export function splitUrl(url: string): UrlParts {
  const text = url.trimStart()
  // Of the same length, so that what is found in it can be cut from the text.
  const shape = text.replace(variable, (name) => 'v'.repeat(name.length))

  const hashAt = shape.indexOf('#')
  const beforeHash = hashAt < 0 ? text.length : hashAt
  const queryAt = shape.slice(0, beforeHash).indexOf('?')
  const end = queryAt < 0 ? beforeHash : queryAt
  const address = shape.slice(0, end).replaceAll('\\', '/')

  const protocolAt = address.indexOf('://')
  let from = protocolAt < 0 ? 0 : protocolAt + 3
  while (protocolAt >= 0 && address[from] === '/') from++
  const slash = address.indexOf('/', from)
  const hostEnd = slash < 0 ? end : slash
  const at = address.slice(from, hostEnd).lastIndexOf('@')
  const hostFrom = at < 0 ? from : from + at + 1
  const colon = address.slice(hostFrom, hostEnd).lastIndexOf(':')
  const portAt = colon < 0 || address.slice(hostFrom + colon, hostEnd).includes(']') ? -1 : hostFrom + colon
  const nameEnd = portAt < 0 ? hostEnd : portAt

  return {
    protocol: protocolAt < 0 ? null : text.slice(0, protocolAt),
    userInfo: at < 0 ? null : text.slice(from, from + at),
    host: nameEnd > hostFrom ? cut(text, address, hostFrom, nameEnd, '.') : null,
    port: portAt < 0 ? null : text.slice(portAt + 1, hostEnd),
    path: slash < 0 ? null : cut(text, address, slash + 1, end, '/'),
    query: queryAt < 0 ? null : cut(text, shape, queryAt + 1, beforeHash, '&'),
    hash: hashAt < 0 ? null : text.slice(hashAt + 1),
  }
}

/** A URL put together again. */
export function joinUrl(parts: UrlParts): string {
  let url = ''
  if (parts.protocol !== null) url += parts.protocol.endsWith('://') ? parts.protocol : `${parts.protocol}://`
  if (parts.userInfo !== null) url += `${parts.userInfo}@`
  if (parts.host) url += parts.host.join('.')
  if (parts.port !== null) url += `:${parts.port}`
  if (parts.path) url += `/${parts.path.join('/')}`
  if (parts.query) url += `?${parts.query.join('&')}`
  if (parts.hash !== null) url += `#${parts.hash}`
  return url
}

/** A piece of a query: `name=value`; without `=` the value is null. */
export function splitQueryPiece(piece: string): { readonly name: string; readonly value: string | null } {
  const shape = piece.replace(variable, (name) => 'v'.repeat(name.length))
  const equals = shape.indexOf('=')
  return equals < 0 ? { name: piece, value: null } : { name: piece.slice(0, equals), value: piece.slice(equals + 1) }
}

/** The pieces of a part of the text, cut where its shape has the separator. */
function cut(text: string, shape: string, from: number, to: number, separator: string): readonly string[] {
  let at = from
  return shape
    .slice(from, to)
    .split(separator)
    .map((piece) => {
      const start = at
      at += piece.length + separator.length
      return text.slice(start, start + piece.length)
    })
}
