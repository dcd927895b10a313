import type { FormDataRow, RequestTemplate } from '@shared/request/request-template'
import { defaultRequestSettings } from '@shared/request/request-template'
import { paramsOfUrl } from '@shared/request/url-params'
import fc from 'fast-check'

const word = fc.string({ unit: fc.constantFrom(...'abzAZ09-_ü%+ .~{}"\\'), minLength: 1, maxLength: 6 })
export const anyText = fc.string({ unit: 'grapheme', maxLength: 12 })
const row = fc.record({ name: word, value: anyText, enabled: fc.boolean(), description: anyText })
const headerRow = fc.record({
  name: fc.string({ unit: fc.constantFrom(...'abcXYZ-09'), minLength: 1, maxLength: 8 }),
  value: anyText.map((value) => value.trim()),
  enabled: fc.boolean(),
  description: anyText,
})
const file = fc.record({ path: fc.string({ minLength: 1, maxLength: 8 }) })
const formDataRow: fc.Arbitrary<FormDataRow> = fc
  .record({ row, contentType: fc.constantFrom('', 'text/csv'), files: fc.option(fc.array(file, { maxLength: 3 })) })
  .map(({ row, contentType, files }) => ({ ...row, value: files ? '' : row.value, contentType, files }))
const body: fc.Arbitrary<RequestTemplate['body']> = fc.oneof(
  fc.constant({ type: 'none' as const }),
  fc.record({
    type: fc.constant('raw' as const),
    language: fc.constantFrom('json' as const, 'text' as const, 'xml' as const, 'html' as const, 'javascript' as const),
    text: anyText,
  }),
  fc.record({ type: fc.constant('form-urlencoded' as const), rows: fc.array(row, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('form-data' as const), rows: fc.array(formDataRow, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('file' as const), file: fc.option(file) }),
  fc.record({ type: fc.constant('graphql' as const), query: anyText, variables: anyText }),
)
const auth: fc.Arbitrary<RequestTemplate['auth']> = fc.oneof(
  fc.constant({ type: 'inherit' as const }),
  fc.constant({ type: 'none' as const }),
  fc.record({ type: fc.constant('basic' as const), username: anyText, password: anyText }),
  fc.record({ type: fc.constant('bearer' as const), token: anyText }),
  fc.record({
    type: fc.constant('api-key' as const),
    name: anyText,
    value: anyText,
    placedIn: fc.constantFrom('header' as const, 'query' as const),
  }),
)
const piece = fc.string({ unit: fc.constantFrom(...'abc019-_~%.'), minLength: 1, maxLength: 5 })
const query = fc.array(fc.tuple(piece, fc.oneof(piece, fc.constant(''), fc.constant('{{v&w=1}}'))), { maxLength: 4 })
const url = fc
  .record({
    base: fc.constantFrom('https://a.example', 'http://localhost:5323', '{{base}}', 'https://u:p@{{h.x}}:{{port}}', ''),
    path: fc.array(fc.oneof(piece, fc.constant('{{p/q}}'), fc.constant(':id')), { maxLength: 3 }),
    query,
    hash: fc.constantFrom('', '#top'),
  })
  .map(({ base, path, query, hash }) => {
    const address = base + path.map((segment) => `/${segment}`).join('')
    return address + (query.length > 0 ? `?${query.map(([name, value]) => `${name}=${value}`).join('&')}` : '') + hash
  })
const settings = fc
  .record({
    timeoutMs: fc.nat(3_600_000),
    followRedirects: fc.boolean(),
    maxRedirects: fc.nat(50),
    verifyTls: fc.boolean(),
    clientCertificate: fc.option(
      fc.oneof(
        fc.record({ certificate: file, key: fc.option(file), passphrase: anyText }),
        fc.record({ certificate: fc.constant({ path: 'a.pfx' }), key: fc.constant(null), passphrase: anyText }),
      ),
    ),
    proxy: fc.constantFrom(
      '',
      'http://p.example:8080',
      'http://me:pw@p.example:1',
      '{{proxy}}',
      'socks5://x:1',
      'https://p:443',
    ),
  })
  .map((made) => ({ ...defaultRequestSettings, ...made }))
/** Any request: variables and hidden signs everywhere, rows switched off, files, all bodies, auths and settings. */
export const anyRequest: fc.Arbitrary<RequestTemplate> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'LOCK'),
    url,
    off: fc.array(
      row.map((made) => ({ ...made, enabled: false })),
      { maxLength: 2 },
    ),
    descriptions: fc.array(fc.constantFrom('', 'd'), { minLength: 4, maxLength: 4 }),
    pathVariables: fc.array(row, { maxLength: 2 }),
    headers: fc.array(headerRow, { maxLength: 4 }),
    auth,
    body,
    settings,
  })
  .map(({ off, descriptions, ...made }) => {
    const on = paramsOfUrl(made.url, []).map((param, at) => ({ ...param, description: descriptions[at] ?? '' }))
    return { ...made, params: [...off, ...on] }
  })
