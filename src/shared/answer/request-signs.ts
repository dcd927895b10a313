import { headerValue } from '../http/header-pair'
import { cutUrl, flowKind, isLoopback, queryPairs, queryValue, signatureLength } from '../url-doctor/flow-url-parts'
import type { SentRequest } from './answer'

/** What can be seen in the request itself. */
export type RequestSigns = {
  readonly host: string
  /** To a flow's trigger, of Power Automate or of a Lead Inspector. */
  readonly toFlow: boolean
  readonly toRetiredHost: boolean
  /** To this computer. */
  readonly toHere: boolean
  readonly scheme: string
  readonly signature: 'missing' | 'cut' | 'present'
  readonly hasAuthorization: boolean
  readonly contentType: string
  readonly isJson: boolean
}

export function readRequestSigns(sent: SentRequest): RequestSigns {
  const pieces = cutUrl(sent.url)
  const kind = flowKind(pieces)
  const signature = queryValue(queryPairs(pieces.query), 'sig')
  const contentType = (headerValue(sent.headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return {
    host: pieces.host,
    toFlow: kind !== null,
    toRetiredHost: kind === 'logic-apps-retired',
    toHere: isLoopback(pieces.host),
    scheme: (pieces.scheme ?? '').toLowerCase(),
    signature: signature === null ? 'missing' : signature.length < signatureLength ? 'cut' : 'present',
    hasAuthorization: headerValue(sent.headers, 'authorization') !== undefined,
    contentType,
    isJson: contentType === 'application/json' || contentType.endsWith('+json'),
  }
}
