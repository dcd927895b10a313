import { AppError } from '@shared/app-error'
import { type Auth, newRequest, type RequestRow, type RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { describe, expect, it } from 'vitest'
import packageJson from '../../../../package.json'
import { prepareRequest } from '../../../../src/engine/sender/prepare-request'

const url = 'https://flow.example/invoke?sig=abc'

function row(name: string, value: string, enabled = true): RequestRow {
  return { name, value, enabled, description: '' }
}

function prepare(
  changes: Partial<RequestTemplate>,
  variables: Readonly<Record<string, string>> = {},
  auth: Auth = { type: 'none' },
) {
  const scope: VariableScope = {
    kind: 'environment',
    from: 'Test',
    variables: Object.entries(variables).map(([name, value]) => ({ name, value, enabled: true, secret: false })),
  }
  const dynamic = (name: string) => (name === '$guid' ? 'a-guid' : null)
  return prepareRequest({ ...newRequest, url, ...changes }, { scopes: [scope], auth, dynamic, allowUnresolved: false })
}

const raw = (text: string): RequestTemplate['body'] => ({ type: 'raw', language: 'json', text })
const bytesOf = (prepared: ReturnType<typeof prepare>): string =>
  prepared.body.kind === 'bytes' ? Buffer.from(prepared.body.bytes).toString() : ''

describe('variables', () => {
  it('are filled in everywhere', () => {
    const prepared = prepare(
      {
        method: '{{method}}',
        url: '{{flow}}&x={{x}}',
        headers: [row('X-{{x}}', '{{$guid}}')],
        auth: { type: 'bearer', token: '{{x}}' },
        body: raw('{"a":"{{x}}"}'),
        settings: { ...newRequest.settings, proxy: '{{x}}:8080' },
      },
      { method: 'PUT', flow: url, x: 'one' },
    )
    expect(prepared).toMatchObject({ method: 'PUT', url: `${url}&x=one`, settings: { proxy: 'one:8080' } })
    expect(prepared.headers.slice(0, 2)).toEqual([
      ['X-one', 'a-guid'],
      ['Authorization', 'Bearer one'],
    ])
    expect(bytesOf(prepared)).toBe('{"a":"one"}')
  })

  it('without a value are all named before anything else is said, and not asked of what is switched off', () => {
    const changes = {
      url: '{{flow}}',
      headers: [row('A', '{{b}}'), row('Off', '{{c}}', false)],
      body: raw('{{a}} {{b}}'),
    }
    expect(() => prepare(changes)).toThrow(new AppError('variable-unresolved', { names: 'flow, a, b' }))
  })

  it('without a value go out as they are written when the user says so', () => {
    const prepared = prepareRequest(
      { ...newRequest, url, body: raw('{{a}}') },
      { scopes: [], auth: { type: 'none' }, dynamic: () => null, allowUnresolved: true },
    )
    expect(bytesOf(prepared)).toBe('{{a}}')
  })
})

describe('the URL', () => {
  it.each([
    ['', 'empty'],
    ['flow.example/invoke', 'does not begin with http'],
    ['localhost:5323/x', 'does not begin with http'],
    ['ftp://flow.example/', 'ftp://'],
    ['https://flow.example/a\nb', 'line break'],
    ['https://', 'cannot be read'],
    ['https://a b/', 'cannot be read'],
  ])('%j is refused with its reason', (wrong, reason) => {
    expect(() => prepare({ url: wrong })).toThrow(
      expect.objectContaining({ code: 'request-not-valid', params: { detail: expect.stringContaining(reason) } }),
    )
  })

  it('is taken as written, without spaces around and without its fragment', () => {
    const written = 'https://flow.example:443//a/%2F?x=1&&y=%20&sig=a_-b'
    expect(prepare({ url: `  ${written}#part ` }).url).toBe(written)
  })

  it('gets path variables, whole segments of them', () => {
    const pathVariables = [row('id', 'a/b?c'), row('off', 'x', false)]
    expect(prepare({ url: 'https://h.example:80/:id/x:id/:off/:other?a=:id', pathVariables }).url).toBe(
      'https://h.example:80/a%2Fb%3Fc/x:id/:off/:other?a=:id',
    )
  })

  it('has the query of its text; rows fill one that is not there', () => {
    const params = [row('a', '1'), row('b', '2 & 3'), row('c', '4', false)]
    expect(prepare({ url: 'https://h.example/x?z=1', params }).url).toBe('https://h.example/x?z=1')
    expect(prepare({ url: 'https://h.example/x', params }).url).toBe('https://h.example/x?a=1&b=2 %26 3')
  })

  it('gives its credentials to basic auth', () => {
    const prepared = prepare({ url: 'https://ann:p%40ss@h.example/x?a=b@c' })
    expect(prepared.url).toBe('https://h.example/x?a=b@c')
    expect(prepared.headers).toContainEqual(['Authorization', `Basic ${btoa('ann:p@ss')}`])
  })
})

describe('headers', () => {
  const defaults = [
    ['User-Agent', `LeadInspector/${packageJson.version}`],
    ['Accept', '*/*'],
  ]

  it('keep their order and case, and the defaults follow', () => {
    const headers = [row('x-b', '1'), row('X-A', ' 2 '), row('', ''), row('x-b', '3')]
    expect(prepare({ headers, body: raw('{}') }).headers).toEqual([
      ['x-b', '1'],
      ['X-A', '2'],
      ['x-b', '3'],
      ['Content-Type', 'application/json'],
      ...defaults,
    ])
  })

  it('of the user, also those switched off, take the place of the defaults', () => {
    const headers = [row('content-TYPE', 'text/plain'), row('accept', 'x', false), row('User-Agent', 'mine')]
    const prepared = prepare({ headers, body: raw('{}') })
    expect(prepared.headers).toEqual([
      ['content-TYPE', 'text/plain'],
      ['User-Agent', 'mine'],
    ])
    expect(prepared.withoutHeaders).toEqual(['accept'])
  })

  it.each([
    ['X-A', 'a\r\nX-Injected: 1'],
    ['X-A', 'a\u0000'],
    ['X A', 'a'],
    ['X:A', 'a'],
    ['X-A\n', 'x\ny'],
    ['Ü', 'a'],
    ['', 'a'],
  ])('%j: %j is refused, without telling the value', (name, value) => {
    expect(() => prepare({ headers: [row(name, value)] })).toThrow(
      expect.objectContaining({
        code: 'request-not-valid',
        params: { detail: expect.not.stringContaining('Injected') },
      }),
    )
  })

  it('come from auth: basic as UTF-8, bearer, API key; a header of the user wins', () => {
    const basic = { type: 'basic', username: 'ünï', password: 'p:w' } as const
    expect(prepare({ auth: basic }).headers[0]).toEqual([
      'Authorization',
      `Basic ${Buffer.from('ünï:p:w').toString('base64')}`,
    ])
    const key = { type: 'api-key', name: 'X-Key', value: 'k&y', placedIn: 'header' } as const
    expect(prepare({ auth: key }).headers[0]).toEqual(['X-Key', 'k&y'])
    expect(prepare({ auth: { ...key, placedIn: 'query' } }).url).toBe(`${url}&X-Key=k%26y`)
    expect(prepare({ url: 'https://h.example', auth: { ...key, placedIn: 'query' } }).url).toBe(
      'https://h.example?X-Key=k%26y',
    )
    const own = prepare({ auth: basic, headers: [row('authorization', 'mine')] })
    expect(own.headers.filter(([name]) => /^authorization$/i.test(name))).toEqual([['authorization', 'mine']])
    expect(prepare({ auth: { type: 'inherit' } }, {}, { type: 'bearer', token: 't' }).headers[0]).toEqual([
      'Authorization',
      'Bearer t',
    ])
    expect(prepare({ auth: { type: 'none' } }, {}, { type: 'bearer', token: 't' }).headers).toEqual(defaults)
    expect(() => prepare({ auth: { type: 'bearer', token: 'a\nb' } })).toThrow('request-not-valid')
  })
})

describe('headers with credentials', () => {
  it('are named: of auth, and of rows that a secret variable is in, however deep', () => {
    const variables = [
      { name: 'whole', value: 'Key {{key}}', enabled: true, secret: false },
      { name: 'key', value: 'abc', enabled: true, secret: true },
    ]
    const prepared = prepareRequest(
      {
        ...newRequest,
        url,
        auth: { type: 'api-key', name: 'X-Mine', value: 'abc', placedIn: 'header' },
        headers: [row('X-One', '{{whole}}'), row('X-Off', '{{key}}', false), row('X-Two', 'open')],
      },
      {
        scopes: [{ kind: 'environment', from: 'Test', variables }],
        auth: { type: 'none' },
        dynamic: () => null,
        allowUnresolved: false,
      },
    )
    expect(prepared.credentialHeaders).toEqual(['x-mine', 'x-one'])
  })
})

describe('bodies', () => {
  const typeOf = (prepared: ReturnType<typeof prepare>) =>
    prepared.headers.find(([name]) => name === 'Content-Type')?.[1]

  it.each([
    ['json', 'application/json'],
    ['text', 'text/plain'],
    ['xml', 'application/xml'],
    ['html', 'text/html'],
    ['javascript', 'application/javascript'],
  ] as const)('raw %s has the type %s', (language, type) => {
    expect(typeOf(prepare({ body: { type: 'raw', language, text: 'ü' } }))).toBe(type)
  })

  it('that are empty are none, with no type', () => {
    for (const body of [raw(''), { type: 'none' }, { type: 'file', file: null }] as const) {
      const prepared = prepare({ body })
      expect(prepared.body).toEqual({ kind: 'none' })
      expect(typeOf(prepared)).toBeUndefined()
    }
  })

  it('of forms leave out what is switched off', () => {
    const rows = [row('a b', 'ü&'), row('off', 'x', false), row('', 'x')]
    const encoded = prepare({ body: { type: 'form-urlencoded', rows } })
    expect(bytesOf(encoded)).toBe('a+b=%C3%BC%26')
    expect(typeOf(encoded)).toBe('application/x-www-form-urlencoded')
    const part = { contentType: '', files: null }
    const form = prepare({
      body: {
        type: 'form-data',
        rows: [
          { ...row('text', 'v'), ...part, contentType: 'text/csv' },
          { ...row('files', ''), ...part, files: [{ path: '/a.txt' }, { path: '/b.txt' }] },
          { ...row('off', 'v', false), ...part },
        ],
      },
    })
    if (form.body.kind !== 'multipart') throw new Error(form.body.kind)
    expect(form.body.parts).toEqual([
      { name: 'text', contentType: 'text/csv', content: { kind: 'text', text: 'v' } },
      { name: 'files', contentType: null, content: { kind: 'file', path: '/a.txt' } },
      { name: 'files', contentType: null, content: { kind: 'file', path: '/b.txt' } },
    ])
    expect(typeOf(form)).toBe(`multipart/form-data; boundary=${form.body.boundary}`)
  })

  it('of forms use the boundary that the user wrote, or add one to a type without', () => {
    const body: RequestTemplate['body'] = { type: 'form-data', rows: [] }
    const own = prepare({ body, headers: [row('Content-Type', 'multipart/form-data; boundary=mine')] })
    expect(own.body).toMatchObject({ boundary: 'mine' })
    const without = prepare({ body, headers: [row('Content-Type', 'multipart/mixed')] })
    if (without.body.kind !== 'multipart') throw new Error(without.body.kind)
    expect(typeOf(without)).toBe(`multipart/mixed; boundary=${without.body.boundary}`)
  })

  it('of GraphQL are JSON', () => {
    const graphql = (variables: string) => prepare({ body: { type: 'graphql', query: '{ a }', variables } })
    expect(bytesOf(graphql(''))).toBe('{"query":"{ a }"}')
    expect(bytesOf(graphql('{"x":1}'))).toBe('{"query":"{ a }","variables":{"x":1}}')
    expect(() => graphql('{x')).toThrow('request-not-valid')
  })

  it('of a file are its path', () => {
    const prepared = prepare({ body: { type: 'file', file: { path: '/lead.json' } } })
    expect(prepared.body).toEqual({ kind: 'file', path: '/lead.json' })
    expect(typeOf(prepared)).toBe('application/octet-stream')
  })
})

it.each(['', 'GET POST', 'GET/1', 'CONNECT'])('the method %j is refused', (method) => {
  expect(() => prepare({ method })).toThrow('request-not-valid')
})
