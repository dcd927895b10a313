import type { ImportNote } from '../collection/node-content'
import type { RequestTemplate } from '../request/request-template'

/** A request read from a cURL command. */
export type CurlRequest = {
  /** The address without scheme and query. */
  readonly name: string
  readonly request: RequestTemplate
  /** What could not be taken over, or needs a look. */
  readonly notes: readonly ImportNote[]
}
