import type { FlowAction } from '@shared/flow/action'
import type { StepError, StepValue } from '@shared/run/run'
import type { OpenConnection } from '../connections/connection-store'
import type { StepResult } from './step-result'
import { isSecretHeader } from './step-values'

const mask = '••••••••'
/** Shorter ones would be found in every other word. */
const shortest = 4

/** What a step's credentials may look like where the other end says them back, plain or encoded. */
export function secretsOf(action: FlowAction, connection: OpenConnection | null): readonly string[] {
  const secrets =
    action.type === 'http'
      ? action.headers.filter(({ name }) => isSecretHeader(name)).flatMap(({ value }) => [value, withoutScheme(value)])
      : connectionSecrets(connection)
  // The longest first: none leaves its end behind.
  return [...new Set(secrets)]
    .filter(({ length }) => length >= shortest)
    .sort((one, other) => other.length - one.length)
}

/** Of a connection; a mail server that does not know `AUTH` repeats the line that it got. */
export function connectionSecrets(connection: OpenConnection | null): readonly string[] {
  if (connection === null || connection.secret.length < shortest) return []
  const { secret, settings } = connection
  const user = settings.kind === 'smtp' ? settings.user : ''
  return [`\0${user}\0${secret}`, secret].flatMap((text) => [base64(text), encodeURIComponent(text), text])
}

/** An attempt's end as it is kept: what others answered, without the secrets that they were sent. */
export function hideSecrets(result: StepResult, secrets: readonly string[]): StepResult {
  const hide = (text: string): string =>
    secrets
      .reduce((hidden, secret) => hidden.replaceAll(secret, mask), text)
      .replace(/\b(Bearer\s+)[\w.~+/=-]{8,}/gi, `$1${mask}`)
  const outputs = result.outputs.map(({ name, value }): StepValue => ({ name, value: hide(value) }))
  return result.kind === 'succeeded'
    ? { ...result, outputs }
    : { ...result, outputs, error: hideIn(result.error, hide) }
}

function hideIn({ code, params, answer }: StepError, hide: (text: string) => string): StepError {
  const shown = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value])
  return { code, params: Object.fromEntries(shown), answer: hide(answer) }
}

function withoutScheme(value: string): string {
  return value.replace(/^\S+\s+/, '')
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
