import type { AppErrorData } from '@shared/app-error'
import type { Hydration } from '@shared/contract/engine-commands'
import type { EngineProcessState } from '@shared/contract/shell-commands'

/** One line about whether leads can arrive, out of the engine's process, the storage and the receiver. */
export type ReceiverTruth = {
  readonly kind:
    | 'starting'
    | 'listening'
    | 'listening-secure'
    | 'https-failed'
    | 'stopped'
    | 'port-in-use'
    | 'restarting'
    | 'gave-up'
    | 'disk-full'
    | 'failed'
  readonly tone: 'good' | 'waiting' | 'bad' | 'quiet'
  readonly params: Readonly<Record<string, string | number>>
  readonly error: AppErrorData | null
  /** A free port to offer where the port is in use. */
  readonly freePort: number | null
}

/** Pure. What stops leads most thoroughly is said first: no engine, then no storage, then no listener. */
export function receiverTruth(
  hydration: Hydration | null,
  process: EngineProcessState,
  hydrationError: AppErrorData | null,
): ReceiverTruth {
  const truth = { params: {}, error: null, freePort: null } as const
  if (process.state === 'refused') return { ...truth, kind: 'failed', tone: 'bad', error: process.error }
  if (process.state === 'gave-up') return { ...truth, kind: 'gave-up', tone: 'bad' }
  if (process.state === 'restarting')
    return { ...truth, kind: 'restarting', tone: 'waiting', params: { attempt: process.attempt } }
  if (hydrationError) return { ...truth, kind: 'failed', tone: 'bad', error: hydrationError }
  if (!hydration) return { ...truth, kind: 'starting', tone: 'waiting' }
  const { receiver, storage } = hydration
  if (storage.state === 'disk-full')
    return { ...truth, kind: 'disk-full', tone: 'bad', error: { code: 'disk-full', params: {} } }
  if (storage.state === 'failed') return { ...truth, kind: 'failed', tone: 'bad', error: storage.error }
  switch (receiver.state) {
    case 'starting':
      return { ...truth, kind: 'starting', tone: 'waiting' }
    case 'stopped':
      return { ...truth, kind: 'stopped', tone: 'quiet' }
    case 'failed':
      return { ...truth, kind: 'failed', tone: 'bad', error: receiver.error }
    case 'port-in-use': {
      const params = { port: receiver.port }
      return {
        kind: 'port-in-use',
        tone: 'bad',
        params,
        error: { code: 'port-in-use', params },
        freePort: receiver.freePort,
      }
    }
    case 'listening': {
      const host = receiver.addresses.find((address) => address.includes('.')) ?? receiver.addresses[0] ?? '127.0.0.1'
      const params = { host, port: `${receiver.port}`, httpsPort: `${receiver.httpsPort ?? ''}` }
      if (receiver.httpsError)
        return { ...truth, kind: 'https-failed', tone: 'waiting', params, error: receiver.httpsError }
      return { ...truth, kind: receiver.httpsPort === null ? 'listening' : 'listening-secure', tone: 'good', params }
    }
  }
}
