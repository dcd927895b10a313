import { AppError } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { Flow } from '@shared/flow/flow'
import type { Validation } from '@shared/partner-center/validation'
import type { Sender } from '../sender/sender'
import type { Arrivals } from './arrivals'
import { validateConnection } from './validate-connection'

export type ValidationParts = {
  readonly publish: (event: EngineEvent) => void
  readonly arrivals: Arrivals
  readonly createSender: () => Sender
  readonly flows: () => readonly Flow[]
  readonly timeoutMs: number
  readonly arrivalMs: number
}

/** The validations of the offers, one at a time each. */
export type Validations = {
  /** Sends the test lead; one of the same offer that is under way is stopped. Resolves when it has ended. */
  readonly run: (offerId: string, url: string, reason: Validation['reason']) => Promise<Validation>
  readonly stop: (offerId: string) => void
  /** The last of each offer. */
  readonly list: () => readonly Validation[]
  /** Stops one, and forgets what came of it. */
  readonly forget: (offerId: string) => void
  readonly close: () => Promise<void>
}

export function createValidations(parts: ValidationParts): Validations {
  const latest = new Map<string, Validation>()
  const underWay = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>()

  async function run(first: Validation, url: string, abort: AbortController): Promise<Validation> {
    let validation = first
    const put = (changes: Partial<Validation>): void => {
      validation = { ...validation, ...changes }
      // A later one of the same offer, or a change of the offer, makes this one old.
      if (underWay.get(first.offerId)?.abort !== abort) return
      latest.set(first.offerId, validation)
      parts.publish({ type: 'validation-changed', validation })
    }
    // Connections of its own: one that is kept alive would prove nothing about reaching the other end.
    const sender = parts.createSender()
    try {
      const passed = await validateConnection({
        url,
        flows: parts.flows(),
        send: sender.send,
        arrivals: parts.arrivals,
        timeoutMs: parts.timeoutMs,
        arrivalMs: parts.arrivalMs,
        signal: abort.signal,
        onSteps: (steps) => put({ steps }),
      })
      put({ state: passed ? 'passed' : 'failed' })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'cancelled') throw error
      put({ state: 'stopped' })
    } finally {
      sender.close()
      if (underWay.get(first.offerId)?.abort === abort) underWay.delete(first.offerId)
    }
    return validation
  }

  function stop(offerId: string): void {
    underWay.get(offerId)?.abort.abort()
  }

  return {
    run(offerId, url, reason) {
      stop(offerId)
      const abort = new AbortController()
      const first: Validation = { offerId, reason, startedAt: Date.now(), state: 'running', steps: [] }
      // It looks up itself below, so it begins after it was noted.
      const validation = Promise.resolve().then(() => run(first, url, abort))
      underWay.set(offerId, { abort, ended: validation.catch(() => undefined) })
      return validation
    },
    stop,
    list: () => [...latest.values()],
    forget(offerId) {
      stop(offerId)
      underWay.delete(offerId)
      latest.delete(offerId)
    },
    async close() {
      for (const { abort } of underWay.values()) abort.abort()
      await Promise.all([...underWay.values()].map(({ ended }) => ended))
    },
  }
}
