import type { Answer, SendOutcomeDetail, SentRequest } from '@shared/answer/answer'
import { answerPreviewBytes } from '@shared/answer/answer'
import { headerValue } from '@shared/http/header-pair'
import { bodyText, inflateAnswer } from './answer-body'
import type { BodySource } from './body-source'
import { portOf, type Received } from './exchange'
import type { Journey } from './follow-redirects'
import type { PreparedRequest } from './prepared-request'
import { toSendFailure } from './send-failure'
import type { SendResult } from './sender'

const nothing = new Uint8Array(0)

/** What a send came to, in the contract's words: its answer inflated and decoded, or why there is none. */
export async function describeJourney(
  prepared: PreparedRequest,
  body: BodySource,
  journey: Journey,
  keepBytes: number,
): Promise<SendResult> {
  const { end, timing } = journey
  const sent = describeSent(prepared, body, journey)
  if (!end.ok) return { sent, timing, outcome: failed(end.error, journey), body: nothing }
  try {
    const inflating = inflateAnswer(end.body, end.headers)
    const inflated = inflating instanceof Promise ? await inflating : inflating
    const kept = inflated.byteLength > keepBytes ? inflated.subarray(0, keepBytes) : inflated
    // What was not kept had no encoding: its size is the wire's.
    const bodySize = end.body.byteLength < end.wireSize ? end.wireSize : inflated.byteLength
    const answer = describeAnswer(end, kept, bodySize, journey)
    return { sent, timing, outcome: { kind: 'answered', answer }, body: kept }
  } catch (error) {
    return { sent, timing, outcome: failed(error, journey), body: nothing }
  }
}

function failed(error: unknown, { end, lastUrl }: Journey): SendOutcomeDetail {
  return {
    kind: 'failed',
    failure: toSendFailure(error, lastUrl.hostname, portOf(lastUrl)),
    certificate: end.certificate,
  }
}

function describeSent(prepared: PreparedRequest, body: BodySource, journey: Journey): SentRequest {
  return {
    method: prepared.method,
    url: prepared.url,
    headers: journey.sentHeaders,
    bodySize: body.size,
    bodyText: bodyText(
      body.beginning,
      headerValue(prepared.headers, 'content-type'),
      answerPreviewBytes,
      body.beginning.byteLength < body.size,
    ),
  }
}

function describeAnswer(received: Received, kept: Uint8Array, bodySize: number, { redirects }: Journey): Answer {
  const shown = Math.min(kept.byteLength, answerPreviewBytes)
  return {
    status: received.status,
    reason: received.reason,
    httpVersion: received.httpVersion,
    headers: received.headers,
    bodySize,
    wireSize: received.wireSize,
    bodyText: bodyText(kept, headerValue(received.headers, 'content-type'), answerPreviewBytes, shown < bodySize),
    bodyTruncated: shown < bodySize,
    remoteAddress: received.remoteAddress,
    redirects,
    certificate: received.certificate,
  }
}
