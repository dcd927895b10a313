import { checkAddress, ownFlowId, readContactEmails } from '@shared/partner-center/check-connection'
import { connectionSchema } from '@shared/partner-center/offer-schema'
import { describe, expect, it } from 'vitest'

describe('the field URL', () => {
  it.each([
    ['', 'missing', 'error'],
    ['   ', 'missing', 'error'],
    [`https://example.com/${'a'.repeat(8200)}`, 'too-long', 'error'],
    ['{{flowUrl}}', 'has-variable', 'error'],
    ['ftp://example.com', 'not-http', 'error'],
    ['example.com/lead', 'not-an-address', 'error'],
    ['https://exa mple.com', 'not-an-address', 'error'],
    ['https://', 'not-an-address', 'error'],
    ['http://example.com/lead', 'http', 'warning'],
    ['http://127.0.0.1:5323/workflows/1', 'local-http', 'warning'],
    ['http://192.168.1.4/x', 'local-http', 'warning'],
    ['https://localhost/x', 'local-https', 'warning'],
    ['https://[::1]/x', 'local-https', 'warning'],
    ['https://[fd12:3456::1]/x', 'local-https', 'warning'],
    ['https://[fe80::1]/x', 'local-https', 'warning'],
    ['http://100.64.1.2/x', 'local-http', 'warning'],
    ['https://nas.local/x', 'local-https', 'warning'],
    ['https://crm/x', 'local-https', 'warning'],
    ['https://0x7f.1/x', 'local-https', 'warning'],
    ['http://10.example.com/x', 'http', 'warning'],
    ['https://someone:secret@example.com/x', 'has-password', 'error'],
  ])('%j: %s, %s', (url, code, intent) => {
    expect(checkAddress(url)).toMatchObject({ code, intent })
    if (intent === 'warning') expect(connectionSchema.shape.url.safeParse(url).success).toBe(true)
  })

  it.each([
    'https://example.com',
    'https://10.example.com/x',
    'https://[2603:1030::1]/x',
    'https://prod-18.uksouth.logic.azure.com:443/workflows/a?sig=b',
    'HTTPS://a.b/c',
  ])('takes %s', (url) => expect(checkAddress(url)).toBeNull())
})

describe('the field Contact email', () => {
  it('is split by ; with room around it', () => {
    expect(readContactEmails(' a@b.co ;c@d.example;; a@b.co; ')).toEqual({
      emails: ['a@b.co', 'c@d.example'],
      problem: null,
    })
  })

  it.each([
    ['', 'missing', {}],
    [' ; ', 'missing', {}],
    ['a@b.co; nobody', 'not-an-address', { email: 'nobody' }],
    ['a@b.co, c@d.co', 'other-separator', { email: 'a@b.co, c@d.co' }],
    ['a@b.co c@d.co', 'other-separator', {}],
    ['a@b.co, nobody', 'not-an-address', {}],
    ['a@b.co；c@d.co', 'other-separator', {}],
    ['Some One <a@b.co>', 'with-name', { email: 'Some One <a@b.co>', address: 'a@b.co' }],
    [Array.from({ length: 51 }, (_, at) => `a${at}@b.co`).join(';'), 'too-many', { most: 50 }],
  ])('%j: %s', (text, code, params) => {
    expect(readContactEmails(text).problem).toMatchObject({ code, params })
  })

  it('shows hidden characters of what is wrong', () => {
    expect(readContactEmails('a\u202Eb').problem?.params.email).not.toContain('\u202E')
  })
})

describe('a flow of ours', () => {
  const ids = ['a'.repeat(32), 'b'.repeat(32)]

  it('is known by its id, whatever the host', () => {
    for (const base of ['http://127.0.0.1:5323', 'https://tunnel.example/powerautomate/automations/direct'])
      expect(ownFlowId(`${base}/workflows/${'B'.repeat(32)}/triggers/manual/paths/invoke?x`, ids)).toBe(ids[1])
  })

  it('is not in any other URL', () => {
    for (const url of ['https://example.com', `https://example.com/?x=/workflows/${ids[0]}`, 'https://a.b/workflows/c'])
      expect(ownFlowId(url, ids)).toBeNull()
  })
})
