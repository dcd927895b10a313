import { AppError, toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import {
  type EngineCommands,
  engineCommands,
  type Hydration,
  type LeadSelection,
} from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { FromEngine, ToEngine } from '@shared/contract/engine-wire'
import type { Flow } from '@shared/flow/flow'
import type { FacetValue, LeadFacets, LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { ReceiverState } from '@shared/receiver-state'
import { madeUpDetail, madeUpLead } from './made-up-leads'

export type FakeOptions = {
  readonly leads: number
  /** New leads a second. */
  readonly live: number
  readonly receiver: 'listening' | 'stopped' | 'port-in-use'
  readonly disk: 'ok' | 'disk-full'
  readonly notice: boolean
}

const blockSize = 200
const signature = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde'

/** Serves a port as the engine would, with made-up leads in memory. */
export function serveFakeEngine(port: MessagePort, options: FakeOptions): void {
  const now = Date.now()
  let leads: LeadSummary[] = Array.from({ length: options.leads }, (_, index) =>
    madeUpLead(options.leads - index, now - index * index * 9000 - 4000),
  )
  const removed = new Map<string, LeadSummary[]>()
  const notes = new Map<number, string>()
  let lastId = options.leads
  let flow: Flow = {
    id: '8f3a52c94b1e4d70a6c28d15e9f04b37',
    name: 'Default',
    state: 'started',
    triggeredBy: 'anyone',
    method: 'POST',
    schemaText: '',
    schemaValidation: false,
    signature,
    createdAt: now,
  }
  const listening: ReceiverState = { state: 'listening', port: 5323, addresses: ['127.0.0.1', '::1'], httpsPort: null }
  let receiver: ReceiverState =
    options.receiver === 'listening'
      ? listening
      : options.receiver === 'stopped'
        ? { state: 'stopped' }
        : { state: 'port-in-use', port: 5323, freePort: 5325 }
  const cancelledJobs = new Set<string>()

  const send = (message: FromEngine) => port.postMessage(message)
  const publish = (...events: readonly EngineEvent[]) => send({ kind: 'events', events })
  const today = () => ({
    leads: leads.filter((lead) => now - lead.receivedAt < 3_600_000).length,
    notValid: leads.filter((lead) => lead.verdict === 'does-not-match').length,
  })
  const publishFacets = () => publish({ type: 'facets-changed', facets: facetsOf(leads), today: today() })
  const chosen = (selection: LeadSelection) =>
    'ids' in selection
      ? leads.filter((lead) => selection.ids.includes(lead.id))
      : leads.filter((lead) => matches(lead, selection.query))
  const store = (changes: Partial<LeadSummary>) => {
    const lead = { ...madeUpLead(++lastId, Date.now()), unread: true, ...changes }
    leads = [lead, ...leads]
    publish({ type: 'leads-stored', leads: [lead], count: 1 })
    publishFacets()
  }
  const find = (id: number): LeadSummary => {
    const lead = leads.find((candidate) => candidate.id === id)
    if (!lead) throw new AppError('lead-not-found')
    return lead
  }

  const handlers: Handlers<EngineCommands> = {
    hydrate: (): Hydration => ({
      receiver,
      storage: { state: options.disk },
      flows: [flow],
      facets: facetsOf(leads),
      today: today(),
      notices: options.notice ? [{ kind: 'database-moved-aside', path: 'leads.damaged-2026-11-21.db' }] : [],
      dataFolder: '~/.config/lead-inspector',
    }),
    'leads.index': ({ query }) => {
      const found = leads.filter((lead) => matches(lead, query))
      return {
        total: found.length,
        blockSize,
        anchors: found.filter((_, index) => index % blockSize === 0).map((lead) => lead.id),
      }
    },
    'leads.page': ({ query, from, until, limit }) =>
      leads
        .filter(
          (lead) => matches(lead, query) && (from === null || lead.id <= from) && (until === null || lead.id > until),
        )
        .slice(0, limit),
    'leads.get': ({ id }) => ({
      ...madeUpDetail(find(id)),
      note: notes.get(id) ?? (find(id).hasNote ? 'Called back on Tuesday.' : ''),
    }),
    'leads.body': ({ id, offset, length }) => madeUpDetail(find(id)).request.body.slice(offset, offset + length),
    'leads.facets': () => facetsOf(leads),
    'leads.mark': ({ selection, unread, pinned }) => {
      const ids = new Set(chosen(selection).map((lead) => lead.id))
      leads = leads.map((lead) =>
        ids.has(lead.id) ? { ...lead, unread: unread ?? lead.unread, pinned: pinned ?? lead.pinned } : lead,
      )
      publish({ type: 'leads-changed', leads: leads.filter((lead) => ids.has(lead.id)).slice(0, 200) })
      publishFacets()
      return { changed: ids.size }
    },
    'leads.note': ({ id, note }) => {
      notes.set(id, note)
      leads = leads.map((lead) => (lead.id === id ? { ...lead, hasNote: note !== '' } : lead))
      publish({ type: 'leads-changed', leads: [find(id)] })
      return null
    },
    'leads.delete': ({ selection }) => {
      const gone = chosen(selection)
      const undoToken = crypto.randomUUID()
      removed.set(undoToken, gone)
      leads = leads.filter((lead) => !gone.includes(lead))
      publish({ type: 'leads-deleted', ids: gone.map((lead) => lead.id) })
      publishFacets()
      return { undoToken, count: gone.length }
    },
    'leads.restore': ({ undoToken }) => {
      const back = removed.get(undoToken) ?? []
      leads = [...leads, ...back].sort((a, b) => b.id - a.id)
      publish({ type: 'leads-reset' })
      publishFacets()
      return { count: back.length }
    },
    'leads.copy': ({ id, as }) =>
      as === 'json' ? (madeUpDetail(find(id)).bodyText ?? '') : `curl -X POST 'http://127.0.0.1:5323/…' # ${id}`,
    'leads.export': ({ selection }) => {
      const jobId = crypto.randomUUID()
      const total = Math.max(chosen(selection).length, 1)
      const step = (done: number) => {
        if (cancelledJobs.has(jobId)) return publish({ type: 'job-ended', jobId, outcome: { state: 'cancelled' } })
        publish({ type: 'job-progress', jobId, done, total })
        if (done >= total) return publish({ type: 'job-ended', jobId, outcome: { state: 'succeeded', count: total } })
        setTimeout(() => step(Math.min(total, done + Math.ceil(total / 40))), 150)
      }
      setTimeout(() => step(0), 50)
      return { jobId }
    },
    'job.cancel': ({ jobId }) => {
      cancelledJobs.add(jobId)
      return null
    },
    'flow.change': ({ changes }) => {
      flow = { ...flow, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) }
      publish({ type: 'flows-changed', flows: [flow] })
      return flow
    },
    'flow.regenerate-signature': () => {
      flow = { ...flow, signature: signature.split('').reverse().join('') }
      publish({ type: 'flows-changed', flows: [flow] })
      return flow
    },
    'receiver.start': () => {
      receiver = listening
      publish({ type: 'receiver-changed', receiver })
      return receiver
    },
    'receiver.stop': () => {
      receiver = { state: 'stopped' }
      publish({ type: 'receiver-changed', receiver })
      return receiver
    },
    'receiver.certificate': () => '-----BEGIN CERTIFICATE-----\nmade up\n-----END CERTIFICATE-----\n',
    'sample.send': ({ sampleId }) => {
      if (receiver.state !== 'listening') throw new AppError('receiver-not-listening')
      store(sampleId === 'partner-center-test' ? madeUpLead(7, Date.now()) : {})
      return { status: 202, reason: 'Accepted', durationMs: 4, runId: '08584526843215839563745236485CU18' }
    },
    'sample.send-body': () => {
      store({})
      return { status: 202, reason: 'Accepted', durationMs: 6, runId: null }
    },
  }

  port.onmessage = async ({ data }: MessageEvent<ToEngine>) => {
    try {
      if (!(data.name in engineCommands)) throw new Error(`no command ${data.name}`)
      const name = data.name as keyof EngineCommands
      const input = engineCommands[name].input.parse(data.input)
      const output = await (handlers[name] as (input: unknown) => unknown)(input)
      send({ kind: 'answer', callId: data.callId, output })
    } catch (error) {
      send({ kind: 'failure', callId: data.callId, error: toErrorData(error) })
    }
  }
  if (options.live > 0) setInterval(() => store({}), 1000 / options.live)
}

function matches(lead: LeadSummary, query: LeadQuery): boolean {
  const text = [lead.firstName, lead.lastName, lead.company, lead.email, lead.offerTitle, lead.country]
    .join(' ')
    .toLowerCase()
  const within = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  return (
    query.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    within(query.verdicts, lead.verdict) &&
    within(query.actionCodes, lead.actionCode) &&
    within(query.sources, lead.source) &&
    within(query.offers, lead.offerTitle) &&
    within(query.countries, lead.country) &&
    (query.isTest === null || query.isTest === lead.isTest) &&
    (!query.unread || lead.unread) &&
    (!query.pinned || lead.pinned)
  )
}

function facetsOf(leads: readonly LeadSummary[]): LeadFacets {
  const count = (of: (lead: LeadSummary) => string): readonly FacetValue[] => {
    const counts = new Map<string, number>()
    for (const lead of leads) if (of(lead)) counts.set(of(lead), (counts.get(of(lead)) ?? 0) + 1)
    return [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => b.count - a.count)
  }
  return {
    verdict: count((lead) => lead.verdict),
    actionCode: count((lead) => lead.actionCode),
    source: count((lead) => lead.source),
    offer: count((lead) => lead.offerTitle),
    country: count((lead) => lead.country),
    total: leads.length,
    test: leads.filter((lead) => lead.isTest).length,
    unread: leads.filter((lead) => lead.unread).length,
    pinned: leads.filter((lead) => lead.pinned).length,
  }
}
