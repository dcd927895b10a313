import { Readable } from 'node:stream'
import { rootCertificates } from 'node:tls'
import type { ConnectionSettings } from '@shared/connection/connection'
import type { MailAddress } from '@shared/mail/mail-address'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { FilledMail } from './fill-mail'

export type SmtpSettings = Extract<ConnectionSettings, { kind: 'smtp' }>

export type SmtpServer = {
  readonly settings: SmtpSettings
  readonly password: string
  readonly trustedCertificates: readonly string[]
  readonly signal: AbortSignal
  /** For the whole session, in milliseconds; five minutes where it is not told. */
  readonly limitMs?: number
}

/** What a server refused, or why it was not reached. */
export type SmtpFailure = {
  readonly error: SmtpError
  /** The mail's first byte was on its way: without a word of the server it is not known whether it took it. */
  readonly dataBegan: boolean
  /** Which limit ran out where the error is `ETIMEDOUT`: nobody answered, silence in between, or the whole took too long. */
  readonly limit: { readonly on: 'answer' | 'silence' | 'session'; readonly ms: number }
}

/** An error as nodemailer makes it. */
export type SmtpError = Error & {
  readonly code?: unknown
  /** Which of its time limits, where `code` is `ETIMEDOUT`. */
  readonly timeoutType?: unknown
  readonly originalCode?: unknown
  readonly command?: unknown
  readonly response?: unknown
  readonly responseCode?: unknown
}

export type SmtpOutcome =
  | {
      readonly ok: true
      readonly response: string
      readonly accepted: readonly string[]
      readonly rejected: readonly string[]
    }
  | ({ readonly ok: false } & SmtpFailure)

const connectMs = 15_000
/** Silence on an open connection. */
const silenceMs = 60_000
/** A server that says a word now and then, and never comes to an end. */
const sessionMs = 5 * 60_000
const sessionTooLong = 'SESSION'

/** Signs in and hands a mail over, in a session of its own. Never throws for what a server does. */
export async function sendMail(server: SmtpServer, from: MailAddress, mail: FilledMail): Promise<SmtpOutcome> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const compiled = new MailComposer({
    from: { ...from },
    to: mail.to.map((address) => ({ ...address })),
    cc: mail.cc.map((address) => ({ ...address })),
    bcc: mail.bcc.map((address) => ({ ...address })),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...(mail.importance !== 'normal' && { headers: importanceHeaders(mail.importance) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const raw = await compiled.build()
  const to = [...mail.to, ...mail.cc, ...mail.bcc].map(({ address }) => address)

  let dataBegan = false
  // Read only once the server has said that it wants the data.
  const message = new Readable({
    read() {
      dataBegan = true
      this.push(raw)
      this.push(null)
    },
  })
  try {
    return await withSession(server, (session) => {
      return new Promise<SmtpOutcome>((resolve, reject) => {
        session.send({ from: from.address, to, size: raw.byteLength }, message, (error, info) => {
          if (error !== null) return reject(error)
          const rejected = (info?.rejected ?? []).map(String)
          resolve({ ok: true, response: info?.response ?? '', accepted: (info?.accepted ?? []).map(String), rejected })
        })
      })
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ok: false, error, dataBegan, limit: limitOf(error, server.limitMs) }
  }
}

function limitOf({ timeoutType }: SmtpError, limitMs = sessionMs): SmtpFailure['limit'] {
  if (timeoutType === sessionTooLong) return { on: 'session', ms: limitMs }
  if (timeoutType === 'SOCKET_TIMEOUT') return { on: 'silence', ms: silenceMs }
  return { on: 'answer', ms: connectMs }
}

/** `Importance` is what mail programs read; `X-Priority` is for the older ones. */
function importanceHeaders(importance: 'low' | 'high'): Record<string, string> {
  return importance === 'high'
    ? { Importance: 'high', 'X-Priority': '1 (Highest)' }
    : { Importance: 'low', 'X-Priority': '5 (Lowest)' }
}

/** Connects, encrypts as the settings say, signs in where there is a user, and says goodbye in the end. */
async function withSession<Result>(
  { settings, password, trustedCertificates, signal, limitMs = sessionMs }: SmtpServer,
  use: (session: SMTPConnection) => Promise<Result>,
): Promise<Result> {
  // Loaded with the first mail: the engine starts sooner without it.
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  // Cancelled while the mail was put together: an abort is heard once only.
  if (signal.aborted) throw new Error('stopped')
  const session = new Connection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    allowInternalNetworkInterfaces: true,
    tls: {
      rejectUnauthorized: settings.verifyTls,
      ...(trustedCertificates.length > 0 && { ca: [...rootCertificates, ...trustedCertificates] }),
    },
  })
  let stop: (reason: Error) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    session.on('error', reject)
    stop = (reason) => {
      session.close()
      reject(reason)
    }
  })
  const onAbort = (): void => stop(new Error('stopped'))
  signal.addEventListener('abort', onAbort)
  const timer = setTimeout(() => stop(tooSlow()), limitMs)
  // Heard also where nobody waits for it any more.
  failed.catch(() => {})
  const steps = async (): Promise<Result> => {
    await settled((done) => session.connect(done))
    if (settings.user !== '') {
      await settled((done) => session.login({ credentials: { user: settings.user, pass: password } }, done))
    }
    return use(session)
  }
  try {
    const result = await Promise.race([steps(), failed])
    session.quit()
    return result
  } catch (error) {
    session.close()
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

function tooSlow(): SmtpError {
  return Object.assign(new Error('too slow'), { code: 'ETIMEDOUT', timeoutType: sessionTooLong })
}

function settled(work: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())))
}
