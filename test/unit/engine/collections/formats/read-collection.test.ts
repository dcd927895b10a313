import { AppError } from '@shared/app-error'
import type { JsonObject } from '@shared/json-value'
import { describe, expect, test } from 'vitest'
import { collectionText, textStyle } from '../../../../../src/engine/collections/formats/collection-text'
import { readContainer } from '../../../../../src/engine/collections/formats/container'
import { decodeText } from '../../../../../src/engine/collections/formats/decode-text'
import { detectFormat } from '../../../../../src/engine/collections/formats/detect-format'
import { readExample } from '../../../../../src/engine/collections/formats/example'
import { objectsIn } from '../../../../../src/engine/collections/formats/loose-json'
import { readCollection } from '../../../../../src/engine/collections/formats/read-collection'
import { readRequestItem } from '../../../../../src/engine/collections/formats/read-item'
import { fixture, itemNamed, schemaErrors } from '../../../../helpers/postman-fixtures'

const { document } = readCollection(fixture('every-form-2.1.json'), 'every-form-2.1.json')
const request = (...names: readonly string[]) => readRequestItem(itemNamed(document, ...names)).request

function errorOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error instanceof AppError ? { code: error.code, params: error.params } : error
  }
  return null
}

test('a v2.1 file comes back as it was, to the byte', () => {
  const bytes = fixture('every-form-2.1.json')
  const text = decodeText(bytes)
  expect(schemaErrors(document)).toEqual([])
  expect(collectionText(document, textStyle(text))).toBe(text)
})

test('what needs a look is counted', () => {
  expect(readCollection(fixture('every-form-2.1.json'), 'x').notes).toEqual([
    { code: 'scripts-not-run', count: 4, detail: '' },
    { code: 'auth-unsupported', count: 1, detail: 'oauth2' },
    { code: 'files-to-choose', count: 6, detail: '' },
  ])
})

describe('requests', () => {
  test('as a text', () => {
    expect(request('Request as a text')).toMatchObject({
      method: 'GET',
      url: 'https://example.com/leads?test=1',
      params: [{ name: 'test', value: '1', enabled: true, description: '' }],
      headers: [],
      auth: { type: 'inherit' },
      body: { type: 'none' },
    })
  })

  test('URL and headers as texts', () => {
    const content = readRequestItem(itemNamed(document, 'URL as a text, headers as a text'))
    expect(content.description).toBe('a text')
    expect(content.request.params.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'api-version=2016-06-01',
      'sig={{sig}}',
    ])
    expect(content.request.headers).toEqual([
      { name: 'Content-Type', value: 'application/json', enabled: true, description: '' },
      { name: 'X-Source', value: 'AzureMarketplace', enabled: true, description: '' },
    ])
    expect(content.request.body).toEqual({ type: 'raw', language: 'json', text: '{\n\t"a": 1\n}' })
  })

  test('nulls', () => {
    expect(request('No headers, nothing else')).toMatchObject({
      url: 'http://localhost:5323/',
      headers: [],
      body: { type: 'none' },
      auth: { type: 'inherit' },
    })
  })

  test('in all its parts', () => {
    const content = readRequestItem(itemNamed(document, 'URL in all its parts'))
    expect(content.description).toBe('as an object')
    expect(content.checks).toEqual([{ type: 'status', enabled: true, expected: '2xx' }])
    expect(content.scripts).toEqual([
      { listen: 'prerequest', text: 'console.log(1)\n' },
      { listen: 'test', text: "pm.test('x', () => {})" },
    ])
    expect(content.request).toEqual({
      method: 'PUT',
      url: 'https://me:pw@api.{{host}}:8443/v1/:tenant/leads/:id?flag&empty=&q={{a&b}}&on=1#top',
      params: [
        { name: 'flag', value: '', enabled: true, description: '' },
        { name: 'empty', value: '', enabled: true, description: '' },
        { name: 'q', value: '{{a&b}}', enabled: true, description: '' },
        { name: 'off', value: '2', enabled: false, description: 'switched off' },
        { name: 'on', value: '1', enabled: true, description: '' },
      ],
      pathVariables: [
        { name: 'tenant', value: 'contoso', enabled: true, description: 'who' },
        { name: 'id', value: '7', enabled: true, description: '' },
      ],
      headers: [
        { name: 'Content-Type', value: 'application/xml', enabled: true, description: '' },
        { name: 'X-Off', value: '1', enabled: false, description: 'not now' },
        { name: 'X-Described', value: '', enabled: true, description: 'an *empty* one' },
      ],
      auth: { type: 'basic', username: 'me', password: '{{pw}}' },
      body: { type: 'raw', language: 'xml', text: '<a/>' },
      settings: {
        timeoutMs: 2500,
        followRedirects: false,
        maxRedirects: 3,
        verifyTls: false,
        clientCertificate: {
          certificate: { path: '/keys/c.pem' },
          key: { path: '/keys/k.pem' },
          passphrase: '{{pass}}',
        },
        proxy: 'http://proxy.example:8080',
      },
    })
  })
})

