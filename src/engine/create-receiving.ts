import type { EngineEvent } from '@shared/contract/engine-events'
import { buildFlowUrl, type FlowUrlShape } from '@shared/flow/flow-url'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { ReceiverState } from '@shared/receiver-state'
import type { EngineSettings } from '@shared/settings'
import { createCertificateStore } from './certificate-store'
import { createFlowDirectory } from './flow-directory'
import type { BeginRun } from './flows/begin-run'
import { createCommitQueue } from './ingest/commit-queue'
import { createIngest } from './ingest/ingest'
import type { Certificate } from './receiver/certificate'
import { createReceiver, type Receiver } from './receiver/receiver'
import type { SchemaChecker } from './schema/schema-checker'
import type { Storage } from './storage/open-storage'
import type { StorageHealth } from './storage-health'

export type ReceivingParts = {
  readonly storage: Pick<Storage, 'flows' | 'leads'>
  readonly dataFolder: string
  readonly settings: () => EngineSettings
  readonly schemas: SchemaChecker
  readonly beginRun: BeginRun
  readonly publish: (event: EngineEvent) => void
  readonly onStorage: StorageHealth['report']
  /** Hears of every batch of leads after its commit, newest last. */
  readonly onStored: (summaries: readonly LeadSummary[]) => void
}

/** The receiver's half of the engine: from the socket to the commit. */
export type Receiving = {
  readonly receiver: Receiver
  /** Binds the receiver with the present settings; expected failures are in the state. */
  readonly start: () => Promise<ReceiverState>
  /** Starts again where it runs and the new settings need another socket. */
  readonly settingsChanged: (before: EngineSettings, after: EngineSettings) => Promise<void>
  /** The receiver's own certificate, made when there is none yet. */
  readonly certificate: () => Promise<Certificate>
  /** To be called after every change of a flow. */
  readonly refreshFlows: () => void
  /** Scheme, host and port of the receiver; null while it does not listen. */
  readonly baseUrl: () => string | null
  /** The full URL, with its secret, of the first flow that is not deleted; null until the receiver listens. */
  readonly flowUrl: (shape?: FlowUrlShape) => string | null
  /** Finishes what has begun and stores it. */
  readonly close: () => Promise<void>
}

export function createReceiving(parts: ReceivingParts): Receiving {
  const { flows, leads } = parts.storage
  const directory = createFlowDirectory(flows)
  const certificates = createCertificateStore(parts.dataFolder)
  const queue = createCommitQueue(leads.insert, parts.onStored)
  const receiver = createReceiver({
    onRequest: createIngest({
      flows: directory,
      schemas: parts.schemas,
      beginRun: parts.beginRun,
      commit: queue.commit,
      onStorage: parts.onStorage,
    }),
    onStateChange: (state) => parts.publish({ type: 'receiver-changed', receiver: state }),
    makeCertificate: certificates.get,
  })

  async function start(): Promise<ReceiverState> {
    return receiver.start(parts.settings(), await certificates.existing())
  }

  function baseUrl(): string | null {
    const state = receiver.state()
    return state.state === 'listening' ? `http://127.0.0.1:${state.port}` : null
  }

  return {
    receiver,
    start,
    async settingsChanged(before, after) {
      if (needsNewSocket(before, after) && receiver.state().state !== 'stopped') await start()
    },
    certificate: certificates.get,
    refreshFlows: directory.refresh,
    baseUrl,
    flowUrl(shape) {
      const base = baseUrl()
      const flow = flows.list().find(({ state }) => state !== 'deleted')
      if (base === null || !flow) return null
      return buildFlowUrl(base, { ...flow, signature: flow.triggeredBy === 'tenant' ? null : flow.signature }, shape)
    },
    async close() {
      await receiver.stop()
      queue.flush()
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
