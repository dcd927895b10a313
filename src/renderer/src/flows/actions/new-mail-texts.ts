import { documentedPath, type LeadFieldKey } from '@shared/lead/lead-field'
import { writeToken } from '@shared/template/template'
import type { TFunction } from 'i18next'

/** Subject and body that a new mail begins with: the documented lead's fields, each behind its label. */
export function newMailTexts(t: TFunction<'flowActions'>): { readonly subject: string; readonly body: string } {
  const line = (label: string, ...keys: readonly LeadFieldKey[]) => `<b>${label}</b> ${keys.map(token).join(' ')}`
  const body = [
    t('mail.newIntro'),
    '',
    line(t('mail.newName'), 'firstName', 'lastName'),
    line(t('mail.newCompany'), 'company'),
    line(t('mail.newEmail'), 'email'),
    line(t('mail.newPhone'), 'phone'),
    line(t('mail.newCountry'), 'country'),
    line(t('mail.newAction'), 'actionCode'),
  ]
  return { subject: t('mail.newSubject', { offer: token('offerTitle') }), body: body.join('<br>\n') }
}

function token(key: LeadFieldKey): string {
  return writeToken({ source: 'body', path: documentedPath(key) })
}