test('bodies', () => {
  expect(request('Forms', 'urlencoded').body).toEqual({
    type: 'form-urlencoded',
    rows: [
      { name: 'a', value: '1 & 2', enabled: true, description: '' },
      { name: 'b', value: 'off', enabled: false, description: 'why' },
      { name: 'c', value: '', enabled: true, description: '' },
    ],
  })
  const row = { value: '', enabled: true, description: '', contentType: '', files: null }
  expect(request('Forms', 'form-data').body).toEqual({
    type: 'form-data',
    rows: [
      { ...row, name: 'text', value: 'x', contentType: 'text/csv' },
      { ...row, name: 'one', files: [{ path: '/files/a.png' }] },
      { ...row, name: 'none', files: [] },
      { ...row, name: 'several', enabled: false, files: [{ path: '/files/a' }, { path: '/files/b' }] },
      { ...row, name: 'bare', value: 'v' },
    ],
  })
  expect(request('Forms', 'file').body).toEqual({ type: 'file', file: { path: '/files/lead.json' } })
  expect(request('Forms', 'no file yet').body).toEqual({ type: 'file', file: null })
  expect(request('Forms', 'graphql').body).toEqual({
    type: 'graphql',
    query: 'query($a: Int) { lead(id: $a) { name } }',
    variables: '{"a": 1}',
  })
  expect(request('Forms', 'switched off body').body).toEqual({ type: 'none' })
  expect(request('Forms', 'empty body').body).toEqual({ type: 'none' })
})

test('auths', () => {
  expect(request('Auths', 'none').auth).toEqual({ type: 'none' })
  expect(request('Auths', 'API key in the header').auth).toEqual({
    type: 'api-key',
    name: 'X-Key',
    value: 'k',
    placedIn: 'header',
  })
  expect(request('Auths', 'API key in the query').auth).toMatchObject({ name: 'code', placedIn: 'query' })
  expect(request('Auths', 'OAuth').auth).toEqual({ type: 'unsupported', name: 'oauth2' })
})

test('collections and folders', () => {
  expect(readContainer(document)).toEqual({
    name: 'Every form, v2.1',
    description: '# Leads\nTwo lines',
    auth: { type: 'basic', username: '{{user}}', password: '{{pw}}' },
    variables: [
      { name: 'base', value: 'http://127.0.0.1:5323', enabled: true, secret: false, description: '' },
      { name: 'n', value: '12', enabled: true, secret: false, description: '' },
      { name: 'flag', value: 'true', enabled: true, secret: false, description: '' },
      { name: 'old', value: 'named by its id', enabled: false, secret: false, description: '' },
      { name: 'obj', value: '{"a":1}', enabled: true, secret: false, description: 'JSON' },
    ],
    scripts: [{ listen: 'test', text: '// collection' }],
  })
  expect(readContainer(itemNamed(document, 'Forms'))).toMatchObject({
    name: 'Forms',
    description: 'A folder',
    auth: { type: 'bearer', token: '{{token}}' },
    scripts: [{ listen: 'test', text: "pm.test('as one text')" }],
  })
  expect(readContainer(itemNamed(document, 'Items within items', 'Deeper')).auth).toEqual({ type: 'inherit' })
})

test('examples', () => {
  const examples = objectsIn(itemNamed(document, 'URL in all its parts').response).map(readExample)
  expect(examples).toMatchObject([
    {
      name: 'Accepted',
      request: { method: 'PUT', url: 'https://example.com/x' },
      status: 202,
      reason: 'Accepted',
      headers: [
        ['x-ms-workflow-run-id', '085'],
        ['Pragma', 'no-cache'],
      ],
      body: '{"ok":true}',
    },
    {
      request: { method: 'GET', url: 'https://example.com/y' },
      headers: [
        ['Content-Type', 'application/json'],
        ['A', 'b'],
      ],
    },
    { name: '204 No Content', request: null, headers: [], body: '' },
  ])
})

