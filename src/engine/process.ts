import { toErrorData } from '@shared/app-error'
import type { EngineToShell, ShellToEngine } from '@shared/contract/engine-process-wire'
import { version } from '../../package.json'
import { serveCommands } from './command-server'
import { createEngine, type Engine } from './engine'
import { startLeadNotices } from './lead-notices'

// Electron puts `parentPort` on the process of a utility process; its port is like Node's MessagePort.
type UtilityPort = {
  readonly on: (
    event: 'message',
    listener: (message: { readonly data: ShellToEngine; readonly ports: readonly WindowPort[] }) => void,
  ) => void
  readonly postMessage: (message: EngineToShell) => void
}
type WindowPort = {
  readonly on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) => void
  readonly start: () => void
  readonly postMessage: (message: unknown) => void
}

const shell = (process as unknown as { readonly parentPort: UtilityPort }).parentPort
/** Told by the exit code that starting again would not help. */
const refusedExitCode = 3

let engine: Engine | null = null

shell.on('message', ({ data, ports }) => {
  switch (data.kind) {
    case 'start':
      void start(data)
      return
    case 'connect':
      if (engine && ports[0]) connect(engine, ports[0])
      return
    case 'settings':
      void engine?.changeSettings(data.settings)
      return
    case 'secret-key':
      engine?.adoptSecretKey(data.secretKey)
      return
    case 'grant-file':
      engine?.grantFile(data.token, data.path)
      return
    case 'stop':
      void stop()
      return
  }
})

async function start(order: Extract<ShellToEngine, { kind: 'start' }>): Promise<void> {
  let started: Engine
  try {
    started = createEngine({
      dataFolder: order.dataFolder,
      settings: order.settings,
      version,
      workerUrl: new URL('./pattern-worker.js', import.meta.url),
      holder: 'app',
      secretKey: order.secretKey,
    })
  } catch (error) {
    shell.postMessage({ kind: 'refused', error: toErrorData(error) })
    process.exitCode = refusedExitCode
    setImmediate(() => process.exit(refusedExitCode))
    return
  }
  engine = started
  started.listen((events) => {
    if (events.some((event) => event.type === 'receiver-changed' || event.type === 'flows-changed')) {
      shell.postMessage({ kind: 'receiver', receiver: started.receiver(), flowUrl: started.flowUrl() ?? '' })
    }
  })
  startLeadNotices(started.listen, (leads, count) => shell.postMessage({ kind: 'lead-notice', leads, count }))
  const receiver = await started.start()
  shell.postMessage({ kind: 'ready', receiver, flowUrl: started.flowUrl() ?? '' })
}

function connect(running: Engine, port: WindowPort): void {
  const disconnect = serveCommands(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (message) => listener(message.data)),
    },
    running.handlers,
    running.listen,
  )
  port.on('close', disconnect)
  port.start()
}

async function stop(): Promise<void> {
  await engine?.close()
  shell.postMessage({ kind: 'stopped' })
  setImmediate(() => process.exit(0))
}
