import type { HeaderPair } from '@shared/http/header-pair'
import type { RequestSettings } from '@shared/request/request-template'

/** A request with its variables and auth filled in: what goes over the wire but for the body's files. */
export type PreparedRequest = {
  readonly method: string
  readonly url: string
  readonly headers: readonly HeaderPair[]
  readonly body: PreparedBody
  readonly settings: RequestSettings
  /** Lower-case names of headers that the user switched off: the sender does not add them by itself. */
  readonly withoutHeaders?: readonly string[]
  /** Lower-case names of headers with credentials in them: not for another host after a redirect. */
  readonly credentialHeaders?: readonly string[]
}

export type PreparedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'multipart'; readonly boundary: string; readonly parts: readonly PreparedPart[] }

export type PreparedPart = {
  readonly name: string
  readonly contentType: string | null
  readonly content: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly path: string }
}
