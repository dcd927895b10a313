import { headerValue } from '@shared/http/header-pair'
import type { Answer } from '@shared/lead/lead-detail'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../../src/engine/receiver/refusal'
import {
  acceptedAnswer,
  invalidContentAnswer,
  refusalAnswer,
  schemaMismatchAnswer,
} from '../../../../src/engine/receiver/trigger-answer'
import { sampleFlow } from './known-flow'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const runHeaders = [
  'x-ms-workflow-run-id',
  'x-ms-correlation-id',
  'x-ms-client-tracking-id',
  'x-ms-trigger-history-name',
]

function errorOf(answer: Answer): unknown {
  expect(headerValue(answer.headers, 'content-type')).toBe('application/json; charset=utf-8')
  return JSON.parse(Buffer.from(answer.body).toString('utf8'))
}

describe('acceptedAnswer', () => {
  it('has the headers of a real answer', () => {
    const answer = acceptedAnswer(sampleFlow)
    const header = (name: string) => headerValue(answer.headers, name)
    expect([answer.status, answer.reason, answer.body.length]).toEqual([202, 'Accepted', 0])
    const runId = header('x-ms-workflow-run-id')
    expect(runId).toMatch(/^0858\d{25}CU\d{2,3}$/)
    expect(header('x-ms-client-tracking-id')).toBe(runId)
    expect(header('x-ms-trigger-history-name')).toBe(runId)
    const id = header('x-ms-tracking-id')
    expect(id).toMatch(guid)
    expect(header('x-ms-correlation-id')).toBe(id)
    expect(header('x-ms-request-id')).toBe(`uksouth:${id}`)
    expect(header('x-ms-workflow-id')).toBe(sampleFlow.id)
    expect(header('x-ms-workflow-name')).toMatch(guid)
    expect(header('x-ms-workflow-version')).toMatch(/^0858\d{16}$/)
    expect(header('x-ms-execution-location')).toBe('uksouth')
    expect(header('x-ms-workflow-system-id')).toBe(`/locations/uksouth/scaleunits/prod-18/workflows/${sampleFlow.id}`)
    expect(header('Cache-Control')).toBe('no-cache')
    expect(header('Pragma')).toBe('no-cache')
    expect(header('Expires')).toBe('-1')
    expect(header('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
    expect(answer.headers.filter(([name]) => name.startsWith('x-ms-ratelimit-'))).toHaveLength(4)
  })

  it('gives every run an id of its own', () => {
    const ids = new Set(
      Array.from({ length: 5000 }, () => headerValue(acceptedAnswer(sampleFlow).headers, 'x-ms-workflow-run-id')),
    )
    expect(ids.size).toBe(5000)
  })
})

describe('errors of the trigger', () => {
  const rows: readonly (readonly [Refusal, number, string, string])[] = [
    [
      { case: 'sig-missing' },
      401,
      'DirectApiAuthorizationRequired',
      'The request must be authenticated only by Shared Access scheme.',
    ],
    [
      { case: 'tenant-only' },
      401,
      'DirectApiAuthorizationRequired',
      'The OAuth authorization scheme is required. Please add authentication scheme and try again.',
    ],
    [
      { case: 'authorization-clash' },
      401,
      'DirectApiRequestHasMoreThanOneAuthorization',
      "The request has SAS authentication scheme, 'Bearer' authorization scheme or internal token scheme. Only one scheme should be used.",
    ],
    [{ case: 'sig-wrong' }, 401, 'AuthorizationFailed', 'The authentication credentials are not valid.'],
    [
      { case: 'api-version-missing' },
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    ],
    [
      { case: 'trigger-not-enabled', flow: { ...sampleFlow, state: 'deleted' } },
      400,
      'WorkflowTriggerIsNotEnabled',
      "Could not execute workflow '8f3c2e84-cb58-1bab-4e86-96663facdc3d' trigger 'manual' with state 'Deleted': trigger is not enabled.",
    ],
    [
      { case: 'workflow-not-found', workflowId: 'abc' },
      404,
      'WorkflowNotFound',
      "The workflow 'abc' could not be found.",
    ],
  ]
  it.each(rows)('%o', (refusal, status, code, message) => {
    const answer = refusalAnswer(refusal)
    expect(answer.status).toBe(status)
    expect(errorOf(answer)).toEqual({ error: { code, message } })
  })

  it('names both methods', () => {
    const answer = refusalAnswer({ case: 'method-not-valid', expected: 'POST', actual: 'GET' })
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ error: { code: 'TriggerRequestMethodNotValid' } })
    expect(Buffer.from(answer.body).toString()).toContain("expected 'POST' and actual 'GET'")
  })

  it('says what is wrong with the content', () => {
    const answer = invalidContentAnswer(
      sampleFlow,
      "Unexpected character encountered while parsing value: C. Path '', line 0, position 0.",
    )
    expect(errorOf(answer)).toEqual({
      error: {
        code: 'InvalidRequestContent',
        message:
          "The request content is not valid and could not be deserialized: 'Unexpected character encountered while parsing value: C. Path '', line 0, position 0.'.",
      },
    })
  })

  it('joins the details of a schema mismatch and has no header of a run', () => {
    const answer = schemaMismatchAnswer(sampleFlow, [
      'Invalid type. Expected String but got Null.',
      'Required properties are missing from object: item.',
    ])
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toEqual({
      error: {
        code: 'TriggerInputSchemaMismatch',
        message:
          "The input body for trigger 'When_an_HTTP_request_is_received' of type 'Request' did not match its schema definition. Error details: 'Invalid type. Expected String but got Null.,Required properties are missing from object: item.'.",
      },
    })
    expect(headerValue(answer.headers, 'x-ms-workflow-id')).toBe(sampleFlow.id)
    expect(headerValue(answer.headers, 'x-ms-tracking-id')).toMatch(guid)
    for (const name of runHeaders) expect(headerValue(answer.headers, name)).toBeUndefined()
  })
})
