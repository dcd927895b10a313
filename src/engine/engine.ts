import { AppError, toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineCommands, TodayCounts } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { buildFlowUrl, type FlowUrlShape } from '@shared/flow/flow-url'
import { leadSchemas } from '@shared/lead/lead-schemas'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Notice, ReceiverState, StorageState } from '@shared/receiver-state'
import type { EngineSettings } from '@shared/settings'
import { createCertificateStore } from './certificate-store'
import { createComposer } from './create-composer'
import { createRuns } from './create-runs'
import { createEventBatcher } from './event-batcher'
import { createFileGrants } from './file-grants'
import { createFlowDirectory } from './flow-directory'
import { createFlowHandlers } from './flows/flow-handlers'
import { createGuideHandlers } from './guide/guide-handlers'
import { createGuideSignals } from './guide/guide-signals'
import { createInboxHandlers } from './inbox-handlers'
import { createCommitQueue } from './ingest/commit-queue'
import { createIngest } from './ingest/ingest'
import { createJobs } from './jobs'
import { createPartnerCenter } from './partner-center/create-partner-center'
import { createReceiver } from './receiver/receiver'
import { startRetention } from './retention'
import { createSchemaChecker } from './schema/schema-checker'
import { lockDataFolder } from './storage/data-folder-lock'
import { openStorage } from './storage/open-storage'
import { createUnmatchedLimit } from './unmatched-limit'

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
  readonly flowUrl: (shape?: FlowUrlShape) => string | null
  /** Finishes what has begun, stores it, and lets go of the data folder. */
  readonly close: () => Promise<void>
}

