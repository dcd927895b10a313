import type { GuideFlow, GuideRun } from './guide-facts'
import type { GuidePlace, GuideSeen, GuideStepId } from './guide-steps'
import { type Judgement, seen, shownName } from './judgement'

type TrialStep = Extract<GuideStepId, 'request' | 'test' | 'send' | 'run'>

/** *Test it*: the saved request, the test, and what came of them. */
export function judgeTrial(flow: GuideFlow | null): Readonly<Record<TrialStep, Judgement>> {
  const request = judgeRequest(flow)
  if (flow === null) {
    const makeIt: Judgement = { isDone: false, seen: null, place: { kind: 'new-flow' } }
    return { request, test: makeIt, send: makeIt, run: makeIt }
  }
  const { testedAt, run } = flow
  const test: GuidePlace = { kind: 'test', flowId: flow.id }
  return {
    request,
    test: {
      isDone: testedAt !== null,
      seen: testedAt === null ? null : seen('testStarted', {}, testedAt),
      place: test,
    },
    send: judgeSend(flow, request.place),
    run: {
      isDone: run?.state === 'succeeded',
      seen: run === null ? null : runSeen(run),
      place: run === null ? test : { kind: 'run', flowId: flow.id, id: run.id },
    },
  }
}

function judgeRequest(flow: GuideFlow | null): Judgement {
  const request = flow?.request ?? null
  if (flow === null || request === null) return { isDone: false, seen: null, place: { kind: 'new-request' } }
  const params = { request: shownName(request.name), folder: shownName(request.folder), flow: shownName(flow.name) }
  return { isDone: true, seen: seen('requestSaved', params), place: { kind: 'request', nodeId: request.nodeId } }
}

/** A run proves a request too, when the request's lead was removed since. */
function judgeSend({ name, accepted, refused, run }: GuideFlow, request: GuidePlace): Judgement {
  const params = { flow: shownName(name) }
  if (accepted !== null)
    return { isDone: true, seen: seen('requestTaken', params, accepted.at), place: { kind: 'lead', id: accepted.id } }
  if (run !== null) return { isDone: true, seen: seen('requestTaken', params, run.at), place: request }
  if (refused === null) return { isDone: false, seen: null, place: request }
  return { isDone: false, seen: seen('requestRefused', params, refused.at), place: { kind: 'lead', id: refused.id } }
}

function runSeen({ state, madeRecord, sentMail, at }: GuideRun): GuideSeen {
  if (state === 'running') return seen('runRunning', {}, at)
  if (state === 'failed') return seen('runFailed', {}, at)
  if (madeRecord && sentMail) return seen('runBoth', {}, at)
  if (madeRecord) return seen('runRecord', {}, at)
  return seen(sentMail ? 'runMail' : 'runSucceeded', {}, at)
}
