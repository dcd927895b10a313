import type { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { RunCommands } from '@shared/contract/run-commands'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { createConnectionStore } from './connections/connection-store'
import { createTokenCache } from './flows/actions/dataverse-token'
import { type BeginRun, createBeginRun } from './flows/begin-run'
import { carryOut } from './flows/carry-out'
import { createFlowTests } from './flows/flow-tests'
import type { Reach } from './flows/reach'
import { createRunHandlers } from './flows/run-handlers'
import { createRunNews } from './flows/run-news'
import { createRunQueue } from './flows/run-queue'
import { storedOutputs } from './flows/trigger-outputs'
import { startRetention } from './retention'
import { createSecretBox } from './secrets/secret-box'
import type { Storage } from './storage/open-storage'
import type { TidyUp } from './storage-health'

export type RunsParts = {
  readonly storage: Storage
  /** 32 bytes that secrets are sealed with; null keeps them for the session only. */
  readonly secretKey: Uint8Array | null
  /** PEM of certificates to trust beside the usual ones. */
  readonly trustedCertificates: readonly string[]
  /** How long a Response may be late before the sender gets a 504. */
  readonly responseLimitMs: number
  readonly publish: (event: EngineEvent) => void
  readonly onStorage: (failure: AppError | null) => void
  readonly tidyUp: TidyUp
}

/** The flows' half of the engine: what comes after the trigger. */
export type Runs = {
  readonly handlers: Handlers<RunCommands>
  readonly beginRun: BeginRun
  /** Hears of every stored batch. */
  readonly onStored: (summaries: readonly LeadSummary[]) => void
  readonly adoptSecretKey: (key: Uint8Array) => void
  readonly close: () => Promise<void>
}

/** As long as the real run history (facts: "Limits"). */
const keptDays = 28

/** Goes on at once with the runs that an earlier process left. */
export function createRuns(parts: RunsParts): Runs {
  const { storage, publish, trustedCertificates } = parts
  const { flowRuns } = storage
  const connections = createConnectionStore(
    storage.connections,
    storage.secrets,
    storage.inTransaction,
    createSecretBox(parts.secretKey),
  )
  const tokens = createTokenCache()
  const reach = (signal: AbortSignal): Reach => ({ connection: connections.open, tokens, trustedCertificates, signal })
  const news = createRunNews(flowRuns, publish)
  const tests = createFlowTests(flowRuns.ofLead, publish)

  function outputsOf(leadId: number): TriggerOutputs | null {
    const input = storage.leads.triggerInput(leadId)
    return input === null ? null : storedOutputs(input)
  }

  const queue = createRunQueue({
    runs: flowRuns,
    outputsOf,
    carryOut: (action, outputs, signal) => carryOut(action, outputs, reach(signal)),
    onChanged: news.changed,
    onStorage: parts.onStorage,
  })
  const retention = startRetention(
    { removeOlderThan: (time) => parts.tidyUp(() => flowRuns.removeOlderThan(time), 0) },
    () => keptDays,
    () => publish({ type: 'flow-runs-reset' }),
  )
  queue.wake()

  return {
    handlers: createRunHandlers({ storage, connections, queue, news, tests, reach, publish }),
    beginRun: createBeginRun(storage.flowActions.get, parts.responseLimitMs),
    onStored: (summaries) => {
      news.began()
      // Most leads of most flows have nothing to wait for: the hot path asks the database nothing.
      if (summaries.some(({ flowId }) => flowId !== null && storage.flowActions.get(flowId).length > 0)) queue.wake()
      tests.onStored(summaries)
    },
    adoptSecretKey: (key) => {
      connections.adoptBox(createSecretBox(key))
      // Secrets of an earlier session are at hand again.
      publish({ type: 'connections-changed', connections: connections.list() })
    },
    async close() {
      retention.stop()
      await queue.close()
      news.flush()
    },
  }
}
