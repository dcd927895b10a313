import { expect, it } from 'vitest'
import { explainSmtp } from '../../../../src/engine/flows/actions/explain-smtp'
import type { SmtpFailure } from '../../../../src/engine/flows/actions/smtp'

const settings = {
  kind: 'smtp',
  host: 'mail.contoso.com',
  port: 587,
  security: 'starttls',
  user: '',
  from: 'a@contoso.com',
  verifyTls: true,
} as const

it.each<[SmtpFailure['limit'], string, number]>([
  [{ on: 'answer', ms: 15_000 }, 'timed-out', 15],
  [{ on: 'silence', ms: 60_000 }, 'timed-out', 60],
  [{ on: 'session', ms: 300_000 }, 'smtp-too-slow', 300],
])('says the limit that ran out: %o', (limit, code, seconds) => {
  const error = Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })
  const explained = explainSmtp({ error, dataBegan: false, limit }, settings, 'a@contoso.com', ['b@contoso.com'])
  expect(explained).toMatchObject({ error: { code, params: { host: settings.host, seconds } }, retry: { afterMs: 0 } })
})
