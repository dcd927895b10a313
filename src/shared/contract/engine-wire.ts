import type { AppErrorData } from '../app-error'
import type { EngineEvent } from './engine-events'

/** Messages over the port between the window and the engine. */
export type ToEngine = {
  readonly kind: 'call'
  readonly callId: number
  readonly name: string
  readonly input: unknown
}

export type FromEngine =
  | { readonly kind: 'answer'; readonly callId: number; readonly output: unknown }
  | { readonly kind: 'failure'; readonly callId: number; readonly error: AppErrorData }
  | { readonly kind: 'events'; readonly events: readonly EngineEvent[] }
