import type { StepError, StepValue } from '@shared/run/run'
import { TextTooLong } from '@shared/template/text-too-long'
import type { Rehearsed } from '../storage/rehearsal-table'

/** What a step shows of itself, however it ends. Secrets are masked in it. */
export type StepShown = {
  readonly inputs: readonly StepValue[]
  readonly outputs: readonly StepValue[]
  readonly blankTokens: readonly string[]
}

/** How one attempt of a step ended. */
export type StepResult = StepShown &
  (
    | { readonly kind: 'succeeded'; readonly rehearsed: Rehearsed | null }
    | {
        readonly kind: 'failed' | 'timed-out'
        readonly error: StepError
        /** Whether another attempt is safe and may help; `afterMs`: as the other end asked. null: never by itself. */
        readonly retry: { readonly afterMs: number } | null
      }
  )

export const nothingShown: StepShown = { inputs: [], outputs: [], blankTokens: [] }

export function succeeded(shown: Partial<StepShown>, rehearsed: Rehearsed | null = null): StepResult {
  return { kind: 'succeeded', ...nothingShown, ...shown, rehearsed }
}

export function failed(
  error: StepError,
  shown: Partial<StepShown> = {},
  retry: { readonly afterMs: number } | null = null,
): StepResult {
  return { kind: 'failed', ...nothingShown, ...shown, error, retry }
}

export function timedOut(error: StepError, shown: Partial<StepShown> = {}): StepResult {
  return { kind: 'timed-out', ...nothingShown, ...shown, error, retry: null }
}

/** @param answer the other end's own words */
export function stepError(code: string, params: StepError['params'] = {}, answer = ''): StepError {
  return { code, params, answer }
}

/** The end of an attempt that threw. It is not known how far it came: never again by itself. */
export function unforeseen(error: unknown): StepResult {
  if (error instanceof TextTooLong) return failed(stepError('text-too-long'))
  return failed(stepError('unexpected', { detail: error instanceof Error ? error.message : String(error) }))
}
