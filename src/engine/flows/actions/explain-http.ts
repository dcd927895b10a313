import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { StepError } from '@shared/run/run'
import type { GuardedAnswer } from '../../sender/guarded-request'
import { failed, type StepResult, type StepShown, stepError, timedOut } from '../step-result'
import { capValue, headerValues } from '../step-values'

/** The answer's part of what a step shows. */
export function answerOutputs(answer: Extract<GuardedAnswer, { kind: 'answered' }>): StepShown['outputs'] {
  return [
    { name: 'statusCode', value: String(answer.status) },
    ...headerValues(answer.headers),
    ...(answer.body === '' ? [] : [{ name: 'body', value: capValue(answer.body) }]),
  ]
}

/** Anything but a 2xx as the end of an attempt: why, and whether another one is safe and may help. */
export function explainHttp(answer: GuardedAnswer, url: URL, timeoutMs: number, shown: StepShown): StepResult {
  const host = url.hostname
  switch (answer.kind) {
    case 'private':
      return failed(stepError('private-address', { host, address: answer.address }), shown)
    case 'failed': {
      const { kind, code, port } = answer.failure
      if (kind === 'timed-out' && !answer.nothingSent) {
        return timedOut(stepError('timed-out', { host, seconds: Math.round(timeoutMs / 1000) }), shown)
      }
      const known = failureCodes.has(kind) ? kind : 'failed'
      const params = { host, port: port ?? 0, code, seconds: Math.round(timeoutMs / 1000) }
      return failed(stepError(known, params), shown, answer.nothingSent && healing.has(kind) ? { afterMs: 0 } : null)
    }
    case 'answered': {
      const again = answer.status === 408 || answer.status === 429 || answer.status >= 500
      const error = statusError(answer.status, host, answer.headers, answer.body)
      const withOutputs = { ...shown, outputs: answerOutputs(answer) }
      return failed(error, withOutputs, again ? { afterMs: retryAfterMs(answer.headers, Date.now()) } : null)
    }
  }
}

const failureCodes = new Set<string>([
  'dns-failed',
  'refused',
  'unreachable',
  'reset',
  'timed-out',
  'tls-untrusted',
  'tls-expired',
  'tls-wrong-host',
  'tls-failed',
  'not-http',
])

/** Failures before anything was sent that pass by themselves. */
const healing = new Set<string>(['dns-failed', 'refused', 'unreachable', 'reset', 'timed-out'])

function statusError(status: number, host: string, headers: readonly HeaderPair[], body: string): StepError {
  const params = { host, status }
  const answer = capValue(body.slice(0, 2000))
  if (status >= 300 && status < 400) {
    return stepError(
      'http-redirect',
      { ...params, location: maskUrlSecrets(headerValue(headers, 'location') ?? '–') },
      answer,
    )
  }
  switch (status) {
    case 400:
      return stepError('http-not-valid', params, answer)
    case 401:
      return stepError('http-unauthorized', params, answer)
    case 403:
      return stepError('http-forbidden', params, answer)
    case 404:
      return stepError('http-not-found', params, answer)
    case 429:
      return stepError('http-throttled', params, answer)
    default:
      return stepError(status >= 500 ? 'http-server-error' : 'http-refused', params, answer)
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); 0 where there is none that can be read. */
function retryAfterMs(headers: readonly HeaderPair[], now: number): number {
  const value = headerValue(headers, 'retry-after')?.trim() ?? ''
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000
  const time = Date.parse(value)
  return Number.isNaN(time) ? 0 : Math.max(0, time - now)
}
