import type { StepError } from '@shared/run/run'
import { ConnectionError } from '../../sender/connection-error'
import { toSendFailure } from '../../sender/send-failure'
import { stepError } from '../step-result'
import type { SmtpError, SmtpFailure, SmtpSettings } from './smtp'

export type SmtpExplanation = { readonly error: StepError; readonly retry: { readonly afterMs: number } | null }

const again = { afterMs: 0 } as const

/** Why a mail did not go out, and whether to try again is safe: never once the server may have taken it. */
export function explainSmtp(
  { error, dataBegan, limit }: SmtpFailure,
  settings: SmtpSettings,
  from: string,
  recipients: readonly string[],
): SmtpExplanation {
  const { host, port } = settings
  const answer = typeof error.response === 'string' ? error.response.slice(0, 2000) : ''
  const reply = typeof error.responseCode === 'number' ? error.responseCode : null
  if (dataBegan && reply === null) return never('mail-unknown', { host })
  // "4yz: the action was not taken, but may be requested again" (RFC 5321, 4.2.1).
  if (reply !== null && reply >= 400 && reply < 500)
    return { error: stepError('smtp-busy', { host }, answer), retry: again }
  switch (error.code) {
    case 'EAUTH':
      return never('smtp-sign-in', { host, user: settings.user }, answer)
    case 'EENVELOPE':
      if (error.command === 'MAIL FROM') return never('sender-refused', { host, address: from }, answer)
      if (error.command === 'RCPT TO')
        return never('recipient-refused', { host, addresses: recipients.join('; ') }, answer)
      return never('mail-refused', { host }, answer)
    case 'EMESSAGE':
      return never('mail-refused', { host }, answer)
    case 'EPROTOCOL':
      return never('smtp-protocol', { host, port }, answer)
    case 'ETIMEDOUT':
      return { error: timedOut(host, limit), retry: again }
    case 'EDNS':
      return { error: stepError('dns-failed', { host, port }), retry: again }
    default:
      return explainConnection(error, settings, answer, limit)
  }
}

function timedOut(host: string, { on, ms }: SmtpFailure['limit']): StepError {
  const seconds = Math.ceil(ms / 1000)
  return stepError(on === 'session' ? 'smtp-too-slow' : 'timed-out', { host, seconds })
}

function explainConnection(
  error: SmtpError,
  { host, port, security }: SmtpSettings,
  answer: string,
  limit: SmtpFailure['limit'],
): SmtpExplanation {
  const system = typeof error.originalCode === 'string' ? error.originalCode : certificateOf(error)
  if (system === null) {
    const refusedTls = security === 'starttls' && (error.command === 'STARTTLS' || error.command === 'EHLO')
    if (refusedTls) return never('smtp-starttls', { host, port }, answer)
    if (error.code === 'ETLS') return never('tls-failed', { host, port, code: 'ETLS' }, answer)
    // Said nothing that a mail server says, or hung up.
    return { error: stepError('reset', { host, port }, answer), retry: again }
  }
  const cause = Object.assign(new Error(error.message), { code: system })
  const failure = toSendFailure(isCertificate(system) ? new ConnectionError('certificate', system) : cause, host, port)
  const healing = ['refused', 'unreachable', 'reset', 'timed-out', 'dns-failed'].includes(failure.kind)
  const code = failure.kind === 'not-http' || failure.kind === 'failed' ? 'failed' : failure.kind
  return {
    error: stepError(code, { host, port, code: system, seconds: Math.ceil(limit.ms / 1000) }, answer),
    retry: healing ? again : null,
  }
}

const certificatePrefix = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA)/

function isCertificate(code: string): boolean {
  return certificatePrefix.test(code)
}

/** While it upgrades a connection nodemailer keeps OpenSSL's words only. */
function certificateOf({ message }: Error): string | null {
  if (/self[- ]signed/i.test(message)) return 'DEPTH_ZERO_SELF_SIGNED_CERT'
  if (/unable to (verify|get)/i.test(message)) return 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  if (/certificate (has expired|is not yet valid)/i.test(message)) return 'CERT_HAS_EXPIRED'
  return /does not match certificate/i.test(message) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : null
}

function never(code: string, params: StepError['params'], answer = ''): SmtpExplanation {
  return { error: stepError(code, params, answer), retry: null }
}
