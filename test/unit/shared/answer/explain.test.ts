import texts from '@resources/locales/en/explain.json'
import type { Answer, PeerCertificate, SendFailure, SendOutcomeDetail, SentRequest } from '@shared/answer/answer'
import { sendFailureKinds } from '@shared/answer/answer'
import { explainOutcome } from '@shared/answer/explain'
import type { Explanation } from '@shared/answer/explanation'
import { type ExplanationCode, explanationCodes } from '@shared/answer/explanation-codes'
import type { HeaderPair } from '@shared/http/header-pair'
import { fillText } from '@shared/text/fill-text'
import { describe, expect, it } from 'vitest'

const signature = 'A'.repeat(43)
const path = '/powerautomate/automations/direct/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke'
const host = '0123.45.environment.api.powerplatform.com'
const access = '&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0'
const flowUrl = `https://${host}:443${path}?api-version=1${access}&sig=${signature}`
const oldUrl = `https://prod-18.uksouth.logic.azure.com:443/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${signature}`
const json: HeaderPair = ['Content-Type', 'application/json']

/** Every code that a test has met: the last test wants all of them. */
const met = new Set<ExplanationCode>()

function sent(changes: Partial<SentRequest> = {}): SentRequest {
  return { method: 'POST', url: flowUrl, headers: [json], bodySize: 10, bodyText: '{"a":"bc"}', ...changes }
}

function answered(status: number, changes: Partial<Answer> = {}): SendOutcomeDetail {
  const answer: Answer = {
    status,
    reason: '',
    httpVersion: '1.1',
    headers: [],
    bodySize: 0,
    wireSize: 0,
    bodyText: '',
    bodyTruncated: false,
    remoteAddress: null,
    redirects: [],
    certificate: null,
    ...changes,
  }
  return { kind: 'answered', answer }
}

function refused(status: number, code: string, message: string): SendOutcomeDetail {
  return answered(status, { bodyText: JSON.stringify({ error: { code, message } }) })
}

function failed(
  kind: SendFailure['kind'],
  changes: Partial<SendFailure> = {},
  certificate: PeerCertificate | null = null,
): SendOutcomeDetail {
  return { kind: 'failed', failure: { kind, code: 'ECODE', host, port: 443, ...changes }, certificate }
}

