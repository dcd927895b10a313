import type { EngineToShell, ShellToEngine } from '@shared/contract/engine-process-wire'
import type { EngineProcessState } from '@shared/contract/shell-commands'
import type { EngineSettings } from '@shared/settings'
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { forwardLines } from './engine-output'
import { decideRestart } from './engine-restart'
import type { Log } from './log'
import { buildPaths } from './paths'

/** How long a stopping engine may take to finish what it has begun, in milliseconds. */
const stopMs = 10_000

export type EngineHost = {
  readonly state: () => EngineProcessState
  /** True from the engine's `ready` on: only then it takes ports. */
  readonly isReady: () => boolean
  readonly post: (message: ShellToEngine, ports?: MessagePortMain[]) => void
  /** Starts the engine now, whatever its state: ends a running one, skips a wait. */
  readonly restart: () => void
  /** Lets the engine finish and waits for its end, but not longer than ten seconds. */
  readonly stop: () => Promise<void>
  readonly onMessage: (listener: (message: EngineToShell) => void) => void
  readonly onState: (listener: (state: EngineProcessState) => void) => void
}

/** Runs the engine in a utility process and starts it again, with growing waits, when it ends unasked. */
export function startEngine(
  dataFolder: string,
  order: () => { readonly settings: EngineSettings; readonly secretKey: Uint8Array | null },
  log: Log,
): EngineHost {
  const messageListeners: ((message: EngineToShell) => void)[] = []
  const stateListeners: ((state: EngineProcessState) => void)[] = []
  let child: UtilityProcess | null = null
  let state: EngineProcessState = { state: 'running' }
  let ready = false
  let stopping = false
  let restartNow = false
  let quickEnds = 0
  let timer: NodeJS.Timeout | undefined

  const setState = (next: EngineProcessState): void => {
    state = next
    for (const listener of stateListeners) listener(next)
  }

  const launch = (): void => {
    const started = Date.now()
    const engine = utilityProcess.fork(buildPaths.engine, [], { stdio: 'pipe', serviceName: 'Lead Inspector engine' })
    child = engine
    forwardLines(engine.stdout, (line) => log.info(`engine: ${line}`))
    forwardLines(engine.stderr, (line) => log.warn(`engine: ${line}`))
    engine.on('message', (message: EngineToShell) => {
      if (message.kind === 'ready') {
        ready = true
        setState({ state: 'running' })
      }
      if (message.kind === 'refused') setState({ state: 'refused', error: message.error })
      for (const listener of messageListeners) listener(message)
    })
    engine.once('exit', (code) => ended(code, Date.now() - started))
    engine.postMessage({ kind: 'start', dataFolder, ...order() } satisfies ShellToEngine)
  }

  const ended = (code: number, uptimeMs: number): void => {
    child = null
    ready = false
    if (stopping) return
    if (restartNow) {
      restartNow = false
      launch()
      return
    }
    if (state.state === 'refused') return
    log.error(`The engine ended with code ${code} after ${uptimeMs} ms.`)
    const decision = decideRestart(quickEnds, uptimeMs)
    if (decision.state === 'gave-up') {
      setState({ state: 'gave-up' })
      return
    }
    quickEnds = decision.attempt
    setState({ state: 'restarting', attempt: decision.attempt, inMs: decision.inMs })
    timer = setTimeout(launch, decision.inMs)
  }

  launch()
  return {
    state: () => state,
    isReady: () => ready,
    post: (message, ports) => child?.postMessage(message, ports),
    restart: () => {
      clearTimeout(timer)
      quickEnds = 0
      setState({ state: 'restarting', attempt: 1, inMs: 0 })
      if (child === null) {
        launch()
        return
      }
      restartNow = true
      void stopProcess(child, log)
    },
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      if (child !== null) await stopProcess(child, log)
    },
    onMessage: (listener) => messageListeners.push(listener),
    onState: (listener) => stateListeners.push(listener),
  }
}

/** Asks an engine to finish; ends it where it does not within its time. Resolves when its process is gone. */
function stopProcess(engine: UtilityProcess, log: Log): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      log.error(`The engine did not finish within ${stopMs} ms and was ended.`)
      engine.kill()
    }, stopMs)
    engine.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    engine.postMessage({ kind: 'stop' } satisfies ShellToEngine)
  })
}
