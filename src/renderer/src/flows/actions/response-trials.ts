import type { ResponseAction } from '@shared/flow/action'

const json = [{ name: 'Content-Type', value: 'application/json' }] as const

/** Answers to try a sender with: what it does when the flow refuses, fails, is busy, late or gone. */
export const responseTrials = [
  trial('success', { status: 200 }),
  trial('not-valid', { status: 400, headers: json, body: errorBody('InvalidRequestContent') }),
  trial('unauthorized', { status: 401, headers: json, body: errorBody('DirectApiAuthorizationRequired') }),
  trial('server-error', { status: 500, headers: json, body: errorBody('InternalServerError') }),
  trial('throttled', {
    status: 429,
    headers: [...json, { name: 'Retry-After', value: '10' }],
    body: errorBody('TooManyRequests'),
  }),
  trial('late', { status: 200, delaySeconds: 130 }),
  trial('drop', { trial: 'drop' }),
] as const

function trial<Id extends string>(id: Id, changes: Partial<ResponseAction>) {
  const plain = { status: 200, headers: [], body: '', delaySeconds: 0, trial: 'answer' as const }
  return { id, changes: { ...plain, ...changes } }
}

function errorBody(code: string): string {
  return JSON.stringify({ error: { code, message: 'A trial answer of Lead Inspector.' } }, null, 2)
}
