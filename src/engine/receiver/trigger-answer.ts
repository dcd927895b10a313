import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { assertNever } from '@shared/assert-never'
import type { Flow } from '@shared/flow/flow'
import type { HeaderPair } from '@shared/http/header-pair'
import type { Answer } from '@shared/lead/lead-detail'
import { type AnswerIds, newAnswerIds, workflowVersion } from './answer-ids'
import { errorBody, jsonContentType } from './error-body'
import type { Refusal } from './refusal'

// Names, order and case of the headers are those of real answers (facts, and answers printed in public repositories).
const region = 'uksouth'
const noCache: readonly HeaderPair[] = [
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
]
const expires: HeaderPair = ['Expires', '-1']
const strictTransport: HeaderPair = ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']
const rateLimits: readonly HeaderPair[] = [
  ['x-ms-ratelimit-burst-remaining-workflow-writes', '9999'],
  ['x-ms-ratelimit-remaining-workflow-download-contentsize', '1000000000'],
  ['x-ms-ratelimit-remaining-workflow-upload-contentsize', '1000000000'],
  ['x-ms-ratelimit-time-remaining-directapirequests', '90000000'],
]
const noBody = new Uint8Array(0)

const workflowHeadersByFlow = new WeakMap<Flow, readonly HeaderPair[]>()

/** 202 Accepted with an empty body and all headers of a real trigger without a Response action. */
export function acceptedAnswer(flow: Flow, ids: AnswerIds = newAnswerIds(flow)): Answer {
  const { runId, guid } = ids
  return {
    status: 202,
    reason: 'Accepted',
    headers: [
      ...noCache,
      expires,
      ['x-ms-workflow-run-id', runId],
      ['x-ms-correlation-id', guid],
      ['x-ms-client-tracking-id', runId],
      ['x-ms-trigger-history-name', runId],
      ...workflowHeaders(flow),
      ['x-ms-tracking-id', guid],
      ...rateLimits,
      ['x-ms-request-id', `${region}:${guid}`],
      strictTransport,
    ],
    body: noBody,
  }
}

/** 400: the body is not JSON. @param detail the parser's words, e.g. `Unexpected character encountered while parsing value: C. Path '', line 0, position 0.` */
export function invalidContentAnswer(flow: Flow, detail: string): Answer {
  return triggerError(
    400,
    'InvalidRequestContent',
    `The request content is not valid and could not be deserialized: '${detail}'.`,
    flow,
  )
}

/** 400: the body does not match the flow's schema. @param details the trigger's wordings, e.g. `Invalid type. Expected String but got Null.` */
export function schemaMismatchAnswer(flow: Flow, details: readonly string[]): Answer {
  return triggerError(
    400,
    'TriggerInputSchemaMismatch',
    `The input body for trigger 'When_an_HTTP_request_is_received' of type 'Request' did not match its schema definition. Error details: '${details.join(',')}'.`,
    flow,
  )
}

// The 502 (NoResponse) and 504 of a missing or late Response belong to flows with a Response action.

/** The trigger's answer to a request that `matchFlow` refused. */
export function refusalAnswer(refusal: Refusal): Answer {
  switch (refusal.case) {
    case 'not-a-flow-url':
      // Ours, not the trigger's: at such an address the real host has no trigger that could answer.
      return triggerError(404, 'ResourceNotFound', 'No flow has this address.')
    case 'workflow-not-found':
      // Uncertain [?]: status and code are not confirmed, nor is the whole sentence.
      return triggerError(404, 'WorkflowNotFound', `The workflow '${refusal.workflowId}' could not be found.`)
    case 'trigger-not-enabled':
      return triggerError(
        400,
        'WorkflowTriggerIsNotEnabled',
        `Could not execute workflow '${workflowGuid(refusal.flow)}' trigger 'manual' with state '${stateName(refusal.flow.state)}': trigger is not enabled.`,
      )
    case 'api-version-missing':
      return triggerError(
        400,
        'MissingApiVersionParameter',
        'The api-version query parameter (?api-version=) is required for all requests.',
      )
    case 'tenant-only':
      return triggerError(
        401,
        'DirectApiAuthorizationRequired',
        'The OAuth authorization scheme is required. Please add authentication scheme and try again.',
      )
    case 'sig-missing':
      return triggerError(
        401,
        'DirectApiAuthorizationRequired',
        'The request must be authenticated only by Shared Access scheme.',
      )
    case 'authorization-clash':
      return triggerError(
        401,
        'DirectApiRequestHasMoreThanOneAuthorization',
        "The request has SAS authentication scheme, 'Bearer' authorization scheme or internal token scheme. Only one scheme should be used.",
      )
    case 'sig-wrong':
      // Seen in one source only [1].
      return triggerError(401, 'AuthorizationFailed', 'The authentication credentials are not valid.')
    case 'method-not-valid':
      // The full sentence is not known [?]; `expected … and actual …` is, and senders look for it.
      return triggerError(
        400,
        'TriggerRequestMethodNotValid',
        `The trigger request method is not valid: expected '${refusal.expected}' and actual '${refusal.actual}'.`,
      )
    default:
      return assertNever(refusal)
  }
}

/**
 * An error of the trigger. With a flow it has the workflow and tracking headers but no run-id, correlation,
 * client-tracking or trigger-history header, as the schema mismatch has; whether the other rows have them is not
 * known [?], so those that are answered before a workflow is chosen go without.
 */
function triggerError(status: number, code: string, message: string, flow?: Flow, ids?: AnswerIds): Answer {
  const guid = ids?.guid ?? randomUUID()
  const workflow: readonly HeaderPair[] =
    flow === undefined ? [] : [...workflowHeaders(flow), ['x-ms-tracking-id', guid], ...rateLimits]
  return {
    status,
    reason: STATUS_CODES[status] ?? '',
    headers: [
      ...noCache,
      jsonContentType,
      expires,
      ...workflow,
      ['x-ms-request-id', `${region}:${guid}`],
      strictTransport,
    ],
    body: errorBody(code, message),
  }
}

/** The headers that are the same in every answer of a flow, made once. */
function workflowHeaders(flow: Flow): readonly HeaderPair[] {
  const known = workflowHeadersByFlow.get(flow)
  if (known !== undefined) return known
  const headers: readonly HeaderPair[] = [
    ['x-ms-execution-location', region],
    ['x-ms-workflow-system-id', `/locations/${region}/scaleunits/prod-18/workflows/${flow.id}`],
    ['x-ms-workflow-id', flow.id],
    ['x-ms-workflow-version', workflowVersion(flow)],
    // Power Automate names its workflows by a GUID; the name that the user gave is not in the answer.
    ['x-ms-workflow-name', workflowGuid(flow)],
  ]
  workflowHeadersByFlow.set(flow, headers)
  return headers
}

/** The flow's id with the dashes of a GUID. */
function workflowGuid(flow: Flow): string {
  return flow.id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function stateName(state: Flow['state']): string {
  return state.charAt(0).toUpperCase() + state.slice(1)
}
