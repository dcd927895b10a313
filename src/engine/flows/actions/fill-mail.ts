import type { SendEmailAction } from '@shared/flow/action'
import type { MailAddress } from '@shared/mail/mail-address'
import type { StepError } from '@shared/run/run'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'
import { type StepShown, stepError } from '../step-result'
import { capValue } from '../step-values'
import { escapeHtml, htmlToText } from './html-text'
import { splitAddresses, writeAddress } from './split-addresses'

/** A mail ready to go. */
export type FilledMail = {
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly bcc: readonly MailAddress[]
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly importance: SendEmailAction['importance']
}

export type MailFilling = { readonly shown: StepShown } & (
  | { readonly ok: true; readonly mail: FilledMail }
  | { readonly ok: false; readonly error: StepError }
)

/** Fills a mail's templates. The body is HTML, so a lead's values are escaped in it. */
export function fillMail(action: SendEmailAction, outputs: TriggerOutputs): MailFilling {
  const to = splitAddresses(action.to, outputs)
  const cc = splitAddresses(action.cc, outputs)
  const bcc = splitAddresses(action.bcc, outputs)
  const subject = fillTemplate(action.subject, outputs)
  const body = fillTemplate(action.body, outputs, escapeHtml)
  const mail: FilledMail = {
    to: to.addresses,
    cc: cc.addresses,
    bcc: bcc.addresses,
    // A line break would begin another header.
    subject: subject.text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(),
    html: body.text,
    text: htmlToText(body.text),
    importance: action.importance,
  }
  const shown: StepShown = {
    inputs: [
      ...addressInputs('to', mail.to),
      ...addressInputs('cc', mail.cc),
      ...addressInputs('bcc', mail.bcc),
      { name: 'subject', value: capValue(mail.subject) },
      { name: 'importance', value: mail.importance },
      { name: 'body', value: capValue(mail.html) },
    ],
    outputs: [],
    blankTokens: [...new Set([to, cc, bcc, subject, body].flatMap((part) => part.blank))],
  }
  const [wrong] = [...to.notValid, ...cc.notValid, ...bcc.notValid]
  if (wrong !== undefined) return { ok: false, shown, error: stepError('recipient-not-valid', { address: wrong }) }
  if (mail.to.length === 0) return { ok: false, shown, error: stepError('recipient-missing') }
  return { ok: true, shown, mail }
}

function addressInputs(name: string, addresses: readonly MailAddress[]): StepShown['inputs'] {
  return addresses.length === 0 ? [] : [{ name, value: capValue(addresses.map(writeAddress).join('; ')) }]
}
