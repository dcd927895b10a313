import type { Flow } from '@shared/flow/flow'
import { buildFlowUrl } from '@shared/flow/flow-url'
import type { HeaderPair } from '@shared/http/header-pair'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { newRequest, type RequestTemplate } from '@shared/request/request-template'

/** What belongs to the connection or is worked out anew with every send. */
const ownHeaders =
  /^(?:host|content-length|content-encoding|transfer-encoding|connection|keep-alive|proxy-.*|te|trailer|upgrade|expect|accept-encoding|x-forwarded-.*|x-real-ip|forwarded|via)$/i

/**
 * A stored lead as a request that would arrive in the same way: method, headers and body as received.
 * @param flow the flow that took it; null sends it to the path that it was sent to
 */
export function leadAsRequest(lead: LeadDetail, flow: Flow | null, baseUrl: string): RequestTemplate {
  const { method, target, headers } = lead.request
  const text = lead.bodyText ?? ''
  return {
    ...newRequest,
    method,
    url: flow ? urlOf(flow, baseUrl) : `${baseUrl}${target}`,
    headers: headers.filter(([name]) => !ownHeaders.test(name)).map(row),
    auth: { type: 'none' },
    body: text === '' ? { type: 'none' } : { type: 'raw', language: isJson(headers) ? 'json' : 'text', text },
  }
}

function urlOf(flow: Flow, baseUrl: string): string {
  return buildFlowUrl(baseUrl, { id: flow.id, signature: flow.triggeredBy === 'tenant' ? null : flow.signature })
}

function row([name, value]: HeaderPair): RequestTemplate['headers'][number] {
  return { name, value, enabled: true, description: '' }
}

function isJson(headers: readonly HeaderPair[]): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'content-type' && /[/+]json\b/i.test(value))
}
