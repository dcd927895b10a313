import { headerValue } from '../http/header-pair'
import { visibleString } from '../text/visible-string'
import type { Answer, SentRequest } from './answer'
import { type Explained, explained } from './explanation'
import { type RequestSigns, readRequestSigns } from './request-signs'
import { explainTriggerError, readTriggerError } from './trigger-error'

/** What an answer means: by the signs in the request, the error code in the answer, else its status. */
export function explainAnswer(answer: Answer, sent: SentRequest): Explained {
  const signs = readRequestSigns(sent)
  const { status } = answer
  const lost = lostBody(answer, sent)
  if (lost !== null) return lost
  if (status >= 200 && status < 300) return explainSuccess(answer, sent, signs)
  if (status >= 300 && status < 400) return explainRedirect(answer, sent)
  const error = readTriggerError(answer.bodyText)
  const known = error === null ? null : explainTriggerError(error, sent.method, signs)
  if (known !== null) return known
  if (signs.toRetiredHost && (status === 404 || status === 410)) return explained('error', 'host-retired')
  return explainRefusal(answer, signs)
}

/** A redirect that turned the POST into a GET: the lead was not taken along, whatever was answered then. */
function lostBody({ status, redirects }: Answer, sent: SentRequest): Explained | null {
  const at = redirects.findIndex((step) => step.method.toUpperCase() !== 'GET' && becomesGet(step.status, step.method))
  const step = redirects[at]
  if (step === undefined || sent.bodySize === 0) return null
  return explained('warning', 'redirect-lost-body', {
    method: visibleString(sent.method),
    redirectStatus: step.status,
    status,
    to: hostOf(step.to),
  })
}

function becomesGet(status: number, method: string): boolean {
  return status === 303 || ((status === 301 || status === 302) && method.toUpperCase() === 'POST')
}

function explainSuccess(answer: Answer, sent: SentRequest, signs: RequestSigns): Explained {
  const { status } = answer
  if (status === 202) {
    if (!signs.toFlow && runIdOf(answer) === null) return explained('success', 'accepted-elsewhere')
    if (sent.bodySize === 0) return explained('warning', 'accepted-without-body')
    if (signs.isJson) return explained('success', 'accepted')
    const contentType = signs.contentType === '' ? '—' : visibleString(signs.contentType.slice(0, 100))
    return explained('warning', 'accepted-not-json', { contentType })
  }
  const answered = headerValue(answer.headers, 'content-type') ?? ''
  if (sent.bodySize > 0 && /^text\/html\b/i.test(answered)) return explained('warning', 'web-page', { status })
  return status === 200 ? explained('success', 'ok') : explained('success', 'success', { status })
}

function explainRedirect(answer: Answer, sent: SentRequest): Explained {
  const { status } = answer
  const location = headerValue(answer.headers, 'location')
  if (location === undefined) return explained('warning', 'unusual', { status })
  const secure = sent.url.replace(/^http:/i, 'https:').replace(/^(https:\/\/[^/:]+):\d+/i, '$1')
  if (/^http:/i.test(sent.url) && location.replace(/^(https:\/\/[^/:]+):\d+/i, '$1') === secure) {
    return explained('error', 'http-for-https', { host: hostOf(sent.url) })
  }
  return explained('warning', 'redirect', { status, to: hostOf(location) })
}

function explainRefusal(answer: Answer, signs: RequestSigns): Explained {
  const { status, headers } = answer
  switch (status) {
    case 400:
      return explained('error', 'bad-request')
    case 401:
      if (signs.toFlow && signs.signature === 'missing') return explained('error', 'sig-missing')
      if (signs.toFlow && signs.hasAuthorization) return explained('error', 'authorization-clash')
      if (signs.toFlow) return explained('error', signs.signature === 'cut' ? 'sig-cut' : 'sig-wrong')
      return explained('error', 'unauthorized')
    case 403:
      return explained('error', 'forbidden')
    case 404:
    case 410:
      return explained('error', 'not-found', { status, host: visibleString(signs.host) })
    case 405: {
      const allowed = headerValue(headers, 'allow') ?? ''
      return explained('error', 'method-not-allowed', {
        allowed: allowed === '' ? '—' : visibleString(allowed.slice(0, 100)),
      })
    }
    case 407:
      return explained('error', 'proxy-login')
    case 408:
      return explained('error', 'request-timeout')
    case 413:
      return explained('error', 'too-large')
    case 414:
      return explained('error', 'url-too-long')
    case 415:
      return explained('error', 'content-type-refused')
    case 429:
      return explainThrottling(headerValue(headers, 'retry-after'))
    case 431:
      return explained('error', 'headers-too-large')
    case 502:
      return explained('error', signs.toFlow ? 'no-response' : 'bad-gateway')
    case 503:
      return explained('error', 'unavailable')
    case 504:
      return explained('error', signs.toFlow ? 'response-late' : 'gateway-timeout')
    default:
      if (status >= 400 && status < 500) return explained('error', 'client-error', { status })
      return status >= 500
        ? explained('error', 'server-error', { status })
        : explained('warning', 'unusual', { status })
  }
}

/** Seconds or a date, RFC 9110, 10.2.3. */
function explainThrottling(retryAfter: string | undefined): Explained {
  if (retryAfter === undefined || retryAfter.trim() === '') return explained('warning', 'throttled')
  const text = retryAfter.trim()
  const wait = /^\d{1,9}$/.test(text) ? `${text} s` : visibleString(text.slice(0, 100))
  return explained('warning', 'throttled-retry-after', { wait })
}

/** The run that an answer began; null where it names none. */
export function runIdOf(answer: Answer): string | null {
  const id = headerValue(answer.headers, 'x-ms-workflow-run-id')
  return id === undefined || id === '' ? null : id
}

/** Of an address that others wrote: without what may be secret. */
function hostOf(url: string): string {
  return visibleString((/^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? url.split(/[?#]/)[0] ?? '').slice(0, 200))
}
