import type { SendOutcomeDetail } from '@shared/answer/answer'
import { sendFailureKinds } from '@shared/answer/answer'

/** How good an outcome is; always shown as icon and word, never as colour alone. */
export type Intent = 'success' | 'info' | 'warning' | 'error'

export type FailureKind = (typeof sendFailureKinds)[number]

/** Of an answer by its status alone, for lists; null is no answer. */
export function statusIntent(status: number | null): Intent {
  if (status === null || status >= 400) return 'error'
  return status >= 300 || status < 200 ? 'info' : 'success'
}

/** The failure's kind as the texts know it; a kind of a newer version is just `failed`. */
export function failureKind(kind: string | null): FailureKind {
  return sendFailureKinds.find((known) => known === kind) ?? 'failed'
}

/** Names what came of a send, so that two sends can be told alike: the status, or the failure's kind. */
export function outcomeName(outcome: SendOutcomeDetail): string {
  return outcome.kind === 'answered' ? String(outcome.answer.status) : outcome.failure.kind
}
