import { assertNever } from '@shared/assert-never'
import type { HeaderPair } from '@shared/http/header-pair'
import type { Auth } from '@shared/request/request-template'

/** What auth adds to a request. */
export type AuthAddition =
  | { readonly kind: 'none' }
  | { readonly kind: 'header'; readonly header: HeaderPair }
  | { readonly kind: 'query'; readonly name: string; readonly value: string }

const nothing: AuthAddition = { kind: 'none' }

/** @param inherited used for `inherit`; kinds that this app cannot do add nothing */
export function prepareAuth(auth: Auth, inherited: Auth, fill: (text: string) => string): AuthAddition {
  const used = auth.type === 'inherit' ? inherited : auth
  switch (used.type) {
    case 'inherit':
    case 'none':
    case 'unsupported':
      return nothing
    case 'basic':
      return { kind: 'header', header: ['Authorization', basicCredentials(fill(used.username), fill(used.password))] }
    case 'bearer':
      return { kind: 'header', header: ['Authorization', `Bearer ${fill(used.token).trim()}`] }
    case 'api-key': {
      const name = fill(used.name).trim()
      if (name === '') return nothing
      const value = fill(used.value)
      return used.placedIn === 'query' ? { kind: 'query', name, value } : { kind: 'header', header: [name, value] }
    }
    default:
      return assertNever(used)
  }
}

/** RFC 7617, as UTF-8. */
export function basicCredentials(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}
