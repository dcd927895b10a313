import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { RunCommands } from '@shared/contract/run-commands'
import type { Flow } from '@shared/flow/flow'
import type { RunSummary } from '@shared/run/run'
import type { ConnectionStore } from '../connections/connection-store'
import { tryConnection } from '../connections/try-connection'
import { newAnswerIds, runIdTime } from '../receiver/answer-ids'
import type { Storage } from '../storage/open-storage'
import { checkActions } from './check-actions'
import { planOf } from './flow-plan'
import type { FlowTests } from './flow-tests'
import type { Reach } from './reach'
import type { RunNews } from './run-news'
import type { RunQueue } from './run-queue'

export type RunHandlerParts = {
  readonly storage: Pick<Storage, 'flows' | 'flowActions' | 'flowRuns' | 'leads' | 'rehearsals' | 'inTransaction'>
  readonly connections: ConnectionStore
  readonly queue: RunQueue
  readonly news: RunNews
  readonly tests: FlowTests
  readonly reach: (signal: AbortSignal) => Reach
  readonly publish: (event: EngineEvent) => void
}

/** Steps of flows, their runs, and what they reach. */
export function createRunHandlers(parts: RunHandlerParts): Handlers<RunCommands> {
  const { storage, connections, queue, tests, publish } = parts
  const { flows, flowActions, flowRuns, rehearsals } = storage

  function demandFlow(flowId: string): Flow {
    const flow = flows.get(flowId)
    if (flow === null) throw new AppError('bad-input', { detail: 'flow' })
    return flow
  }

  /** A new run of the flow as it is now; nobody waits for its answer. */
  function resubmit(id: number): RunSummary {
    const { leadId, flowId, flowName, isTest } = demandRun(id).summary
    if (leadId === null) throw new AppError('lead-not-found', { id })
    const flow = flows.get(flowId)
    if (flow?.state !== 'started') {
      throw new AppError('flow-not-on', { name: flow?.name ?? flowName, context: flow?.state ?? 'deleted' })
    }
    const actions = flowActions.get(flowId)
    const startedAt = Date.now()
    const plan = planOf(actions)
    const run = {
      runId: newAnswerIds(flow).runId,
      flowId,
      flowName: flow.name,
      isTest,
      startedAt,
      resubmitOf: id,
      plan: actions.length === 0 ? null : { lane: plan.lane, dueAt: startedAt, work: plan.newWork(null) },
    }
    const newId = storage.inTransaction(() => flowRuns.insert(run, leadId))
    parts.news.began()
    queue.wake()
    return demandRun(newId).summary
  }

  function demandRun(id: number): NonNullable<ReturnType<typeof flowRuns.get>> {
    const run = flowRuns.get(id)
    if (run === null) throw new AppError('bad-input', { detail: 'run' })
    return run
  }

  function publishConnections(): void {
    publish({ type: 'connections-changed', connections: connections.list() })
  }

  return {
    'flow-actions.get': ({ flowId }) => flowActions.get(demandFlow(flowId).id),
    'flow-actions.save': ({ flowId, actions }) => {
      demandFlow(flowId)
      checkActions(actions, (id) => connections.open(id)?.settings.kind ?? null)
      flowActions.save(flowId, actions)
      return flowActions.get(flowId)
    },

    'flow-run.page': ({ flowId, state, before, limit }) => flowRuns.page({ flowId, state }, before, limit),
    'flow-run.get': ({ id }) => {
      const { summary, work } = demandRun(id)
      return { summary, steps: summary.leadId === null ? [] : work.steps }
    },
    'flow-run.find': ({ runId }) => {
      const answeredAt = runIdTime(runId)
      return answeredAt === null ? null : flowRuns.find(runId, answeredAt)
    },
    'flow-run.of-lead': ({ leadId }) => flowRuns.ofLead(leadId),
    'flow-run.resubmit': ({ id }) => resubmit(id),
    'flow-run.cancel': ({ id }) => {
      demandRun(id)
      queue.cancel(id)
      return null
    },

    'flow-test.start': ({ flowId }) => tests.start(demandFlow(flowId).id),
    'flow-test.stop': ({ flowId }) => {
      tests.stop(flowId)
      return null
    },

    'connection.list': () => connections.list(),
    'connection.create': ({ name, settings, secret }) => {
      const made = connections.write(null, name, settings, secret)
      publishConnections()
      return made
    },
    'connection.change': ({ id, name, settings, secret }) => {
      if (connections.open(id) === null) throw new AppError('bad-input', { detail: 'connection' })
      const changed = connections.write(id, name, settings, secret)
      publishConnections()
      return changed
    },
    'connection.delete': ({ id }) => {
      connections.remove(id)
      publishConnections()
      return null
    },
    'connection.try': ({ id, to }) => tryConnection(id, to, parts.reach(new AbortController().signal)),

    'crm-record.page': ({ before, limit }) => rehearsals.records(before, limit),
    'outbox.page': ({ before, limit }) => rehearsals.mails(before, limit),
    'outbox.get': ({ id }) => {
      const mail = rehearsals.mail(id)
      if (mail === null) throw new AppError('bad-input', { detail: 'mail' })
      return mail
    },
    'rehearsal.clear': ({ what }) => {
      rehearsals.clear(what)
      publish({ type: 'rehearsal-changed' })
      return null
    },
  }
}
