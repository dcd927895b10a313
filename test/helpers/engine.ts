import type { EngineEvent } from '@shared/contract/engine-events'
import { defaultSettings, type EngineSettings } from '@shared/settings'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/engine'
import { tempFolder } from './temp-folder'

export type RunningEngine = Engine & {
  readonly folder: string
  readonly url: string
  readonly flowId: string
  /** Resolves with the first event, past or future, that the test accepts. */
  readonly event: <Type extends EngineEvent['type']>(
    type: Type,
    accept?: (event: Extract<EngineEvent, { type: Type }>) => boolean,
  ) => Promise<Extract<EngineEvent, { type: Type }>>
}

/** A whole engine in this process, on a free port, closed when the test ends. */
export async function startTestEngine(
  options: {
    readonly folder?: string
    readonly settings?: Partial<EngineSettings>
    readonly secretKey?: Uint8Array
    readonly trustedCertificates?: readonly string[]
    readonly responseLimitMs?: number
  } = {},
): Promise<RunningEngine> {
  const folder = options.folder ?? tempFolder()
  const engine = createEngine({
    dataFolder: folder,
    settings: { ...defaultSettings.engine, port: 0, ...options.settings },
    version: '0.0.0-test',
    workerUrl: new URL('../../out/main/pattern-worker.js', import.meta.url),
    holder: 'cli',
    secretKey: options.secretKey ?? null,
    ...(options.responseLimitMs !== undefined && { responseLimitMs: options.responseLimitMs }),
    ...(options.trustedCertificates && { trustedCertificates: options.trustedCertificates }),
  })
  onTestFinished(() => engine.close())
  const heard: EngineEvent[] = []
  const waiting = new Set<(event: EngineEvent) => void>()
  engine.listen((events) => {
    for (const event of events) {
      heard.push(event)
      for (const listener of waiting) listener(event)
    }
  })
  await engine.start()
  const flow = (await engine.handlers.hydrate({})).flows[0]
  const url = engine.flowUrl()
  if (!flow || url === null) throw new Error('The engine does not listen.')

  return {
    ...engine,
    folder,
    url,
    flowId: flow.id,
    event(type, accept = () => true) {
      return new Promise((resolve) => {
        const check = (event: EngineEvent): boolean => {
          if (event.type !== type) return false
          // The type was just compared; the compiler does not narrow a generic member.
          const found = event as Extract<EngineEvent, { type: typeof type }>
          if (!accept(found)) return false
          resolve(found)
          return true
        }
        if (heard.some(check)) return
        const listener = (event: EngineEvent): void => {
          if (check(event)) waiting.delete(listener)
        }
        waiting.add(listener)
      })
    },
  }
}
