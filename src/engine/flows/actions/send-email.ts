import type { SendEmailAction } from '@shared/flow/action'
import { readAddress } from '@shared/mail/mail-address'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { OpenConnection } from '../../connections/connection-store'
import type { Reach } from '../reach'
import { failed, type StepResult, stepError, succeeded } from '../step-result'
import { explainSmtp } from './explain-smtp'
import { type FilledMail, fillMail } from './fill-mail'
import { type SmtpSettings, sendMail } from './smtp'

/** One attempt at a *Send an email* with a mail server. */
export async function sendEmail(action: SendEmailAction, outputs: TriggerOutputs, reach: Reach): Promise<StepResult> {
  const filled = fillMail(action, outputs)
  if (!filled.ok) return failed(filled.error, filled.shown)
  const { shown } = filled
  const connection = reach.connection(action.connectionId ?? '')
  if (connection?.settings.kind !== 'smtp') return failed(stepError('connection-missing'), shown)
  const result = await deliver(connection, connection.settings, filled.mail, reach)
  return { ...result, inputs: shown.inputs, blankTokens: shown.blankTokens }
}

/** Hands a mail to the connection's server; inputs are the caller's. */
export async function deliver(
  connection: OpenConnection,
  settings: SmtpSettings,
  mail: FilledMail,
  reach: Pick<Reach, 'trustedCertificates' | 'signal'>,
): Promise<StepResult> {
  if (settings.user !== '' && connection.secret === '') {
    return failed(stepError('secret-missing', { name: connection.name }))
  }
  const from = readAddress(settings.from.trim() === '' ? settings.user : settings.from.trim())
  if (from === null) return failed(stepError('sender-not-valid', { address: settings.from }))
  const server = { settings, password: connection.secret, ...reach }
  const outcome = await sendMail(server, from, mail)
  if (!outcome.ok) {
    const recipients = [...mail.to, ...mail.cc, ...mail.bcc].map(({ address }) => address)
    const { error, retry } = explainSmtp(outcome, settings, from.address, recipients)
    return failed(error, {}, retry)
  }
  const shown = {
    outputs: [
      { name: 'accepted', value: outcome.accepted.join('; ') },
      { name: 'response', value: outcome.response },
    ],
  }
  if (outcome.rejected.length === 0) return succeeded(shown)
  const params = { host: settings.host, addresses: outcome.rejected.join('; ') }
  return failed(stepError('recipient-refused-some', params), shown)
}
