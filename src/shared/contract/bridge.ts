import type { ShellEvent } from './shell-commands'

/**
 * What the preload script puts on `window.leadInspector`: the shell's commands and events. The engine is reached over
 * a MessagePort that arrives as a window message `{type: enginePortMessage}`, anew after every restart of the engine.
 */
export type Bridge = {
  /** Answers `{ok: true, output}` or `{ok: false, error}`: errors do not keep their fields over Electron's own channel. */
  readonly callShell: (name: string, input: unknown) => Promise<unknown>
  /** Returns the function that stops listening. */
  readonly onShellEvent: (listener: (event: ShellEvent) => void) => () => void
  /** Tells that the page listens for the port, so that none is lost. */
  readonly ready: () => void
  readonly platform: string
}

export const enginePortMessage = 'lead-inspector:engine-port'
