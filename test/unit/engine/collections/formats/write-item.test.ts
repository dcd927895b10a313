import type { JsonObject } from '@shared/json-value'
import type { Check } from '@shared/request/check'
import type { RequestRow, RequestTemplate } from '@shared/request/request-template'
import { newRequest } from '@shared/request/request-template'
import { paramsOfUrl } from '@shared/request/url-params'
import fc from 'fast-check'
import { Collection } from 'postman-collection'
import { describe, expect, test } from 'vitest'
import { collectionText } from '../../../../../src/engine/collections/formats/collection-text'
import { readContainer, writeContainer } from '../../../../../src/engine/collections/formats/container'
import { newExampleItem, readExample } from '../../../../../src/engine/collections/formats/example'
import { readCollection } from '../../../../../src/engine/collections/formats/read-collection'
import { readRequestItem } from '../../../../../src/engine/collections/formats/read-item'
import {
  newRequestItem,
  type RequestChanges,
  writeRequestItem,
} from '../../../../../src/engine/collections/formats/write-item'
import { anyRequest, anyText } from '../../../../helpers/any-request'
import { changedLines, fixture, itemNamed, schemaErrors } from '../../../../helpers/postman-fixtures'

const { document } = readCollection(fixture('every-form-2.1.json'), 'x')
const paths = [
  ['Request as a text'],
  ['URL as a text, headers as a text'],
  ['No headers, nothing else'],
  ['URL in all its parts'],
  ...['urlencoded', 'form-data', 'file', 'no file yet', 'graphql', 'switched off body', 'empty body'].map((name) => [
    'Forms',
    name,
  ]),
  ...['none', 'API key in the header', 'API key in the query', 'OAuth'].map((name) => ['Auths', name]),
]
const items = paths.map((path) => itemNamed(document, ...path))

/** The lines of the item's text that a change touches. */
function diff(path: readonly string[], change: (request: RequestTemplate) => Partial<RequestTemplate>) {
  const item = itemNamed(document, ...path)
  const { request } = readRequestItem(item)
  const wanted = { ...request, ...change(request) }
  const written = writeRequestItem(item, { request: wanted })
  expect(readRequestItem(written).request).toEqual(wanted)
  const { gone, added } = changedLines(collectionText(item), collectionText(written))
  return { gone: gone.map((line) => line.trim()), added: added.map((line) => line.trim()) }
}
const editRow = (rows: readonly RequestRow[], at: number, change: Partial<RequestRow>) =>
  rows.map((row, index) => (index === at ? { ...row, ...change } : row))

test('writing what was read changes nothing: the very same item comes back', () => {
  for (const item of items) {
    const { scripts: _, ...content } = readRequestItem(item)
    expect(writeRequestItem(item, content)).toBe(item)
  }
  const { scripts: _, ...content } = readContainer(document)
  expect(writeContainer(document, content)).toBe(document)
})

