import { AppError, toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import { type EngineCommands, engineCommands } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { FromEngine, ToEngine } from '@shared/contract/engine-wire'

/** What the server needs of a message port; Electron's and Node's ports both fit once adapted. */
export type EnginePort = {
  readonly post: (message: FromEngine) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Answers a window's commands on a port and sends it the engine's events, until the returned function is called. */
export function serveCommands(
  port: EnginePort,
  handlers: Handlers<EngineCommands>,
  listen: (listener: (events: readonly EngineEvent[]) => void) => () => void,
): () => void {
  port.onMessage(async (message) => {
    if (!isCall(message)) return
    try {
      const output = await runCommand(handlers, message.name, message.input)
      port.post({ kind: 'answer', callId: message.callId, output })
    } catch (error) {
      port.post({ kind: 'failure', callId: message.callId, error: toErrorData(error) })
    }
  })
  return listen((events) => port.post({ kind: 'events', events }))
}

/** Checks the input against the contract and runs the handler. Throws `AppError` `bad-input` for what does not fit. */
async function runCommand(handlers: Handlers<EngineCommands>, name: string, input: unknown): Promise<unknown> {
  if (!isCommandName(name)) throw new AppError('bad-input', { detail: `There is no command "${name}".` })
  const checked = engineCommands[name].input.safeParse(input)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new AppError('bad-input', { detail: `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` })
  }
  // The input was just checked by the schema of this very command; the compiler cannot follow the name through the map.
  const handler = handlers[name] as (input: unknown) => unknown
  return handler(checked.data)
}

function isCommandName(name: string): name is keyof EngineCommands {
  return Object.hasOwn(engineCommands, name)
}

function isCall(message: unknown): message is ToEngine {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'call' &&
    'callId' in message &&
    typeof message.callId === 'number' &&
    'name' in message &&
    typeof message.name === 'string'
  )
}
