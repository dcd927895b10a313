import type { FlowChanges } from '@shared/flow/flow'
import { leadSchemas } from '@shared/lead/lead-schemas'
import { expect, it } from 'vitest'
import { startTestEngine } from '../../helpers/engine'
import { conditionAction, responseAction } from '../../helpers/flow-actions'
import { post, sampleLead } from '../../helpers/post'

type Row = {
  readonly changes?: FlowChanges
  readonly url?: (url: string) => string
  readonly body?: string
  readonly headers?: Record<string, string>
  readonly status: number
  readonly code: string
  readonly message: string | RegExp
}

const noSig = (url: string): string => url.replace(/&sp=.*/, '')
const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const off = (state: string): RegExp =>
  new RegExp(`^Could not execute workflow '${guid}' trigger 'manual' with state '${state}': trigger is not enabled\\.$`)

/** The error table (facts §3), each row from a real client to a whole engine. */
const rows: Readonly<Record<string, Row>> = {
  'sig missing': {
    url: noSig,
    status: 401,
    code: 'DirectApiAuthorizationRequired',
    message: 'The request must be authenticated only by Shared Access scheme.',
  },
  'tenant only': {
    changes: { triggeredBy: 'tenant' },
    url: noSig,
    status: 401,
    code: 'DirectApiAuthorizationRequired',
    message: 'The OAuth authorization scheme is required. Please add authentication scheme and try again.',
  },
  'both schemes': {
    headers: { Authorization: 'Bearer x' },
    status: 401,
    code: 'DirectApiRequestHasMoreThanOneAuthorization',
    message:
      "The request has SAS authentication scheme, 'Bearer' authorization scheme or internal token scheme. Only one scheme should be used.",
  },
  'wrong sig': {
    url: (url) => url.replace(/sig=.*/, `sig=${'A'.repeat(43)}`),
    status: 401,
    code: 'AuthorizationFailed',
    message: 'The authentication credentials are not valid.',
  },
  'api-version missing': {
    url: (url) => url.replace(/api-version=[^&]*&/, ''),
    status: 400,
    code: 'MissingApiVersionParameter',
    message: 'The api-version query parameter (?api-version=) is required for all requests.',
  },
  'turned off': {
    changes: { state: 'disabled' },
    status: 400,
    code: 'WorkflowTriggerIsNotEnabled',
    message: off('Disabled'),
  },
  suspended: {
    changes: { state: 'suspended' },
    status: 400,
    code: 'WorkflowTriggerIsNotEnabled',
    message: off('Suspended'),
  },
  'unknown workflow': {
    url: (url) => url.replace(/workflows\/\w+/, `workflows/${'e'.repeat(32)}`),
    status: 404,
    code: 'WorkflowNotFound',
    message: `The workflow '${'e'.repeat(32)}' could not be found.`,
  },
  'wrong method': {
    changes: { method: 'PUT' },
    status: 400,
    code: 'TriggerRequestMethodNotValid',
    message: /expected 'PUT' and actual 'POST'/,
  },
  'not JSON': {
    body: 'C:',
    status: 400,
    code: 'InvalidRequestContent',
    message:
      "The request content is not valid and could not be deserialized: 'Unexpected character encountered while parsing value: C. Path '', line 0, position 0.'.",
  },
  'schema mismatch': {
    changes: { schemaValidation: true, schemaText: leadSchemas['2020'] },
    body: sampleLead.replace('"Some"', 'null'),
    status: 400,
    code: 'TriggerInputSchemaMismatch',
    message:
      "The input body for trigger 'When_an_HTTP_request_is_received' of type 'Request' did not match its schema definition. Error details: 'Invalid type. Expected String but got Null.'.",
  },
}

it.each(Object.entries(rows))('%s', async (_name, { changes, url, body, headers, status, code, message }) => {
  const engine = await startTestEngine()
  if (changes) await engine.handlers['flow.change']({ id: engine.flowId, changes })
  const answer = await post(url?.(engine.url) ?? engine.url, body, headers)
  expect(answer.status).toBe(status)
  const { error } = JSON.parse(answer.body)
  expect(error.code).toBe(code)
  if (typeof message === 'string') expect(error.message).toBe(message)
  else expect(error.message).toMatch(message)
  // Refused, and kept all the same; no run began.
  expect((await engine.handlers['leads.facets']({})).total).toBe(1)
  expect(await engine.handlers['flow-run.of-lead']({ leadId: 1 })).toEqual([])
})

it('deleted is a 400, and brought back while a client waits it takes leads again', async () => {
  const engine = await startTestEngine()
  await engine.handlers['flow.create']({ name: 'Other' })
  await engine.handlers['flow.delete']({ id: engine.flowId })
  const answer = await post(engine.url)
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body).error).toMatchObject({
    code: 'WorkflowTriggerIsNotEnabled',
    message: expect.stringMatching(off('Deleted')),
  })
  await engine.handlers['flow.restore']({ id: engine.flowId, state: 'started' })
  expect((await post(engine.url)).status).toBe(202)
})

it('the Response that is owed and not met is a 502, one that comes too late a 504', async () => {
  const engine = await startTestEngine({ responseLimitMs: 100 })
  const save = (delaySeconds: number, right: string) =>
    engine.handlers['flow-actions.save']({
      flowId: engine.flowId,
      actions: [conditionAction({ right, ifTrue: [responseAction({ delaySeconds })] })],
    })
  await save(0, 'SE')
  const none = await post(engine.url)
  expect([none.status, JSON.parse(none.body).error.code]).toEqual([502, 'NoResponse'])
  await save(1, 'USA')
  const late = await post(engine.url)
  expect([late.status, JSON.parse(late.body).error.code]).toEqual([504, 'ResponseTimeout'])
})
