import texts from '@resources/locales/en/run.json'
import { AppError } from '@shared/app-error'
import type { ConnectionTrial } from '@shared/contract/run-commands'
import { crmUrl } from '../flows/actions/crm-request'
import { getToken } from '../flows/actions/dataverse-token'
import { deliver } from '../flows/actions/send-email'
import { splitAddresses } from '../flows/actions/split-addresses'
import { connectionSecrets, hideSecrets } from '../flows/hide-secrets'
import type { Reach } from '../flows/reach'
import { failed, type StepResult, stepError, succeeded } from '../flows/step-result'

/** Signs in with a connection; a mail server also gets a mail for `to`. Web forms without sign-in are only looked at. */
export async function tryConnection(id: string, to: string, reach: Reach): Promise<ConnectionTrial> {
  const result = hideSecrets(await trial(id, to, reach), connectionSecrets(reach.connection(id)))
  return result.kind === 'succeeded' ? { ok: true } : { ok: false, ...result.error }
}

async function trial(id: string, to: string, reach: Reach): Promise<StepResult> {
  const connection = reach.connection(id)
  if (connection === null) throw new AppError('bad-input', { detail: 'connection' })
  const { settings } = connection
  switch (settings.kind) {
    case 'smtp': {
      const { addresses, notValid } = splitAddresses(to, { headers: [], body: null })
      const [wrong] = notValid
      if (wrong !== undefined) return failed(stepError('recipient-not-valid', { address: wrong }))
      if (addresses.length === 0) return failed(stepError('recipient-missing'))
      const { subject, text } = texts['test-mail']
      const mail = {
        to: addresses,
        cc: [],
        bcc: [],
        subject,
        html: `<p>${text}</p>`,
        text,
        importance: 'normal',
      } as const
      return deliver(connection, settings, mail, reach)
    }
    case 'dataverse': {
      const granted = await getToken(connection, settings, reach)
      return granted.ok ? succeeded({}) : granted.result
    }
    case 'salesforce':
    case 'hubspot': {
      if (crmUrl(settings.url) === null) return failed(stepError('url-not-valid', { url: settings.url }))
      const needsSecret = settings.kind === 'hubspot' && connection.secret === ''
      return needsSecret ? failed(stepError('secret-missing', { name: connection.name })) : succeeded({})
    }
  }
}
