import type { FlowAction } from '@shared/flow/action'
import { allActions } from '@shared/flow/action-tree'
import type { Flow } from '@shared/flow/flow'
import type { GuideAction, GuideFlow, GuideRun } from '@shared/guide/guide-facts'
import type { RunStep } from '@shared/run/run'
import { findTokens } from '@shared/template/template'
import { schemaTokens } from '@shared/template/trigger-tokens'
import type { Storage } from '../storage/open-storage'
import type { GuideSignals } from './guide-signals'

export type GuideFlowSources = {
  readonly storage: Pick<Storage, 'flowActions' | 'flowRuns' | 'guide'>
  readonly signals: GuideSignals
  readonly savedRequest: (flowId: string) => GuideFlow['request']
}

/** What is stored about one flow, as far as the guide asks. */
export function readGuideFlow(sources: GuideFlowSources, flow: Flow, isBuiltIn: boolean): GuideFlow {
  const { storage, signals, savedRequest } = sources
  const actions = allActions(storage.flowActions.get(flow.id))
  const accepted = storage.guide.accepted(flow.id)
  return {
    id: flow.id,
    name: flow.name,
    isBuiltIn,
    isOn: flow.state === 'started',
    isForAnyone: flow.triggeredBy === 'anyone',
    schemaFields: schemaTokens(flow.schemaText).length,
    record: best(actions.flatMap((action) => (action.type === 'create-record' ? [fillOf(action)] : []))),
    mail: best(actions.flatMap((action) => (action.type === 'send-email' ? [fillOf(action)] : []))),
    urlCopiedAt: signals.copiedAt(flow),
    request: savedRequest(flow.id),
    testedAt: signals.testedAt(flow.id),
    accepted,
    refused: accepted === null ? storage.guide.newest(flow.id) : null,
    run: readRun(storage.flowRuns, flow.id),
  }
}

/** Whether something of the lead gets into what the action makes. */
function fillOf(action: Extract<FlowAction, { readonly type: 'create-record' | 'send-email' }>): GuideAction {
  if (action.type === 'send-email' && action.to.trim() === '') return 'plain'
  const texts = action.type === 'send-email' ? [action.subject, action.body] : action.columns.map(({ value }) => value)
  return texts.some((text) => findTokens(text).some(({ token }) => token !== null)) ? 'filled' : 'plain'
}

function best(actions: readonly GuideAction[]): GuideAction {
  return actions.find((action) => action === 'filled') ?? actions[0] ?? 'none'
}

function readRun(runs: Storage['flowRuns'], flowId: string): GuideRun | null {
  const newest = (state: string) => runs.page({ flowId, state }, null, 1)[0]
  const summary = newest('Succeeded') ?? newest('all')
  if (!summary) return null
  const { id, startedAt: at } = summary
  const steps = runs.get(id)?.work.steps ?? []
  const { state } = summary.state
  return {
    id,
    at,
    state: state === 'Running' ? 'running' : state === 'Succeeded' ? 'succeeded' : 'failed',
    madeRecord: steps.some((step) => hasDone(step, 'create-record')),
    sentMail: steps.some((step) => hasDone(step, 'send-email')),
  }
}

function hasDone({ type, state }: RunStep, wanted: RunStep['type']): boolean {
  return type === wanted && state.state === 'Succeeded'
}
