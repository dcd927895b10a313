import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { KnownFlow } from '../../../src/engine/receiver/match-flow'
import { sampleFlow, targetOf } from '../../unit/engine/receiver/known-flow'
import { exchangeRaw, jsonOf, post, startReceiver } from './receiver-fixture'

const withId = (id: string, changes: Partial<KnownFlow>): KnownFlow => ({
  ...sampleFlow,
  id: id.repeat(32),
  ...changes,
})
const off = withId('a', { state: 'disabled' })
const suspended = withId('b', { state: 'suspended' })
const deleted = withId('c', { state: 'deleted' })
const tenant = withId('d', { triggeredBy: 'tenant' })
const flows = [sampleFlow, off, suspended, deleted, tenant]
const good = targetOf(sampleFlow)

describe('each row of the error table over the wire', () => {
  it.each([
    ['sig missing', good.replace(/&sig=.*/, ''), '', 401, 'DirectApiAuthorizationRequired'],
    ['tenant only', targetOf(tenant).replace(/&sp=.*/, ''), '', 401, 'DirectApiAuthorizationRequired'],
    ['two schemes', good, 'Authorization: Bearer x\r\n', 401, 'DirectApiRequestHasMoreThanOneAuthorization'],
    ['wrong sig', good.slice(0, -1), '', 401, 'AuthorizationFailed'],
    ['no api-version', good.replace(/api-version=[^&]*&/, ''), '', 400, 'MissingApiVersionParameter'],
    ['off', targetOf(off), '', 400, 'WorkflowTriggerIsNotEnabled'],
    ['suspended', targetOf(suspended), '', 400, 'WorkflowTriggerIsNotEnabled'],
    ['deleted', targetOf(deleted), '', 400, 'WorkflowTriggerIsNotEnabled'],
    ['unknown', good.replace(sampleFlow.id, 'e'.repeat(32)), '', 404, 'WorkflowNotFound'],
    ['no flow URL', '/x', '', 404, 'ResourceNotFound'],
  ])('%s', async (_, target, headers, status, code) => {
    const { port, received } = await startReceiver({ flows })
    const answer = await exchangeRaw(port, post(target, '{}', headers))
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain('\r\nContent-Type: application/json; charset=utf-8\r\n')
    expect(jsonOf(answer)).toMatchObject({ error: { code, message: expect.any(String) } })
    expect(received).toHaveLength(1)
  })

  it('wrong method, with a real client', async () => {
    const { port } = await startReceiver()
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, path: good, method: 'GET' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      request.on('error', reject)
      request.end()
    })
    expect(status).toBe(400)
  })
})