describe('v2.0', () => {
  const old = readCollection(fixture('every-form-2.0.json'), 'x')

  test('is converted, and says so', () => {
    expect(old.convertedFrom).toBe('2.0')
    expect(old.notes).toEqual([
      { code: 'converted-from-2.0', count: 1, detail: '' },
      { code: 'auth-unsupported', count: 1, detail: 'hawk' },
    ])
    expect(schemaErrors(old.document)).toEqual([])
  })

  test('its auths become lists, wherever they stand', () => {
    const basic = itemNamed(old.document, 'Basic')
    expect(readRequestItem(basic).request.auth).toEqual({ type: 'basic', username: 'me', password: '{{pw}}' })
    expect(basic.request).toMatchObject({
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: 'me', type: 'string' },
          { key: 'password', value: '{{pw}}', type: 'string' },
          { key: 'showPassword', value: false, type: 'boolean' },
        ],
      },
    })
    expect(objectsIn(basic.response)[0]).toMatchObject({ originalRequest: { auth: { bearer: [{ key: 'token' }] } } })
    expect(itemNamed(old.document, 'Folder')).toMatchObject({ auth: { bearer: [{ value: '{{token}}' }] } })
    expect(itemNamed(old.document, 'Folder', 'Hawk').request).toMatchObject({
      auth: { hawk: [{}, {}, { type: 'boolean' }, { key: 'extra', value: { deep: [1] }, type: 'any' }] },
    })
  })

  test('a URL with its host and path as texts is read', () => {
    expect(readRequestItem(itemNamed(old.document, 'API key')).request).toMatchObject({
      url: 'https://example.com/p/:id?x=1',
      pathVariables: [{ name: 'id', value: '5' }],
    })
  })
})

describe('what cannot be read says why', () => {
  const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

  test.each([
    ['version-1.json', 'v1'],
    ['version-3.json', 'v3.0'],
  ])('%s', (name, version) => {
    expect(detectFormat(fixture(name))).toBe('postman-collection')
    expect(errorOf(() => readCollection(fixture(name), name))).toEqual({
      code: 'import-version',
      params: { name, version },
    })
  })

  test('damaged and foreign files', () => {
    expect(errorOf(() => readCollection(Buffer.from('{"info": {'), 'a.json'))).toMatchObject({
      code: 'import-not-valid',
      params: { name: 'a.json' },
    })
    const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
    expect(errorOf(() => readCollection(bytes({ info: { name: 'x', schema } }), 'a'))).toMatchObject({
      code: 'import-not-valid',
    })
    for (const foreign of [[], 'x', null, {}, { openapi: '3.1.0' }, { log: { entries: [] } }]) {
      expect(errorOf(() => readCollection(bytes(foreign), 'a'))).toMatchObject({ code: 'import-not-known' })
    }
  })

  test('one that is nested to exhaust the stack', () => {
    const levels = 50_000
    const deep = `{"info":{"name":"x"},"item":${'[{"item":'.repeat(levels)}[]${'}]'.repeat(levels)}}`
    expect(errorOf(() => readCollection(Buffer.from(deep), 'a'))).toMatchObject({ code: 'import-not-valid' })
  })

  test('a wrapped collection, and one without a schema, are read', () => {
    const inner = { info: { name: 'x' }, item: [] }
    expect(readCollection(bytes({ collection: inner }), 'a').document).toMatchObject({
      info: { name: 'x', schema: expect.stringContaining('v2.1.0') },
    })
  })
})

test('what is nonsense is read as far as it goes', () => {
  const item: JsonObject = {
    name: 7,
    request: {
      method: null,
      url: { raw: 5, host: [], query: [null, 'x', { key: 1, value: { a: 1 } }] },
      header: [null, 3, { key: 'A' }],
      body: { mode: 'martian', raw: { a: 1 } },
      auth: { type: 'basic', basic: 'x' },
    },
    protocolProfileBehavior: 'x',
    event: [{}, { script: 5 }, 'y'],
    'x-lead-inspector': [],
  }
  expect(readRequestItem(item)).toMatchObject({
    name: '7',
    request: {
      method: 'GET',
      url: '5',
      headers: [{ name: 'A', value: '' }],
      body: { type: 'raw', text: '{"a":1}' },
      auth: { type: 'basic', username: '', password: '' },
    },
    checks: [],
  })
})

test('keys that mean something to JavaScript are only keys', () => {
  const text = '{"info":{"name":"x","schema":"/collection/v2.1"},"item":[],"__proto__":{"a":1},"constructor":2}'
  const read = readCollection(Buffer.from(text), 'a').document
  expect(JSON.stringify(read)).toBe(text)
})
