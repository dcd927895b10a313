import type { Answer } from '@shared/lead/lead-detail'

/** Error codes of the trigger that have a text of their own, `detail:answer.error.<code>`. Source: facts, "What the trigger answers". */
export const explainedErrorCodes = [
  'DirectApiAuthorizationRequired',
  'DirectApiRequestHasMoreThanOneAuthorization',
  'AuthorizationFailed',
  'MissingApiVersionParameter',
  'WorkflowTriggerIsNotEnabled',
  'WorkflowNotFound',
  'TriggerRequestMethodNotValid',
  'InvalidRequestContent',
  'TriggerInputSchemaMismatch',
  'NoResponse',
] as const

/** Statuses that have a text of their own, `detail:answer.status.<status>`. */
export const explainedStatuses = [
  202, 400, 401, 403, 404, 408, 411, 413, 414, 415, 417, 429, 431, 500, 502, 503, 504,
] as const

/** What an answer means: which text explains it. */
export type AnswerExplanation =
  | { readonly kind: 'error'; readonly code: (typeof explainedErrorCodes)[number] }
  | { readonly kind: 'status'; readonly status: (typeof explainedStatuses)[number] }
  | { readonly kind: 'class'; readonly name: 'success' | 'refused' | 'broken' | 'other' }
  /** The connection ended without an answer. */
  | { readonly kind: 'none' }

/** An error as the trigger words it in the body: `{"error":{"code":…,"message":…}}`. */
export type ErrorBody = { readonly code: string; readonly message: string }

/** The error in an answer's body; null where it has none. */
export function errorBodyOf(body: Uint8Array): ErrorBody | null {
  if (body.length === 0 || body.length > 65_536) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    const error = propertyOf(value, 'error')
    const code = propertyOf(error, 'code')
    const message = propertyOf(error, 'message')
    return typeof code === 'string' ? { code, message: typeof message === 'string' ? message : '' } : null
  } catch {
    return null
  }
}

/** Which text explains an answer: that of its error code, else of its status, else of its class. */
export function explainAnswer(answer: Pick<Answer, 'status' | 'body'>): AnswerExplanation {
  const { status } = answer
  if (status === 0) return { kind: 'none' }
  const error = errorBodyOf(answer.body)
  const code = explainedErrorCodes.find((known) => known === error?.code)
  if (code) return { kind: 'error', code }
  const known = explainedStatuses.find((candidate) => candidate === status)
  if (known) return { kind: 'status', status: known }
  if (status >= 200 && status < 300) return { kind: 'class', name: 'success' }
  if (status >= 400 && status < 500) return { kind: 'class', name: 'refused' }
  return { kind: 'class', name: status >= 500 ? 'broken' : 'other' }
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined
}
