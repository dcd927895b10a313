import type { ExplanationCode } from './explanation-codes'

/** Which sentences explain an outcome, and how grave it is. */
export type Explained = {
  readonly code: ExplanationCode
  readonly intent: 'success' | 'info' | 'warning' | 'error'
  /** Values named in the sentences: safe to show, without secrets. */
  readonly params: Readonly<Record<string, string | number>>
}

export type Explanation = Explained & {
  /** To be searched for in the flow's run history; null where the answer has none. */
  readonly runId: string | null
}

export function explained(
  intent: Explained['intent'],
  code: ExplanationCode,
  params: Explained['params'] = {},
): Explained {
  return { code, intent, params }
}
