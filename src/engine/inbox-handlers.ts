import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { InboxCommands, LeadSelection, SendOutcome, TodayCounts } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { buildFlowUrl } from '@shared/flow/flow-url'
import { headerValue } from '@shared/http/header-pair'
import { buildSample } from '@shared/lead/samples'
import type { Notice, ReceiverState, StorageState } from '@shared/receiver-state'
import { curlCommand } from './export/curl-format'
import { exportLeads } from './export/export-job'
import type { FileGrants } from './file-grants'
import type { Jobs } from './jobs'
import type { Certificate } from './receiver/certificate'
import type { Receiver } from './receiver/receiver'
import type { SchemaChecker } from './schema/schema-checker'
import { sendRequest } from './sender/send-request'
import type { Storage } from './storage/open-storage'

export type InboxParts = {
  readonly storage: Storage
  readonly jobs: Jobs
  readonly grants: FileGrants
  readonly receiver: Receiver
  readonly schemas: SchemaChecker
  /** The counts of the local day. */
  readonly today: () => TodayCounts
  /** To be called after every change of a flow. */
  readonly refreshFlows: () => void
  readonly version: string
  readonly dataFolder: string
  readonly publish: (event: EngineEvent) => void
  /** Scheme, host and port of the receiver; null while it does not listen. */
  readonly baseUrl: () => string | null
  readonly startReceiver: () => Promise<ReceiverState>
  readonly certificate: () => Promise<Certificate>
  readonly storageState: () => StorageState
  readonly notices: () => readonly Notice[]
}

/** More changed leads than this are not listed one by one: the window reads again what it shows. */
const listedChanges = 200
const sampleTimeoutMs = 30_000

/** One handler for each command of the receiver's half. */
export function createInboxHandlers(parts: InboxParts): Handlers<InboxCommands> {
  const { storage, receiver, publish } = parts
  const { leads, flows } = storage

  function publishChanged(selection: LeadSelection): void {
    if ('ids' in selection && selection.ids.length <= listedChanges) {
      publish({ type: 'leads-changed', leads: leads.summaries(selection.ids) })
    } else publish({ type: 'leads-reset' })
  }

  /** Runs, the outbox and the CRM's list hide what they keep of deleted leads. */
  function publishTraces(): void {
    publish({ type: 'flow-runs-reset' })
    publish({ type: 'rehearsal-changed' })
  }

  function publishFlows(): void {
    parts.refreshFlows()
    publish({ type: 'flows-changed', flows: flows.list() })
  }

  async function sendToReceiver(flowId: string, body: Uint8Array, contentType: string): Promise<SendOutcome> {
    const base = parts.baseUrl()
    if (base === null) throw new AppError('receiver-not-listening')
    const flow = flows.list().find((candidate) => candidate.id === flowId)
    if (!flow) throw new AppError('bad-input', { detail: 'There is no such flow.' })
    const signature = flow.triggeredBy === 'tenant' ? null : flow.signature
    const answer = await sendRequest({
      url: buildFlowUrl(base, { id: flow.id, signature }),
      method: flow.method,
      headers: [['Content-Type', contentType]],
      body,
      timeoutMs: sampleTimeoutMs,
    })
    return {
      status: answer.status,
      reason: answer.reason,
      durationMs: answer.durationMs,
      runId: headerValue(answer.headers, 'x-ms-workflow-run-id') ?? null,
    }
  }

  return {
    hydrate: () => ({
      receiver: receiver.state(),
      storage: parts.storageState(),
      flows: flows.list(),
      facets: leads.facets(),
      today: parts.today(),
      notices: parts.notices(),
      dataFolder: parts.dataFolder,
    }),

    'leads.index': ({ query }) => leads.index(query),
    'leads.page': ({ query, from, until, limit }) => leads.page(query, from, until, limit),
    'leads.get': ({ id }) => leads.get(id),
    'leads.body': ({ id, offset, length }) => leads.body(id, offset, length),
    'leads.facets': () => leads.facets(),
    'leads.mark': ({ selection, unread, pinned }) => {
      const changed = leads.mark(selection, {
        ...(unread !== undefined && { unread }),
        ...(pinned !== undefined && { pinned }),
      })
      if (changed > 0) publishChanged(selection)
      return { changed }
    },
    'leads.note': ({ id, note }) => {
      leads.setNote(id, note)
      publishChanged({ ids: [id] })
      return null
    },
    'leads.delete': ({ selection }) => {
      const undoToken = randomUUID()
      const ids = leads.delete(selection, undoToken)
      publish(ids.length <= listedChanges ? { type: 'leads-deleted', ids } : { type: 'leads-reset' })
      if (ids.length > 0) publishTraces()
      return { undoToken, count: ids.length }
    },
    'leads.restore': ({ undoToken }) => {
      const count = leads.restore(undoToken)
      if (count > 0) {
        publish({ type: 'leads-reset' })
        publishTraces()
      }
      return { count }
    },
    'leads.copy': ({ id, as, withSecrets }) => {
      const lead = leads.get(id, Number.MAX_SAFE_INTEGER)
      if (as === 'curl') return curlCommand(lead, parts.baseUrl() ?? 'http://127.0.0.1', withSecrets)
      return lead.bodyText ?? ''
    },
    'leads.export': ({ selection, format, fileToken }) => {
      const path = parts.grants.take(fileToken)
      const jobId = parts.jobs.start((signal, onProgress) =>
        exportLeads(leads, {
          selection,
          format,
          path,
          baseUrl: parts.baseUrl() ?? 'http://127.0.0.1',
          version: parts.version,
          signal,
          onProgress,
        }),
      )
      return { jobId }
    },
    'job.cancel': ({ jobId }) => {
      parts.jobs.cancel(jobId)
      return null
    },

    'flow.change': ({ id, changes }) => {
      if (changes.schemaText !== undefined) {
        const schema = parts.schemas.prepare(changes.schemaText)
        if (!schema.ok) throw new AppError(schema.error.code, schema.error.params)
      }
      const flow = flows.change(id, changes)
      publishFlows()
      return flow
    },
    'flow.regenerate-signature': ({ id }) => {
      const flow = flows.regenerateSignature(id)
      publishFlows()
      return flow
    },

    'receiver.start': () => parts.startReceiver(),
    'receiver.stop': async () => {
      await receiver.stop()
      return receiver.state()
    },
    'receiver.certificate': async () => (await parts.certificate()).certPem,

    'sample.send': ({ flowId, sampleId }) => {
      const sample = buildSample(sampleId)
      return sendToReceiver(flowId, sample.body, sample.contentType)
    },
    'sample.send-body': ({ flowId, body, contentType }) => sendToReceiver(flowId, body, contentType),
  }
}
