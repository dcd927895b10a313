import type { RunStep } from '@shared/run/run'
import type { StepResult } from './step-result'

/** Attempts at a step, the first one included. */
const mostAttempts = 4
const firstPauseMs = 7000
/** What another end may ask us to wait at most. */
const longestPauseMs = 60 * 60 * 1000

/**
 * A step after an attempt: ended, or waiting for the next one (4 attempts, 7 s doubling, `Retry-After` honoured).
 * @param counted whether the attempt was counted when it began
 */
export function settle(step: RunStep, result: StepResult, now: number, counted: boolean): RunStep {
  const attempts = counted ? step.attempts : step.attempts + 1
  const startedAt = 'startedAt' in step.state ? step.state.startedAt : now
  const { inputs, outputs, blankTokens } = result
  const shown = { ...step, attempts, inputs, outputs, blankTokens }
  if (result.kind === 'succeeded') return { ...shown, state: { state: 'Succeeded', startedAt, endedAt: now } }
  const { error, retry } = result
  if (retry !== null && attempts < mostAttempts) {
    const pauseMs = Math.max(firstPauseMs * 2 ** (attempts - 1), Math.min(retry.afterMs, longestPauseMs))
    return { ...shown, state: { state: 'Retrying', startedAt, nextAt: now + pauseMs, error } }
  }
  return {
    ...shown,
    state: { state: result.kind === 'failed' ? 'Failed' : 'TimedOut', startedAt, endedAt: now, error },
  }
}