/** @throws AppError `data-folder-in-use`, `database-newer`, `storage-failed` */
export function createEngine(options: EngineOptions): Engine {
  const lock = lockDataFolder(options.dataFolder, { kind: options.holder })
  const storage = openOrUnlock()
  let settings = options.settings
  let storageState: StorageState = { state: 'ok' }
  let closing: Promise<void> | null = null
  const notices: Notice[] = [...storage.notices]

  storage.flows.ensureDefault(leadSchemas['2020'])
  const directory = createFlowDirectory(storage.flows)
  const today = (): TodayCounts => storage.leads.today(new Date().setHours(0, 0, 0, 0))
  const batcher = createEventBatcher(withFacets)
  const jobs = createJobs(batcher.publish)
  const grants = createFileGrants()
  const schemas = createSchemaChecker({
    workerUrl: options.workerUrl,
    onFailure: (error) => process.stderr.write(`The schema checker's thread failed: ${error.message}\n`),
  })
  const certificates = createCertificateStore(options.dataFolder)
  const signals = createGuideSignals(storage.composerState)
  const runs = createRuns({
    storage,
    secretKey: options.secretKey,
    trustedCertificates: options.trustedCertificates ?? [],
    publish: publishRuns,
    onStorage,
    tidyUp,
  })
  const queue = createCommitQueue(storage.leads.insert, publishStored)
  const receiver = createReceiver({
    onRequest: createIngest({ flows: directory, schemas, beginRun: runs.beginRun, commit: queue.commit, onStorage }),
    onStateChange: (state) => batcher.publish({ type: 'receiver-changed', receiver: state }),
    makeCertificate: certificates.get,
  })
  const unmatchedLimit = createUnmatchedLimit(
    () => tidyUp(() => storage.leads.trimUnmatched(settings.unmatchedKept), []),
    (ids) => batcher.publish({ type: 'leads-deleted', ids }),
  )
  const retention = startRetention(
    { removeOlderThan: (time) => tidyUp(() => storage.leads.removeOlderThan(time), 0) },
    () => settings.retentionDays,
    (count) => {
      notify({ kind: 'retention-removed', count })
      batcher.publish({ type: 'leads-reset' })
    },
  )

  // What a stop in the middle of a flood, or a smaller setting, has left over.
  unmatchedLimit.enforce()

  function openOrUnlock(): ReturnType<typeof openStorage> {
    try {
      return openStorage(options.dataFolder)
    } catch (error) {
      lock.release()
      throw error
    }
  }

  function publishStored(summaries: readonly LeadSummary[]): void {
    options.onStored?.(summaries)
    partnerCenter.hearStored(summaries)
    batcher.publish({ type: 'leads-stored', leads: summaries.toReversed(), count: summaries.length })
    runs.onStored(summaries)
    if (summaries.some((summary) => summary.verdict === 'unmatched')) unmatchedLimit.enforce()
  }

  function publishRuns(event: EngineEvent): void {
    if (event.type === 'flow-test-changed') tidyUp(() => signals.noteTest(event.test), undefined)
    batcher.publish(event)
  }

  function onStorage(failure: AppError | null): void {
    const next: StorageState = !failure
      ? { state: 'ok' }
      : failure.code === 'disk-full'
        ? { state: 'disk-full' }
        : { state: 'failed', error: toErrorData(failure) }
    if (next.state === storageState.state) return
    storageState = next
    batcher.publish({ type: 'storage-changed', storage: next })
  }

  /** What the engine removes by itself waits for better times (a full disk) instead of ending the process. */
  function tidyUp<Removed>(remove: () => Removed, nothing: Removed): Removed {
    try {
      return remove()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      onStorage(error)
      return nothing
    }
  }

  function notify(notice: Notice): void {
    notices.push(notice)
    batcher.publish({ type: 'notice', notice })
  }

  /** Facets are counted once a batch, however many leads it brings. */
  function withFacets(events: readonly EngineEvent[]): readonly EngineEvent[] {
    if (!events.some((event) => event.type.startsWith('leads-'))) return events
    return [
      ...events,
      { type: 'facets-changed', facets: storage.leads.facets(), today: today() },
      { type: 'flow-activity', activity: storage.leads.flowActivity() },
    ]
  }

  const baseUrl = (): string | null => {
    const state = receiver.state()
    return state.state === 'listening' ? `http://127.0.0.1:${state.port}` : null
  }

  const start = async (): Promise<ReceiverState> => receiver.start(settings, await certificates.existing())

  const flowUrl: Engine['flowUrl'] = (shape) => {
    const base = baseUrl()
    const flow = storage.flows.list().find(({ state }) => state !== 'deleted')
    if (base === null || !flow) return null
    return buildFlowUrl(base, { ...flow, signature: flow.triggeredBy === 'tenant' ? null : flow.signature }, shape)
  }

  const composer = createComposer({
    storage,
    dataFolder: options.dataFolder,
    version: options.version,
    secretKey: options.secretKey,
    grants,
    jobs,
    schemas,
    publish: batcher.publish,
    baseUrl,
    flowUrl,
    certificatePem: receiver.certificatePem,
  })

  const partnerCenter = createPartnerCenter({ storage, publish: batcher.publish })

  const guideHandlers = createGuideHandlers({
    storage,
    signals,
    savedRequest: composer.savedRequest,
    publish: batcher.publish,
  })

  const inboxHandlers = createInboxHandlers({
    storage,
    jobs,
    grants,
    receiver,
    schemas,
    today,
    refreshFlows: directory.refresh,
    version: options.version,
    dataFolder: options.dataFolder,
    publish: batcher.publish,
    baseUrl,
    startReceiver: start,
    certificate: certificates.get,
    storageState: () => storageState,
    notices: () => notices,
  })

  const flowHandlers = createFlowHandlers({
    storage,
    grants,
    schemas,
    refreshFlows: directory.refresh,
    publish: batcher.publish,
  })

  async function close(): Promise<void> {
    // Before the receiver: it waits for what is on its way to it.
    await partnerCenter.close()
    await receiver.stop()
    queue.flush()
    retention.stop()
    unmatchedLimit.stop()
    await runs.close()
    await jobs.close()
    await composer.close()
    await schemas.close()
    batcher.flush()
    storage.close()
    lock.release()
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
    listen: batcher.listen,
    start,
    receiver: receiver.state,
    async changeSettings(next) {
      const rebind = needsNewSocket(settings, next)
      settings = next
      if (rebind && receiver.state().state !== 'stopped') await start()
      retention.run()
      unmatchedLimit.enforce()
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

function needsNewSocket(before: EngineSettings, after: EngineSettings): boolean {
  return (
    before.port !== after.port ||
    before.listenOn !== after.listenOn ||
    before.httpsEnabled !== after.httpsEnabled ||
    before.httpsPort !== after.httpsPort ||
    before.maxBodyBytes !== after.maxBodyBytes
  )
}
