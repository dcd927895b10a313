import type { Handlers } from '@shared/contract/command'
import type { EngineCommands } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { leadSchemas } from '@shared/lead/lead-schemas'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { ReceiverState } from '@shared/receiver-state'
import type { EngineSettings } from '@shared/settings'
import { createComposer } from './create-composer'
import { createReceiving, type Receiving } from './create-receiving'
import { createRuns } from './create-runs'
import { createEngineNews } from './engine-news'
import { createFileGrants } from './file-grants'
import { responseLimitMs } from './flows/actions/response'
import { createFlowHandlers } from './flows/flow-handlers'
import { createGuideHandlers } from './guide/guide-handlers'
import { createGuideSignals } from './guide/guide-signals'
import { createInboxHandlers } from './inbox-handlers'
import { createJobs } from './jobs'
import { startLeadLimits } from './lead-limits'
import { openDataFolder } from './open-data-folder'
import { createPartnerCenter } from './partner-center/create-partner-center'
import { createSchemaChecker } from './schema/schema-checker'
import { createStorageHealth } from './storage-health'

export type EngineOptions = {
  readonly dataFolder: string
  readonly settings: EngineSettings
  readonly version: string
  /** The built pattern worker, see `createSchemaChecker`. */
  readonly workerUrl: URL
  readonly holder: 'app' | 'cli'
  /** 32 bytes that secret variables are sealed with; null keeps them for the session only. */
  readonly secretKey: Uint8Array | null
  /** PEM of certificates that steps of flows trust beside the usual ones. */
  readonly trustedCertificates?: readonly string[]
  /** How long a *Response* may be late before the sender gets a 504, in milliseconds: 120 s, as the real trigger waits. */
  readonly responseLimitMs?: number
  /** Hears of every lead after its commit, unbatched and unmerged (the command line's lines); the window uses `listen`. */
  readonly onStored?: (summaries: readonly LeadSummary[]) => void
}

/** The whole engine, without a window: what the utility process, the command line and the tests drive. */
export type Engine = {
  readonly handlers: Handlers<EngineCommands>
  readonly listen: (listener: (events: readonly EngineEvent[]) => void) => () => void
  /** Binds the receiver; expected failures are in the state. */
  readonly start: () => Promise<ReceiverState>
  readonly receiver: () => ReceiverState
  /** Settings of the receiver that need a new socket restart it, finishing what it has begun. */
  readonly changeSettings: (settings: EngineSettings) => Promise<void>
  readonly grantFile: (token: string, path: string) => void
  /** Keeps secret variables from now on, those of this session too. */
  readonly adoptSecretKey: (key: Uint8Array) => void
  /** The full URL, with its secret, of the first flow that is not deleted; null until the receiver listens. */
  readonly flowUrl: Receiving['flowUrl']
  /** Finishes what has begun, stores it, and lets go of the data folder. */
  readonly close: () => Promise<void>
}

/** @throws AppError `data-folder-in-use`, `database-newer`, `storage-failed` */
export function createEngine(options: EngineOptions): Engine {
  const { dataFolder, secretKey, version } = options
  const folder = openDataFolder(dataFolder, { kind: options.holder })
  const { storage } = folder
  let settings = options.settings
  let closing: Promise<void> | null = null

  storage.flows.ensureDefault(leadSchemas['2020'])
  const news = createEngineNews(storage.leads, storage.notices)
  const { publish } = news
  const health = createStorageHealth(publish)
  const jobs = createJobs(publish)
  const grants = createFileGrants()
  const schemas = createSchemaChecker({
    workerUrl: options.workerUrl,
    onFailure: (error) => process.stderr.write(`The schema checker's thread failed: ${error.message}\n`),
  })
  const signals = createGuideSignals(storage.composerState)
  const runs = createRuns({
    storage,
    secretKey,
    trustedCertificates: options.trustedCertificates ?? [],
    responseLimitMs: options.responseLimitMs ?? responseLimitMs,
    publish: publishRuns,
    onStorage: health.report,
    tidyUp: health.tidyUp,
  })
  const partnerCenter = createPartnerCenter({ storage, publish })
  const limits = startLeadLimits({ leads: storage.leads, settings: () => settings, tidyUp: health.tidyUp, news })
  const receiving = createReceiving({
    storage,
    dataFolder,
    settings: () => settings,
    schemas,
    beginRun: runs.beginRun,
    publish,
    onStorage: health.report,
    onStored,
  })
  const { baseUrl, flowUrl, receiver, refreshFlows } = receiving
  const composer = createComposer({
    storage,
    dataFolder,
    version,
    secretKey,
    grants,
    jobs,
    schemas,
    publish,
    baseUrl,
    flowUrl,
    certificatePem: receiver.certificatePem,
  })
  const inboxHandlers = createInboxHandlers({
    storage,
    jobs,
    grants,
    receiver,
    schemas,
    today: news.today,
    refreshFlows,
    version,
    dataFolder,
    publish,
    baseUrl,
    startReceiver: receiving.start,
    certificate: receiving.certificate,
    storageState: health.state,
    notices: news.notices,
  })
  const flowHandlers = createFlowHandlers({ storage, grants, schemas, refreshFlows, publish })
  const guideHandlers = createGuideHandlers({ storage, signals, savedRequest: composer.savedRequest, publish })

  function onStored(summaries: readonly LeadSummary[]): void {
    options.onStored?.(summaries)
    partnerCenter.hearStored(summaries)
    publish({ type: 'leads-stored', leads: summaries.toReversed(), count: summaries.length })
    runs.onStored(summaries)
    if (summaries.some((summary) => summary.verdict === 'unmatched')) limits.enforceUnmatched()
  }

  function publishRuns(event: EngineEvent): void {
    if (event.type === 'flow-test-changed') health.tidyUp(() => signals.noteTest(event.test), undefined)
    publish(event)
  }

  async function close(): Promise<void> {
    // Before the receiver: it waits for what is on its way to it.
    await partnerCenter.close()
    await receiving.close()
    limits.stop()
    await runs.close()
    await jobs.close()
    await composer.close()
    await schemas.close()
    news.flush()
    folder.close()
  }

  return {
    handlers: {
      ...inboxHandlers,
      ...flowHandlers,
      ...composer.handlers,
      ...runs.handlers,
      ...partnerCenter.handlers,
      ...guideHandlers,
    },
    listen: news.listen,
    start: receiving.start,
    receiver: receiver.state,
    async changeSettings(next) {
      const before = settings
      settings = next
      await receiving.settingsChanged(before, next)
      limits.enforce()
    },
    grantFile: grants.grant,
    adoptSecretKey: (key) => {
      composer.adoptSecretKey(key)
      runs.adoptSecretKey(key)
    },
    flowUrl,
    close() {
      closing ??= close()
      return closing
    },
  }
}
