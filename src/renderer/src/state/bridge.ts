import { AppError, type AppErrorData } from '@shared/app-error'
import { type Bridge, enginePortMessage } from '@shared/contract/bridge'
import type { InputOf, OutputOf } from '@shared/contract/command'
import type { EngineCommands } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { FromEngine, ToEngine } from '@shared/contract/engine-wire'
import type { MenuCommand, ShellCommands, ShellEvent } from '@shared/contract/shell-commands'

declare global {
  interface Window {
    readonly leadInspector: Bridge
  }
}

type PendingCall = { readonly resolve: (output: unknown) => void; readonly reject: (error: AppError) => void }

let port: MessagePort | null = null
let lastCallId = 0
const pending = new Map<number, PendingCall>()
const waitingForPort: ToEngine[] = []
const eventListeners = new Set<(events: readonly EngineEvent[]) => void>()
const connectListeners = new Set<() => void>()
const shellListeners = new Set<(event: ShellEvent) => void>()

/** Starts listening for the engine's port; called once, before the first render. */
export function connectBridge(): void {
  window.addEventListener('message', (message) => {
    if (message.source !== window || message.data?.type !== enginePortMessage || !message.ports[0]) return
    adoptPort(message.ports[0])
  })
  window.leadInspector.ready()
}

/** Asks the engine. Rejects with an `AppError`; calls under way when the engine stops fail with `engine-stopped`. */
export function callEngine<Name extends keyof EngineCommands>(
  name: Name,
  input: InputOf<EngineCommands, Name>,
): Promise<OutputOf<EngineCommands, Name>> {
  return new Promise((resolve, reject) => {
    const call: ToEngine = { kind: 'call', callId: ++lastCallId, name, input }
    pending.set(call.callId, { resolve: resolve as PendingCall['resolve'], reject })
    if (port) port.postMessage(call)
    else waitingForPort.push(call)
  })
}

/** Asks the Electron shell. Rejects with an `AppError`. */
export async function callShell<Name extends keyof ShellCommands>(
  name: Name,
  input: InputOf<ShellCommands, Name>,
): Promise<OutputOf<ShellCommands, Name>> {
  const answer = (await window.leadInspector.callShell(name, input)) as
    | { readonly ok: true; readonly output: OutputOf<ShellCommands, Name> }
    | { readonly ok: false; readonly error: AppErrorData }
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.params)
  return answer.output
}

/** Node's name of the system: `linux`, `darwin`, `win32`. */
export function platform(): string {
  return window.leadInspector.platform
}

export function onEngineEvents(listener: (events: readonly EngineEvent[]) => void): () => void {
  eventListeners.add(listener)
  return () => eventListeners.delete(listener)
}

/** Called whenever a (new) engine is connected: the time to hydrate. */
export function onEngineConnected(listener: () => void): () => void {
  connectListeners.add(listener)
  if (port) listener()
  return () => connectListeners.delete(listener)
}

export function onShellEvent(listener: (event: ShellEvent) => void): () => void {
  const stop = window.leadInspector.onShellEvent(listener)
  shellListeners.add(listener)
  return () => {
    stop()
    shellListeners.delete(listener)
  }
}

/** Carries out a command of the application menu that was asked for in the window (palette, shortcut). */
export function tellMenuCommand(command: MenuCommand): void {
  for (const listener of shellListeners) listener({ type: 'menu', command })
}

function adoptPort(next: MessagePort): void {
  port?.close()
  const waiting = new Set(waitingForPort.map((call) => call.callId))
  for (const [callId, call] of pending) {
    if (waiting.has(callId)) continue
    pending.delete(callId)
    call.reject(new AppError('engine-stopped'))
  }
  port = next
  port.onmessage = (message: MessageEvent<FromEngine>) => receive(message.data)
  for (const call of waitingForPort.splice(0)) port.postMessage(call)
  for (const listener of connectListeners) listener()
}

function receive(message: FromEngine): void {
  if (message.kind === 'events') {
    for (const listener of eventListeners) listener(message.events)
    return
  }
  const call = pending.get(message.callId)
  pending.delete(message.callId)
  if (message.kind === 'answer') call?.resolve(message.output)
  else call?.reject(new AppError(message.error.code, message.error.params))
}
