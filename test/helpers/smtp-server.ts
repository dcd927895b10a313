import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import type { TestCertificate } from './test-certificates'

export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string
  readonly secure: boolean
  readonly mail: Email
  readonly raw: string
}

export type MailServer = { readonly port: number; readonly mails: readonly ReceivedMail[] }

export const mailUser = 'leads@contoso.com'
export const mailPassword = 'right horse'

/** A real mail server on loopback with STARTTLS and sign-in; closed when the test ends. */
export async function startMailServer(
  certificate: TestCertificate,
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    ...certificate,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      if (username === mailUser && password === mailPassword) done(null, { user: username })
      else done(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 }))
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody@')) done(Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 }))
      else done()
    },
    onData: (stream, session, done) => {
      buffer(stream).then(async (raw) => {
        mails.push({
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          user: String(session.user ?? ''),
          secure: session.secure,
          mail: await PostalMime.parse(raw),
          raw: raw.toString('utf8'),
        })
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { port, mails }
}
