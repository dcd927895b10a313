import type { JsonObject } from '@shared/json-value'
import { describe, expect, it } from 'vitest'
import { blankSecrets, blankUrlSecrets } from '../../../../src/engine/collections/blank-secrets'

const info = { name: 'c' }
const blankItem = (item: JsonObject) => blankSecrets({ info, item: [item] }).item
const url = 'https://prod-18.uksouth.logic.azure.com/workflows/1/invoke?api-version=1&sp=%2F&sig=HUSH_hush-1#x'

describe('blankSecrets', () => {
  it('leaves out signatures in URLs, wherever they stand', () => {
    expect(blankUrlSecrets(url)).toBe(url.replace('HUSH_hush-1', ''))
    expect(blankUrlSecrets('see "http://h/?sig=HUSH", and http://h/?a=1&amp;sig=HUSH')).toBe(
      'see "http://h/?sig=", and http://h/?a=1&amp;sig=',
    )
    const item = {
      request: {
        url: {
          raw: url,
          query: [
            { key: 'sig', value: 'HUSH' },
            { key: 'sp', value: 'open' },
          ],
        },
        body: { raw: url },
      },
      response: [{ originalRequest: { url }, header: [{ key: 'Location', value: url }] }],
    }
    const text = JSON.stringify(blankItem(item))
    expect(text).not.toMatch(/hush/i)
    expect(text).toContain('open')
  })

  it('leaves out the values of secret variables, in folders too, and keeps the others', () => {
    const variable = [
      { key: 'k', value: 'HUSH', type: 'secret' },
      { key: 'o', value: 'open' },
    ]
    const text = JSON.stringify(blankSecrets({ info, variable, item: [{ name: 'f', item: [], variable }] }))
    expect(text).not.toContain('HUSH')
    expect(text.match(/open/g)?.length).toBe(2)
  })

  it('leaves out the secrets of every kind of auth, and keeps what says where they go', () => {
    for (const auth of [
      {
        type: 'basic',
        basic: [
          { key: 'username', value: 'open' },
          { key: 'password', value: 'HUSH' },
        ],
      },
      { type: 'bearer', bearer: [{ key: 'token', value: 'HUSH' }] },
      {
        type: 'apikey',
        apikey: [
          { key: 'key', value: 'open' },
          { key: 'value', value: 'HUSH' },
        ],
      },
      { type: 'oauth2', oauth2: { accessToken: 'HUSH', clientSecret: 'HUSH', authUrl: 'open', x: ['HUSH'] } },
      { type: 'made-up', 'made-up': [{ key: 'anything', value: 'HUSH' }] },
    ]) {
      const text = JSON.stringify([blankSecrets({ info, item: [], auth }), blankItem({ request: { auth } })])
      expect(text).not.toContain('HUSH')
      expect(text.includes('open')).toBe(JSON.stringify(auth).includes('open'))
    }
  })

  it('leaves out credentials in headers, of proxies and of certificates', () => {
    const request = {
      header: [
        { key: 'authorization', value: 'Bearer HUSH' },
        { key: 'X-Kind', value: 'open' },
      ],
      proxy: { host: 'http://me:HUSH@proxy', username: 'me', password: 'HUSH' },
      certificate: { cert: { src: 'open' }, passphrase: 'HUSH' },
    }
    const text = JSON.stringify(blankItem({ request, response: [{ header: 'Cookie: HUSH\r\nX: open' }] }))
    expect(text).not.toContain('HUSH')
    expect(text.match(/open/g)?.length).toBe(3)
  })

  it('leaves out passwords in URLs, as texts and as parts', () => {
    const request = {
      url: {
        raw: 'https://me:HUSH@contoso.com/a@b?c=d@e',
        auth: { user: 'me', password: 'HUSH' },
        host: ['contoso', 'com'],
      },
      description: 'https://me:HUSH@contoso.com and mail to me@contoso.com at 10:30',
    }
    const [item] = [blankItem({ request, response: [{ originalRequest: 'https://me:HUSH@contoso.com' }] })].flat()
    expect(JSON.stringify(item)).not.toContain('HUSH')
    expect(item).toMatchObject({
      request: {
        url: { raw: 'https://me:@contoso.com/a@b?c=d@e', auth: { user: 'me', password: '' } },
        description: 'https://me:@contoso.com and mail to me@contoso.com at 10:30',
      },
    })
  })

  it('leaves out signatures that are written in JSON or encoded, cookies of examples and keys in headers', () => {
    const body = '{"url":"https://h/?sp=1\\u0026sig=HUSH","u2":"https%3A%2F%2Fh%2F%3Fa%3D1%26sig%3DHUSH%26b","c":1}'
    const header = [
      { key: 'x-functions-key', value: 'HUSH' },
      { key: 'Ocp-Apim-Subscription-Key', value: 'HUSH' },
      { key: 'x-ms-client-keyword', value: 'open' },
    ]
    const example = { body, cookie: [{ name: 'session', value: 'HUSH', domain: 'open' }], header }
    const text = JSON.stringify(blankItem({ request: { header }, response: [example] }))
    expect(text).not.toContain('HUSH')
    expect(text.match(/open/g)?.length).toBe(3)
    expect(text).toContain('%26b')
  })

  it('takes no time for hostile texts', () => {
    for (const text of [
      'a.'.repeat(200_000),
      'a://'.repeat(100_000),
      `http://${'a:'.repeat(200_000)}`,
      '?sig='.repeat(100_000),
    ])
      blankItem({ name: text, request: { header: text, body: { mode: 'raw', raw: text } } })
  }, 3000)

  it('keeps variables, which say nothing', () => {
    const item = {
      request: {
        url: 'https://h/?sig={{sig}}',
        auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] },
        header: [{ key: 'Authorization', value: '{{auth}}' }],
      },
    }
    expect(blankItem(item)).toEqual([item])
  })
})
