/** More redirects than the request's settings allow. */
export class TooManyRedirects extends Error {
  override readonly name = 'TooManyRedirects'
  readonly code = 'TOO_MANY_REDIRECTS'
}
