import { AppError } from '@shared/app-error'
import { enginePortMessage } from '@shared/contract/bridge'
import type { InputOf, OutputOf } from '@shared/contract/command'
import type { EngineCommands } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { FromEngine, ToEngine } from '@shared/contract/engine-wire'

export type FakeHandlers = {
  readonly [Name in keyof EngineCommands]?: (
    input: InputOf<EngineCommands, Name>,
  ) => OutputOf<EngineCommands, Name> | Promise<OutputOf<EngineCommands, Name>>
}

export type FakeEngine = {
  /** What the window has asked for so far. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  /** Waits until a call is there for which this holds. */
  readonly called: (test: (name: string, input: unknown) => boolean) => Promise<void>
  readonly publish: (...events: readonly EngineEvent[]) => void
  /** Connects the window (anew), as after a restart of the engine. */
  readonly connect: () => void
}

/** The engine's side of the window's port, with the bridge that the preload script makes. For happy-dom. */
export function fakeEnginePort(handlers: FakeHandlers): FakeEngine {
  const calls: { readonly name: string; readonly input: unknown }[] = []
  const waiting = new Set<() => void>()
  let port: MessagePort | null = null

  async function answer(call: ToEngine): Promise<FromEngine> {
    const { callId } = call
    const handler: ((input: never) => unknown) | undefined = handlers[call.name as keyof EngineCommands]
    try {
      if (!handler) throw new Error(`The fake engine has no ${call.name}`)
      return { kind: 'answer', callId, output: await handler(call.input as never) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { kind: 'failure', callId, error: { code: error.code, params: error.params } }
    }
  }

  Object.defineProperty(window, 'leadInspector', {
    configurable: true,
    value: {
      callShell: async () => ({ ok: true, output: null }),
      onShellEvent: () => () => undefined,
      ready: () => undefined,
      platform: 'linux',
    },
  })
  return {
    calls,
    called: (test) =>
      new Promise((resolve) => {
        const look = () => {
          if (!calls.some(({ name, input }) => test(name, input))) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    publish: (...events) => port?.postMessage({ kind: 'events', events } satisfies FromEngine),
    connect: () => {
      port?.close()
      const { port1, port2 } = new MessageChannel()
      port = port1
      port1.onmessage = async ({ data }: MessageEvent<ToEngine>) => {
        calls.push({ name: data.name, input: data.input })
        const message = await answer(data)
        port1.postMessage(message)
        for (const look of waiting) look()
      }
      const event = new MessageEvent('message', { data: { type: enginePortMessage }, source: window })
      // The DOM of the tests leaves out the ports that its constructor is given.
      Object.defineProperty(event, 'ports', { value: [port2] })
      window.dispatchEvent(event)
    },
  }
}
