/** What was found in the address that a user pasted for a tunnel. */
export type PublicBaseUrl =
  | {
      readonly state: 'usable'
      /** Scheme, host and, where it is not the usual one, port; no path and no slash at the end. */
      readonly url: string
      /** `http:` sends every lead unencrypted, and Partner Center takes `https:` only. */
      readonly insecure: boolean
    }
  | { readonly state: 'empty' }
  | { readonly state: 'not-an-address' }
  | { readonly state: 'not-http'; readonly scheme: string }
  /** Only this computer could reach it. */
  | { readonly state: 'local'; readonly host: string }

/**
 * Reads a tunnel's address as people paste it: with quotes, blanks, a path, a whole flow URL, or without `https://`.
 * @param text what was pasted
 */
export function readPublicBaseUrl(text: string): PublicBaseUrl {
  const bare = text.replace(/[\s"'<>`]+/g, '')
  if (bare === '') return { state: 'empty' }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(bare)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') return { state: 'not-http', scheme }
  const address = scheme === undefined ? `https://${bare}` : bare
  if (!URL.canParse(address)) return { state: 'not-an-address' }
  const url = new URL(address)
  if (isLocal(url.hostname)) return { state: 'local', host: url.hostname }
  // A name without a dot is a slip of the hand, unless it is an IPv6 address.
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return { state: 'not-an-address' }
  return { state: 'usable', url: url.origin, insecure: url.protocol === 'http:' }
}

function isLocal(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    host === '0.0.0.0' ||
    host.startsWith('127.')
  )
}
