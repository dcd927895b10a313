import { explainOutcome } from '@shared/answer/explain'
import type { Explained } from '@shared/answer/explanation'
import { AppError } from '@shared/app-error'
import type { Flow } from '@shared/flow/flow'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { buildSample } from '@shared/lead/samples'
import { checkAddress, ownFlowId } from '@shared/partner-center/check-connection'
import {
  type ArrivalOutcome,
  type StepDetail,
  type ValidationStep,
  type ValidationStepName,
  validationSteps,
} from '@shared/partner-center/validation'
import { examineUrl } from '@shared/url-doctor/examine-url'
import type { Sender, SendResult } from '../sender/sender'
import { type Arrivals, awaitLead } from './arrivals'
import { isTaken, keptAnswerBytes, leadRequest } from './lead-request'

export type ValidationOrder = {
  readonly url: string
  readonly flows: readonly Flow[]
  readonly send: Sender['send']
  readonly arrivals: Arrivals
  /** How long an answer is waited for. */
  readonly timeoutMs: number
  /** How long a lead is looked for. One of ours is stored before its answer leaves, so it should be there at once. */
  readonly arrivalMs: number
  readonly signal: AbortSignal
  /** Hears of every change of a step. */
  readonly onSteps: (steps: readonly ValidationStep[]) => void
}

type Passed = Extract<ValidationStep, { readonly detail: StepDetail }>['state']

/**
 * Sends the test lead to a URL and follows it on both ends. What goes wrong on the way is in the steps.
 * @returns whether it went well, as far as can be seen from here
 * @throws AppError `cancelled` when the signal stopped it
 */
export async function validateConnection(order: ValidationOrder): Promise<boolean> {
  const { url, flows, arrivals, signal } = order
  let steps: readonly ValidationStep[] = validationSteps.map((name) => ({ name, state: 'waiting' }))
  let began = performance.now()

  function put(step: ValidationStep): void {
    steps = steps.map((known) => (known.name === step.name ? step : known))
    order.onSteps(steps)
  }
  function begin(name: ValidationStepName): void {
    began = performance.now()
    put({ name, state: 'running' })
  }
  function end(name: ValidationStepName, state: Passed, detail: StepDetail): void {
    put({ name, state, durationMs: performance.now() - began, detail })
  }
  function skipRest(): false {
    steps = steps.map((step) =>
      step.state === 'waiting' || step.state === 'running' ? { name: step.name, state: 'skipped' } : step,
    )
    order.onSteps(steps)
    return false
  }

  begin('address')
  const address = lookAtAddress(url)
  end('address', address.state, address.detail)
  if (address.state === 'failed') return skipRest()

  const body = buildSample('partner-center-test').body
  const mark = markOf(body)
  const flowId = ownFlowId(
    url,
    flows.map(({ id }) => id),
  )
  const flow = flows.find(({ id }) => id === flowId)
  // One that is refused early may have no flow yet.
  const isOfFlow = (lead: LeadSummary): boolean => lead.flowId === null || lead.flowId === flowId
  const lead = awaitLead(arrivals, (one) => one.isTest && one.firstName === mark && isOfFlow(one))
  try {
    begin('reached')
    let reachedYet = false
    const reached = (): void => {
      if (reachedYet) return
      reachedYet = true
      end('reached', 'passed', { kind: 'reached', host: hostOf(url), encrypted: /^https:/i.test(url) })
      begin('answered')
    }
    const request = leadRequest(url, body, order.timeoutMs)
    const result = await order.send(request, { signal, onConnected: reached, keepBodyBytes: keptAnswerBytes })
    const explained = explain(result)
    if (result.outcome.kind === 'failed') {
      end(reachedYet ? 'answered' : 'reached', 'failed', { kind: 'failed', explained })
      // It may have got there although nothing came back.
      const late = reachedYet && flow ? await lead.within(0, signal) : null
      if (late && flow) end('arrived', 'warning', arrivedDetail(late, flow, 'unanswered'))
      return skipRest()
    }
    reached()
    const { status, reason } = result.outcome.answer
    const taken = isTaken(status)
    const state = !taken ? 'failed' : explained.intent === 'success' ? 'passed' : 'warning'
    end('answered', state, { kind: 'answered', status, reason: reason.slice(0, 100), explained })

    if (!flow) {
      if (!taken) return skipRest()
      end('arrived', 'unknown', { kind: 'foreign' })
      return true
    }
    begin('arrived')
    const arrived = await lead.within(order.arrivalMs, signal)
    if (arrived === null) {
      if (signal.aborted) throw new AppError('cancelled')
      end('arrived', 'failed', { kind: 'not-arrived', flow: flow.name })
      return false
    }
    const arrival = taken ? 'taken' : wasRefused(arrived, status) ? 'refused' : 'answered-otherwise'
    end('arrived', arrivedState(arrived.verdict, arrival), arrivedDetail(arrived, flow, arrival))
    return taken
  } catch (error) {
    skipRest()
    throw error
  } finally {
    lead.end()
  }
}

function lookAtAddress(url: string): { readonly state: 'passed' | 'warning' | 'failed'; readonly detail: StepDetail } {
  const remark = checkAddress(url)
  const findings = examineUrl(url).findings.map(({ code, intent, params }) => ({ code, intent, params }))
  const isSuspect = remark !== null || findings.some(({ intent }) => intent !== 'info')
  return {
    state: remark?.intent === 'error' ? 'failed' : isSuspect ? 'warning' : 'passed',
    detail: { kind: 'address', remark, findings },
  }
}

function explain({ outcome, sent }: SendResult): Explained {
  const { code, intent, params } = explainOutcome(outcome, sent)
  return { code, intent, params }
}

function arrivedDetail({ id, verdict }: LeadSummary, flow: Flow, outcome: ArrivalOutcome): StepDetail {
  return { kind: 'arrived', leadId: id, verdict, flow: flow.name, outcome }
}

function arrivedState(verdict: LeadSummary['verdict'], outcome: ArrivalOutcome): Passed {
  if (outcome === 'refused') return 'failed'
  const isFine = verdict === 'matches' || verdict === 'matches-with-warnings'
  return isFine && outcome === 'taken' ? 'passed' : 'warning'
}

/** The trigger itself refuses what it cannot match, and with 400 what its schema forbids; any other error is the flow's. */
function wasRefused({ verdict }: LeadSummary, status: number): boolean {
  return verdict === 'unmatched' || (verdict === 'does-not-match' && status === 400)
}

/** The test lead's own name, whose digits no other has. */
function markOf(body: Uint8Array): string {
  return /MSFT_TEST_\d+/.exec(new TextDecoder().decode(body))?.[0] ?? ''
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
