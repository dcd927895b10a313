import { headerValue } from '@shared/http/header-pair'
import type { ReceivedRequest } from '../receiver/received-request'
import { type ReadBody, readPlainBody } from './read-body'

/** Bytes kept and read of the body of a request that no flow took: enough for any lead, too little to be a burden. */
const refusedBodyLimit = 64 * 1024

/** A refused request with at most the first 64 KiB of its body, so that a scanner cannot fill the disk. */
export function shortenBody(request: ReceivedRequest): ReceivedRequest {
  if (request.body.length <= refusedBodyLimit) return request
  return { ...request, body: request.body.slice(0, refusedBodyLimit), bodyCut: true }
}

/**
 * Reads what is in a refused request, so that its lead can be shown. A sender without the flow's secret must not cost
 * more than a sender with it: the body is short, and one in a content-encoding is not inflated.
 */
export function readRefused(request: ReceivedRequest): ReadBody {
  const encoding = headerValue(request.headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== '' && encoding !== 'identity') {
    return { text: null, charset: null, content: { kind: 'text', value: '' }, lead: null, findings: [] }
  }
  return readPlainBody(request)
}
