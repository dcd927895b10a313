import type { HeaderPair } from '@shared/http/header-pair'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Answer } from '@shared/lead/lead-detail'
import type { ReceiverLimits } from './limits'
import { transportAnswer } from './transport-answer'

export type RequestProblem = { readonly diagnosis: Diagnosis; readonly answer: Answer }

export type RequestHead = { readonly headers: readonly HeaderPair[]; readonly problem: RequestProblem | null }

/** Pairs up the raw headers and checks the limits of the head, in one pass because every request comes through here. */
export function readHead(target: string, rawHeaders: readonly string[], limits: ReceiverLimits): RequestHead {
  const headers: HeaderPair[] = []
  let bytes = 0
  let crossSite = false
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const value = rawHeaders[index + 1] ?? ''
    headers.push([name, value])
    bytes += name.length + value.length + 4 // ': ' and the line's end
    if (name.length === 14 && value === 'cross-site' && name.toLowerCase() === 'sec-fetch-site') crossSite = true
  }
  return { headers, problem: headProblem(target, headers.length, bytes, crossSite, limits) }
}

function headProblem(
  target: string,
  lines: number,
  bytes: number,
  crossSite: boolean,
  limits: ReceiverLimits,
): RequestProblem | null {
  if (target.length > limits.targetBytes) return targetTooLong(limits)
  if (bytes > limits.headerBytes || lines > limits.headerLines) return headersTooLarge(limits)
  if (crossSite) return { diagnosis: { code: 'cross-site', params: {} }, answer: transportAnswer('cross-site') }
  return null
}

export function targetTooLong(limits: ReceiverLimits): RequestProblem {
  return {
    diagnosis: { code: 'target-too-long', params: { limitKiB: limits.targetBytes / 1024 } },
    answer: transportAnswer('target-too-long'),
  }
}

export function headersTooLarge(limits: ReceiverLimits): RequestProblem {
  return {
    diagnosis: {
      code: 'headers-too-large',
      params: { limitKiB: limits.headerBytes / 1024, limitLines: limits.headerLines },
    },
    answer: transportAnswer('headers-too-large'),
  }
}

export function bodyTooLarge(maxBodyBytes: number): RequestProblem {
  const limitMiB = Math.round((maxBodyBytes / 1_048_576) * 1000) / 1000
  return { diagnosis: { code: 'body-too-large', params: { limitMiB } }, answer: transportAnswer('body-too-large') }
}
