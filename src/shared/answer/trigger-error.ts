import { visibleString } from '../text/visible-string'
import { type Explained, explained } from './explanation'
import type { RequestSigns } from './request-signs'

/** An error as the trigger words it in its answer: `{"error":{"code":…,"message":…}}`. */
export type TriggerError = { readonly code: string; readonly message: string }

/** Longer bodies are not the trigger's. */
const longestBody = 65_536
const longestDetail = 400

/** The error in an answer's body; null where it has none. */
export function readTriggerError(bodyText: string | null): TriggerError | null {
  if (bodyText === null || bodyText.length > longestBody || !bodyText.includes('"error"')) return null
  try {
    const parsed: unknown = JSON.parse(bodyText.replace(/^\uFEFF/, ''))
    const error = propertyOf(parsed, 'error')
    const code = propertyOf(error, 'code')
    const message = propertyOf(error, 'message')
    return typeof code === 'string' ? { code, message: typeof message === 'string' ? message : '' } : null
  } catch {
    // Not JSON: another server's page.
    return null
  }
}

/** What an error of the trigger means; null for a code that is not known. Source: facts, "What the trigger answers". */
export function explainTriggerError(error: TriggerError, sentMethod: string, signs: RequestSigns): Explained | null {
  const { code, message } = error
  switch (code) {
    case 'DirectApiAuthorizationRequired':
      return explained('error', /OAuth/i.test(message) ? 'tenant-only' : 'sig-missing')
    case 'DirectApiRequestHasMoreThanOneAuthorization':
      return explained('error', 'authorization-clash')
    case 'AuthorizationFailed':
      return explained('error', signs.signature === 'cut' ? 'sig-cut' : 'sig-wrong')
    case 'MissingApiVersionParameter':
      return explained('error', 'api-version-missing')
    case 'WorkflowTriggerIsNotEnabled':
      return explained(
        'error',
        /'Suspended'/i.test(message) ? 'flow-suspended' : /'Deleted'/i.test(message) ? 'flow-deleted' : 'flow-off',
      )
    case 'WorkflowNotFound':
      return explained('error', 'workflow-unknown')
    case 'TriggerRequestMethodNotValid': {
      const [, expected = 'POST'] = /expected '([A-Z]{1,20})'/.exec(message) ?? []
      const [, actual = visible(sentMethod)] = /actual '([A-Z]{1,20})'/.exec(message) ?? []
      return explained('error', 'method-wrong', { expected, actual })
    }
    case 'InvalidRequestContent': {
      const [, detail = message] = /deserialized: '(.*)'\.?$/s.exec(message) ?? []
      return explained('error', 'body-not-json', { detail: visible(detail) })
    }
    case 'TriggerInputSchemaMismatch': {
      const [, details = message] = /Error details: '(.*)'\.?$/s.exec(message) ?? []
      return explained('error', /but got Null/i.test(details) ? 'schema-null' : 'schema-mismatch', {
        details: visible(details.replace(/\.,(?=\S)/g, '. ')),
      })
    }
    case 'NoResponse':
      return explained('error', 'no-response')
    default:
      return null
  }
}

/** Received text within a sentence: hidden characters made visible, not too long. */
function visible(text: string): string {
  const shown = visibleString(text.slice(0, longestDetail))
  return text.length > longestDetail ? `${shown}…` : shown
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