describe('one field is one line', () => {
  const whole = ['URL in all its parts']

  test('name, method, text, header, variable', () => {
    const item = itemNamed(document, ...whole)
    const named = writeRequestItem(item, { name: 'Another' })
    expect(changedLines(collectionText(item), collectionText(named))).toEqual({
      gone: ['\t"name": "URL in all its parts",'],
      added: ['\t"name": "Another",'],
    })
    expect(diff(whole, () => ({ method: 'PATCH' })).added).toEqual(['"method": "PATCH",'])
    expect(
      diff(['URL as a text, headers as a text'], () => ({ body: { type: 'raw', language: 'json', text: '{}' } })),
    ).toEqual({ gone: ['"raw": "{\\n\\t\\"a\\": 1\\n}"'], added: ['"raw": "{}"'] })
    expect(diff(whole, ({ headers }) => ({ headers: editRow(headers, 1, { value: '2' }) })).added).toEqual([
      '"value": "2",',
    ])
    expect(
      diff(['URL as a text, headers as a text'], ({ headers }) => ({ headers: editRow(headers, 1, { value: 'SPZA' }) }))
        .added,
    ).toEqual(['"header": "Content-Type: application/json\\nX-Source: SPZA\\n",'])
    expect(
      diff(whole, ({ pathVariables }) => ({ pathVariables: editRow(pathVariables, 1, { value: '8' }) })).added,
    ).toEqual(['"value": "8"'])
  })

  test('a URL that is a text stays one', () => {
    const url = 'https://example.com/leads?test=2&b=3'
    expect(diff(['Request as a text'], () => ({ url, params: [...paramsOfUrl(url, [])] }))).toEqual({
      gone: ['"request": "https://example.com/leads?test=1",'],
      added: [`"request": "${url}",`],
    })
  })

  test('a URL in parts: the text and the part', () => {
    const change = diff(whole, ({ url, params }) => ({
      url: url.replace('on=1', 'on=5'),
      params: editRow(params, 4, { value: '5' }),
    }))
    expect(change.added).toEqual([expect.stringMatching(/^"raw": .*on=5#top",$/), '"value": "5",'])
    const moved = diff(whole, ({ url }) => ({ url: url.replace('/leads/', '/contacts/') }))
    expect(moved.added[0]).toContain('"raw"')
    expect(moved.added).toContain('"contacts",')
  })

  test('switching a row off and on', () => {
    expect(diff(whole, ({ headers }) => ({ headers: editRow(headers, 1, { enabled: true }) }))).toEqual({
      gone: ['"disabled": true,'],
      added: [],
    })
    expect(
      diff(['Forms', 'urlencoded'], ({ body }) => {
        if (body.type !== 'form-urlencoded') return {}
        return { body: { ...body, rows: editRow(body.rows, 0, { enabled: false }) } }
      }),
    ).toEqual({ gone: ['"type": "text"'], added: ['"type": "text",', '"disabled": true'] })
  })

  test('descriptions keep their form', () => {
    const item = itemNamed(document, ...whole)
    const written = writeRequestItem(item, { description: 'new' })
    expect(changedLines(collectionText(item), collectionText(written)).added).toEqual(['\t\t\t"content": "new",'])
    expect(diff(whole, ({ headers }) => ({ headers: editRow(headers, 2, { description: 'd' }) })).added).toEqual([
      '"content": "d",',
    ])
  })

  test('auth, settings, certificate, proxy', () => {
    expect(diff(whole, () => ({ auth: { type: 'basic', username: 'you', password: '{{pw}}' } })).added).toEqual([
      '"value": "you",',
    ])
    expect(diff(whole, ({ settings }) => ({ settings: { ...settings, timeoutMs: 1 } })).added).toEqual([
      '"timeoutMs": 1',
    ])
    expect(
      diff(whole, ({ settings }) => ({ settings: { ...settings, proxy: 'http://proxy.example:9090' } })).added,
    ).toEqual(['"port": 9090,'])
    expect(
      diff(whole, ({ settings }) => ({
        settings: {
          ...settings,
          clientCertificate: settings.clientCertificate && { ...settings.clientCertificate, passphrase: 'x' },
        },
      })).added,
    ).toEqual(['"passphrase": "x"'])
  })

  test('checks: those of a later version stay', () => {
    const item = itemNamed(document, ...whole)
    const checks: Check[] = [{ type: 'time-below', enabled: true, milliseconds: 500 }]
    const written = writeRequestItem(item, { checks })
    expect(readRequestItem(written).checks).toEqual(checks)
    expect(written['x-lead-inspector']).toEqual({
      checks: [...checks, { type: 'from-the-future', enabled: true }],
      colour: 'red',
    })
    expect(
      writeRequestItem(newRequestItem({ name: 'x', description: '', request: newRequest, checks }), { checks: [] }),
    ).not.toHaveProperty('x-lead-inspector')
  })
})

test('rows keep the keys that we know nothing of, wherever they go', () => {
  const item = itemNamed(document, 'URL in all its parts')
  const { request } = readRequestItem(item)
  const [type, off, described] = request.headers
  if (!type || !off || !described) throw new Error('three headers')
  const added: RequestRow = { name: 'X-New', value: 'n', enabled: true, description: '' }
  const written = writeRequestItem(item, {
    request: { ...request, headers: [added, described, { ...type, value: 'text/xml' }] },
  })
  expect(written.request).toMatchObject({
    header: [
      { key: 'X-New', value: 'n' },
      { key: 'X-Described', description: { content: 'an *empty* one', type: 'text/markdown' } },
      { key: 'Content-Type', value: 'text/xml', type: 'text', uuid: 'h-1' },
    ],
  })
})

test('another kind of auth takes the credentials of the old one away', () => {
  const item = itemNamed(document, 'URL in all its parts')
  const { request } = readRequestItem(item)
  const written = writeRequestItem(item, { request: { ...request, auth: { type: 'bearer', token: 't' } } })
  expect(written.request).toMatchObject({
    auth: { type: 'bearer', bearer: [{ key: 'token', value: 't', type: 'string' }] },
  })
  expect(JSON.stringify(written)).not.toContain('showPassword')
  const inherited = writeRequestItem(item, { request: { ...request, auth: { type: 'inherit' } } })
  expect(inherited.request).not.toHaveProperty('auth')
})

describe('folders and collections', () => {
  test('fields change alone', () => {
    const content = readContainer(document)
    const written = writeContainer(document, {
      name: 'Renamed',
      description: 'short',
      auth: { type: 'none' },
      variables: content.variables.map((variable) => (variable.name === 'n' ? { ...variable, value: '13' } : variable)),
    })
    expect(readContainer(written)).toMatchObject({ name: 'Renamed', description: 'short', auth: { type: 'none' } })
    expect(written.info).toMatchObject({
      description: { content: 'short', type: 'text/markdown' },
      _exporter_id: '123',
    })
    expect(written.variable).toMatchObject([{}, { key: 'n', value: '13', type: 'number' }, {}, { id: 'old' }, {}])
    expect(written).not.toHaveProperty('auth')
    expect(written.item).toBe(document.item)
  })

  test('a folder can inherit again, and have variables of its own', () => {
    const folder = itemNamed(document, 'Auths')
    const written = writeContainer(folder, {
      auth: { type: 'inherit' },
      variables: [{ name: 'key', value: 'v', enabled: false, secret: true, description: 'd' }],
    })
    expect(written).not.toHaveProperty('auth')
    expect(written).toHaveProperty('x-other-tool')
    expect(written.variable).toEqual([
      {
        key: 'key',
        value: 'v',
        type: 'string',
        'x-lead-inspector': { secret: true },
        disabled: true,
        description: 'd',
      },
    ])
  })

  test('a secret variable is one that the format allows; the form of environments is read and kept', () => {
    const folder: JsonObject = { name: 'f', item: [], variable: [{ key: 'old', value: '', type: 'secret' }] }
    const variable = (name: string, secret: boolean) => ({ name, value: '', enabled: true, secret, description: '' })
    expect(readContainer(folder).variables).toEqual([variable('old', true)])
    const both = writeContainer(folder, { variables: [variable('old', true), variable('new', true)] })
    expect(readContainer(both).variables).toEqual([variable('old', true), variable('new', true)])
    expect(both.variable).toMatchObject([{ key: 'old', type: 'secret' }, {}])
    const open = writeContainer(both, { variables: [variable('old', false), variable('new', false)] })
    expect(open.variable).toEqual([
      { key: 'old', value: '' },
      { key: 'new', value: '', type: 'string' },
    ])
    const again = writeContainer(open, { variables: [variable('old', true), variable('new', true)] })
    expect(readContainer(again).variables).toEqual([variable('old', true), variable('new', true)])
    expect(schemaErrors({ info: { name: 'x', schema: 'x' }, item: [again] })).toEqual([])
    const shown = new Collection({ variable: JSON.parse(JSON.stringify(again.variable)) }).variables
    expect(shown.all().map(({ key, type }) => [key, type])).toEqual([
      ['old', 'any'],
      ['new', 'string'],
    ])
  })

  test('an unknown key `info` does not make a folder or a request a collection', () => {
    const folder: JsonObject = { name: 'Folder', info: { name: 'other' }, item: [] }
    expect(readContainer(folder)).toMatchObject({ name: 'Folder', auth: { type: 'inherit' } })
    expect(writeContainer(folder, { name: 'New' })).toEqual({ ...folder, name: 'New' })
  })
})

test('a parameter gets and loses its equals sign', () => {
  const query = [{ key: 'a', value: null, 'x-own': 1 }, { key: 'off', value: null, disabled: true }, { key: 'b' }]
  const item: JsonObject = {
    name: 'n',
    request: { method: 'GET', url: { raw: 'https://h?a&b', host: ['h'], protocol: 'https', query } },
  }
  const { request } = readRequestItem(item)
  for (const url of ['https://h?a=&b', 'https://h?a&b=', 'https://h?a=&b=', 'https://h?a&b']) {
    const written = writeRequestItem(item, { request: { ...request, url } })
    expect(readRequestItem(written).request.url).toBe(url)
    expect(JSON.stringify(written)).toContain('x-own')
  }
})

test('an item without a request stays without one when nothing of it is changed', () => {
  const item: JsonObject = { name: 'n' }
  expect(writeRequestItem(item, readRequestItem(item))).toBe(item)
})

test('a new example says all of the answer', () => {
  const content = {
    name: 'Accepted',
    request: { ...newRequest, url: 'https://example.com/x' },
    status: 202,
    reason: 'Accepted',
    headers: [['x-ms-workflow-run-id', '085']] as const,
    body: '{}',
  }
  const raw = newExampleItem(content)
  expect(readExample(raw)).toEqual(content)
  const item = { ...newRequestItem({ name: 'x', description: '', request: newRequest, checks: [] }), response: [raw] }
  expect(schemaErrors({ info: { name: 'x', schema: 'x' }, item: [item] })).toEqual([])
})

test('any request is read back as it was written, into a new item and into every form of an old one', () => {
  fc.assert(
    fc.property(anyRequest, fc.constantFrom(...items), anyText, (wanted, item, description) => {
      const made = newRequestItem({ name: 'n', description, request: wanted, checks: [] })
      expect(readRequestItem(made)).toEqual({ name: 'n', description, request: wanted, checks: [], scripts: [] })
      const changes: RequestChanges = { request: wanted, description }
      const changed = writeRequestItem(item, changes)
      expect(readRequestItem(changed)).toMatchObject(changes)
      expect(schemaErrors({ info: { name: 'x', schema: 'x' }, item: [made, changed] })).toEqual([])
    }),
    { numRuns: 300 },
  )
})
