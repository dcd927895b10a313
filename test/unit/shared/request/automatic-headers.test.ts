import { automaticHeaders, hasAuthorizationClash } from '@shared/request/automatic-headers'
import { type Auth, newRequest, type RequestTemplate } from '@shared/request/request-template'
import { expect, test } from 'vitest'
import { prepareRequest } from '../../../../src/engine/sender/prepare-request'
import { wireHeaders } from '../../../../src/engine/sender/wire-headers'

const row = (name: string, value: string, enabled = true) => ({ name, value, enabled, description: '' })

const requests: readonly Partial<RequestTemplate>[] = [
  {},
  { method: 'GET', body: { type: 'none' } },
  { body: { type: 'raw', language: 'json', text: '{}' } },
  { body: { type: 'raw', language: 'xml', text: '<a/>' }, auth: { type: 'basic', username: 'u', password: 'p' } },
  { body: { type: 'form-urlencoded', rows: [row('a', 'b')] }, auth: { type: 'bearer', token: 't' } },
  { body: { type: 'graphql', query: '{a}', variables: '' } },
  { headers: [row('content-type', 'text/csv'), row('User-Agent', 'x', false), row('Accept', 'a/b')] },
  { auth: { type: 'api-key', name: 'X-Key', value: 'v', placedIn: 'header' } },
  { auth: { type: 'api-key', name: 'key', value: 'v', placedIn: 'query' } },
]

test.each(requests)('foretells what the engine adds to %j', (changes) => {
  const request: RequestTemplate = { ...newRequest, url: 'https://h.example/', ...changes }
  const options = { scopes: [], auth: { type: 'none' } as const, dynamic: () => null, allowUnresolved: false }
  const prepared = prepareRequest(request, options)
  const size = prepared.body.kind === 'bytes' ? prepared.body.bytes.length : 0
  const own = request.headers.map(({ name }) => name.toLowerCase())
  const sent = wireHeaders(prepared, 'h.example', size, prepared.withoutHeaders)
  const added = sent.filter(([name]) => !own.includes(name.toLowerCase()))
  const foretold = automaticHeaders(request, { type: 'none' })
  expect(foretold.map(({ name }) => name).sort()).toEqual(added.map(([name]) => name).sort())
  for (const { name, value } of foretold) {
    const [, actual = ''] = added.find(([candidate]) => candidate === name) ?? []
    if (value !== null && name !== 'User-Agent') expect(actual).toBe(value)
  }
})

test('a signature and an Authorization header do not go together', () => {
  const url = 'https://h.example/?api-version=1&sig=abc'
  const bearer: Auth = { type: 'bearer', token: 't' }
  const none: Auth = { type: 'none' }
  expect(hasAuthorizationClash(newRequest, bearer, url)).toBe(true)
  expect(hasAuthorizationClash({ ...newRequest, auth: none }, bearer, url)).toBe(false)
  expect(hasAuthorizationClash(newRequest, bearer, 'https://h.example/')).toBe(false)
  expect(hasAuthorizationClash({ ...newRequest, headers: [row('AUTHORIZATION', 'x')] }, none, url)).toBe(true)
  expect(hasAuthorizationClash({ ...newRequest, headers: [row('Authorization', 'x', false)] }, none, url)).toBe(false)
})
