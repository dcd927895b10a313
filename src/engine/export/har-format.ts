import type { HeaderPair } from '@shared/http/header-pair'
import { headerValue } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { maskHeaders } from './mask-secrets'

/** Start and end of a HAR 1.2 file (W3C web-performance HAR draft); the entries between them are joined by commas. */
export function harHead(version: string): string {
  const creator = JSON.stringify({ name: 'Lead Inspector', version })
  return `{"log":{"version":"1.2","creator":${creator},"entries":[`
}
export const harTail = ']}}\n'

/** One lead as a HAR entry. Secrets are masked. @param baseUrl scheme, host and port of the receiver */
export function harEntry(lead: LeadDetail, baseUrl: string): string {
  const { request, answer, timing } = lead
  const target = maskUrlSecrets(request.target)
  const answerText = Buffer.from(answer.body).toString('utf8')
  return JSON.stringify({
    startedDateTime: new Date(lead.summary.receivedAt).toISOString(),
    time: timing.handledMs,
    request: {
      method: request.method,
      url: baseUrl + (target.startsWith('/') ? target : `/${target}`),
      httpVersion: `HTTP/${request.httpVersion}`,
      cookies: [],
      headers: harPairs(maskHeaders(request.headers)),
      queryString: queryPairs(target),
      headersSize: -1,
      bodySize: request.bodySize,
      ...(request.body.length > 0 && { postData: postData(lead) }),
    },
    response: {
      status: answer.status,
      statusText: answer.reason,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: harPairs(answer.headers),
      content: {
        size: answer.body.length,
        mimeType: headerValue(answer.headers, 'content-type') ?? '',
        ...(answerText && { text: answerText }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: answer.body.length,
    },
    cache: {},
    timings: { send: 0, wait: Math.max(0, timing.handledMs - timing.bodyMs), receive: timing.bodyMs },
  })
}

/** By hand: a scanner's target need not be a URL, and one that is none must not end the whole export. */
function queryPairs(target: string): readonly { name: string; value: string }[] {
  const start = target.indexOf('?')
  const query = new URLSearchParams(start < 0 ? '' : target.slice(start + 1))
  return [...query].map(([name, value]) => ({ name, value }))
}

function postData(lead: LeadDetail): { mimeType: string; text: string; encoding?: 'base64' } {
  const mimeType = headerValue(lead.request.headers, 'content-type') ?? ''
  if (lead.bodyText !== null) return { mimeType, text: lead.bodyText }
  return { mimeType, text: Buffer.from(lead.request.body).toString('base64'), encoding: 'base64' }
}

function harPairs(pairs: readonly HeaderPair[]): readonly { name: string; value: string }[] {
  return pairs.map(([name, value]) => ({ name, value }))
}
