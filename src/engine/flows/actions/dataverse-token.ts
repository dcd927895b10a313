import type { ConnectionSettings } from '@shared/connection/connection'
import type { OpenConnection } from '../../connections/connection-store'
import type { Reach } from '../reach'
import { failed, nothingShown, type StepResult, stepError } from '../step-result'
import { crmTimeoutMs, crmUrl, sendToCrm } from './crm-request'
import { explainHttp } from './explain-http'

export type DataverseSettings = Extract<ConnectionSettings, { kind: 'dataverse' }>

/** Access tokens by connection, until shortly before they expire. */
export type TokenCache = {
  readonly get: (key: string) => string | null
  readonly set: (key: string, token: string, lifeSeconds: number) => void
  readonly drop: (key: string) => void
}

export function createTokenCache(): TokenCache {
  const tokens = new Map<string, { readonly token: string; readonly until: number }>()
  return {
    get: (key) => {
      const found = tokens.get(key)
      return found !== undefined && found.until > Date.now() ? found.token : null
    },
    // A minute early: it has to last for the request too.
    set: (key, token, lifeSeconds) => void tokens.set(key, { token, until: Date.now() + (lifeSeconds - 60) * 1000 }),
    drop: (key) => void tokens.delete(key),
  }
}

/** Whatever makes another token: a changed connection does not go on with the old one. */
export function tokenKey({ id, settings, secret }: OpenConnection): string {
  return JSON.stringify([id, settings, secret])
}

export type TokenOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly result: StepResult }

/**
 * A token of the Microsoft identity platform by client credentials (facts: "Where leads go"):
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function getToken(
  connection: OpenConnection,
  settings: DataverseSettings,
  reach: Reach,
): Promise<TokenOutcome> {
  const key = tokenKey(connection)
  const known = reach.tokens.get(key)
  if (known !== null) return { ok: true, token: known }
  const fail = (result: StepResult): TokenOutcome => ({ ok: false, result })
  if (connection.secret === '') return fail(failed(stepError('secret-missing', { name: connection.name })))
  const url = crmUrl(settings.authority, `/${encodeURIComponent(settings.tenantId)}/oauth2/v2.0/token`)
  const organisation = crmUrl(settings.organisation)
  if (url === null || organisation === null) {
    return fail(failed(stepError('url-not-valid', { url: url === null ? settings.authority : settings.organisation })))
  }
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.clientId,
    client_secret: connection.secret,
    scope: `${organisation.origin}/.default`,
  })
  const answer = await sendToCrm(
    url,
    [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    form.toString(),
    reach,
  )
  if (answer.kind !== 'answered' || answer.status === 429 || answer.status >= 500) {
    return fail(explainHttp(answer, url, crmTimeoutMs, nothingShown))
  }
  const granted = answer.status === 200 ? readGrant(answer.body) : null
  if (granted === null) {
    return fail(failed(stepError('crm-sign-in', { host: url.hostname }, describeRefusal(answer.body))))
  }
  reach.tokens.set(key, granted.token, granted.lifeSeconds)
  return { ok: true, token: granted.token }
}

function readGrant(body: string): { readonly token: string; readonly lifeSeconds: number } | null {
  const parsed = readJson(body)
  const token = parsed?.access_token
  const life = Number(parsed?.expires_in)
  return typeof token === 'string' && token !== '' ? { token, lifeSeconds: Number.isFinite(life) ? life : 0 } : null
}

/** Never a token that an odd answer might hold. */
function describeRefusal(body: string): string {
  const parsed = readJson(body)
  return [parsed?.error, parsed?.error_description].filter((part) => typeof part === 'string').join(': ')
}

function readJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
