import { defaultRequestSettings } from '@shared/request/request-template'
import type { PreparedRequest } from '../sender/prepared-request'

/**
 * A lead as Partner Center sends it: POST, JSON (facts, "What Partner Center sends"). It is not documented that it follows
 * redirects, and a flow never answers with one, so none is followed.
 */
export function leadRequest(url: string, body: Uint8Array, timeoutMs: number): PreparedRequest {
  return {
    method: 'POST',
    url,
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: { kind: 'bytes', bytes: body },
    settings: { ...defaultRequestSettings, timeoutMs, followRedirects: false },
  }
}

/** Of an answer's body: enough for the error that it may have. */
export const keptAnswerBytes = 16_384

export function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}