/** The explanation, with its sentences filled in: none may lack a value. */
function explain(outcome: SendOutcomeDetail, request: SentRequest = sent()): Explanation & { readonly text: string } {
  const explanation = explainOutcome(outcome, request)
  met.add(explanation.code)
  const text = Object.values(texts[explanation.code])
    .map((sentence) => fillText(sentence, explanation.params))
    .join(' ')
  expect(text).not.toMatch(/\{\{|undefined|\bNaN\b/)
  expect(text).not.toContain(signature)
  return { ...explanation, text }
}

describe('the trigger’s errors', () => {
  const rows: readonly (readonly [number, string, string, ExplanationCode])[] = [
    [
      401,
      'DirectApiAuthorizationRequired',
      'The request must be authenticated only by Shared Access scheme.',
      'sig-missing',
    ],
    [
      401,
      'DirectApiAuthorizationRequired',
      'The OAuth authorization scheme is required. Please add authentication scheme and try again.',
      'tenant-only',
    ],
    [
      401,
      'DirectApiRequestHasMoreThanOneAuthorization',
      "The request has SAS authentication scheme, 'Bearer' authorization scheme or internal token scheme. Only one scheme should be used.",
      'authorization-clash',
    ],
    [401, 'AuthorizationFailed', 'The authentication credentials are not valid.', 'sig-wrong'],
    [
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
      'api-version-missing',
    ],
    [
      400,
      'WorkflowTriggerIsNotEnabled',
      "Could not execute workflow 'x' trigger 'manual' with state 'Disabled': trigger is not enabled.",
      'flow-off',
    ],
    [
      400,
      'WorkflowTriggerIsNotEnabled',
      "Could not execute workflow 'x' trigger 'manual' with state 'Suspended': trigger is not enabled.",
      'flow-suspended',
    ],
    [
      400,
      'WorkflowTriggerIsNotEnabled',
      "Could not execute workflow 'x' trigger 'manual' with state 'Deleted': trigger is not enabled.",
      'flow-deleted',
    ],
    [404, 'WorkflowNotFound', "The workflow 'x' could not be found.", 'workflow-unknown'],
    [
      502,
      'NoResponse',
      "The server did not receive a response from an upstream server. Request tracking id 'x'.",
      'no-response',
    ],
  ]

  it.each(rows)('%i %s: %s', (status, code, message, expected) => {
    expect(explain(refused(status, code, message))).toMatchObject({ code: expected, intent: 'error' })
  })

  it('name the methods, the JSON error and the mismatches', () => {
    const method = refused(400, 'TriggerRequestMethodNotValid', "… expected 'PATCH' and actual 'GET' …")
    expect(explain(method, sent({ method: 'GET' }))).toMatchObject({
      code: 'method-wrong',
      params: { expected: 'PATCH', actual: 'GET' },
    })
    const detail = "Unexpected character encountered while parsing value: C. Path '', line 0, position 0."
    const broken = refused(
      400,
      'InvalidRequestContent',
      `The request content is not valid and could not be deserialized: '${detail}'.`,
    )
    expect(explain(broken)).toMatchObject({ code: 'body-not-json', params: { detail } })
    const mismatch = (details: string) =>
      explain(
        refused(
          400,
          'TriggerInputSchemaMismatch',
          `The input body for trigger 'manual' of type 'Request' did not match its schema definition. Error details: '${details}'.`,
        ),
      )
    expect(
      mismatch("String 'X' is less than minimum length of 10,Required properties are missing from object: item."),
    ).toMatchObject({
      code: 'schema-mismatch',
      params: {
        details: "String 'X' is less than minimum length of 10,Required properties are missing from object: item.",
      },
    })
    expect(
      mismatch('Invalid type. Expected String but got Null.,Required properties are missing from object: item.'),
    ).toMatchObject({
      code: 'schema-null',
      params: {
        details: 'Invalid type. Expected String but got Null. Required properties are missing from object: item.',
      },
    })
  })

  it('are shown without hidden characters, and not without end', () => {
    const { text } = explain(refused(400, 'InvalidRequestContent', `\u202egnp.exe ${'x'.repeat(10_000)}`))
    expect(text).not.toContain('\u202e')
    expect(text.length).toBeLessThan(1500)
  })
})

describe('signs in the request', () => {
  it('name the cause when the answer does not', () => {
    const short = flowUrl.slice(0, -10)
    const without = flowUrl.replace(/&sp=.*/, '')
    expect(explain(answered(401), sent({ url: without })).code).toBe('sig-missing')
    expect(explain(answered(401), sent({ url: short })).code).toBe('sig-cut')
    expect(explain(refused(401, 'AuthorizationFailed', ''), sent({ url: short })).code).toBe('sig-cut')
    expect(explain(answered(401), sent({ headers: [['authorization', 'Bearer x']] })).code).toBe('authorization-clash')
    expect(explain(answered(401)).code).toBe('sig-wrong')
    expect(explain(answered(401), sent({ url: 'https://api.example/' })).code).toBe('unauthorized')
  })

  it('an old host that does not know the flow any more was retired', () => {
    for (const outcome of [failed('dns-failed'), answered(404), answered(410)]) {
      expect(explain(outcome, sent({ url: oldUrl })).code).toBe('host-retired')
    }
  })

  it('http for https, and the other way round', () => {
    const plain = sent({ url: flowUrl.replace('https:', 'http:') })
    expect(explain(failed('reset'), plain).code).toBe('http-for-https')
    expect(explain(failed('not-http'), plain).code).toBe('http-for-https')
    expect(explain(failed('reset'), { ...plain, bodySize: 5_000_000 }).code).toBe('reset')
    const location: HeaderPair = ['Location', flowUrl.replace(':443', '')]
    expect(
      explain(
        answered(301, { headers: [location] }),
        sent({ url: flowUrl.replace('https:', 'http:').replace(':443', ':80') }),
      ).code,
    ).toBe('http-for-https')
    expect(explain(failed('tls-failed', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' })).code).toBe('https-for-http')
  })

  it('a redirect that made a GET of the POST lost the lead, whatever came then', () => {
    const step = { status: 302, method: 'POST', from: flowUrl, to: `${flowUrl}&more` }
    for (const status of [200, 400]) {
      expect(explain(answered(status, { redirects: [step] }))).toMatchObject({
        code: 'redirect-lost-body',
        params: { to: `${host}:443`, redirectStatus: 302, status },
      })
    }
    expect(explain(answered(202, { redirects: [{ ...step, status: 307 }] })).code).toBe('accepted')
  })
})

describe('answers', () => {
  it('202: accepted, with its run id; blank fields are foretold', () => {
    const headers: readonly HeaderPair[] = [['X-Ms-Workflow-Run-Id', '08584000000000000000000000000CU12']]
    expect(explain(answered(202, { headers }))).toMatchObject({
      code: 'accepted',
      intent: 'success',
      runId: '08584000000000000000000000000CU12',
    })
    expect(explain(answered(202)).runId).toBeNull()
    expect(explain(answered(202, { headers }), sent({ url: 'https://tunnel.example/x' })).code).toBe('accepted')
    expect(explain(answered(202), sent({ url: 'https://api.example/' })).code).toBe('accepted-elsewhere')
    expect(explain(answered(202), sent({ headers: [['Content-Type', 'text/plain; charset=utf-8']] }))).toMatchObject({
      code: 'accepted-not-json',
      intent: 'warning',
      params: { contentType: 'text/plain' },
    })
    expect(explain(answered(202), sent({ headers: [] })).code).toBe('accepted-not-json')
    expect(explain(answered(202), sent({ headers: [['content-type', 'application/vnd.lead+json; x=y']] })).code).toBe(
      'accepted',
    )
    expect(explain(answered(202), sent({ bodySize: 0 })).code).toBe('accepted-without-body')
  })

  const statuses: readonly (readonly [number, ExplanationCode])[] = [
    [200, 'ok'],
    [204, 'success'],
    [304, 'unusual'],
    [400, 'bad-request'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'method-not-allowed'],
    [407, 'proxy-login'],
    [408, 'request-timeout'],
    [413, 'too-large'],
    [414, 'url-too-long'],
    [415, 'content-type-refused'],
    [418, 'client-error'],
    [429, 'throttled'],
    [431, 'headers-too-large'],
    [500, 'server-error'],
    [502, 'no-response'],
    [503, 'unavailable'],
    [504, 'response-late'],
    [999, 'server-error'],
  ]

  it.each(statuses)('%i: %s', (status, code) => {
    expect(explain(answered(status)).code).toBe(code)
  })

  it('of other servers, of web pages, with a place to go or a time to wait', () => {
    const elsewhere = sent({ url: 'https://api.example/leads' })
    expect(explain(answered(502), elsewhere).code).toBe('bad-gateway')
    expect(explain(answered(504), elsewhere).code).toBe('gateway-timeout')
    expect(explain(answered(200, { headers: [['content-type', 'text/html; charset=utf-8']] })).code).toBe('web-page')
    expect(explain(answered(302, { headers: [['Location', 'https://login.example/x?token=y']] })).params).toEqual({
      status: 302,
      to: 'login.example',
    })
    for (const [retryAfter, wait] of [
      ['30', '30 s'],
      ['Sat, 21 Nov 2026 08:00:00 GMT', 'Sat, 21 Nov 2026 08:00:00 GMT'],
    ] as const) {
      expect(explain(answered(429, { headers: [['retry-after', retryAfter]] }))).toMatchObject({
        code: 'throttled-retry-after',
        params: { wait },
      })
    }
    expect(explain(answered(405, { headers: [['Allow', 'GET, POST']] })).text).toContain('GET, POST')
  })

  it('with a body that only looks like an error are explained by their status', () => {
    for (const bodyText of ['{"error":', '{"error":"x"}', '{"error":{"code":1}}', '[{"error":null}]', null]) {
      expect(explain(answered(400, { bodyText })).code).toBe('bad-request')
    }
  })
})

describe('failures', () => {
  const certificate: PeerCertificate = {
    subject: 'other.example',
    issuer: 'Test authority',
    validFrom: Date.UTC(2025, 0, 1),
    validTo: Date.UTC(2026, 0, 31),
    names: ['other.example', '*.other.example'],
    fingerprint256: '',
    problem: 'CERT_HAS_EXPIRED',
    protocol: 'TLSv1.3',
  }

  it.each(sendFailureKinds)('%s has words of its own', (kind) => {
    expect(explain(failed(kind, {}, certificate)).code).toBe(kind)
  })

  it('tell what is known', () => {
    expect(explain(failed('tls-expired', {}, certificate)).text).toContain('2026-01-31')
    expect(explain(failed('tls-wrong-host', {}, certificate)).text).toContain('other.example, *.other.example')
    expect(explain(failed('tls-untrusted', {}, certificate)).text).toContain('Test authority')
    const early = failed('tls-expired', { code: 'CERT_NOT_YET_VALID' }, certificate)
    expect(explain(early)).toMatchObject({ code: 'tls-not-yet-valid', params: { validFrom: '2025-01-01' } })
    expect(explain(failed('proxy-failed', { code: 'HTTP_407' })).code).toBe('proxy-login')
    const here = sent({ url: 'http://localhost:5323/workflows/x' })
    expect(explain(failed('refused', { host: 'localhost', port: 5323 }), here)).toMatchObject({ code: 'refused-here' })
  })
})

describe('the texts', () => {
  it('are there for every code and no other, in whole sentences', () => {
    expect(Object.keys(texts)).toEqual([...explanationCodes])
    for (const text of Object.values(texts)) {
      expect(Object.keys(text)).toEqual(['what', 'why', 'todo'])
      expect(text.what).toMatch(/^\S.{7,90}$/)
      expect(text.why).toMatch(/(\.|\}\})$/)
      expect(text.todo).toMatch(/\.$/)
    }
  })

  it('are all met by the tests above', () => {
    expect(explanationCodes.filter((code) => !met.has(code))).toEqual([])
  })
})
