import { AppError } from '@shared/app-error'
import type { Answer } from '@shared/lead/lead-detail'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { BeginRun, BegunRun } from '../flows/begin-run'
import { outputsOf } from '../flows/trigger-outputs'
import { type FlowDirectory, type KnownFlow, matchFlow } from '../receiver/match-flow'
import type { HeldAnswer, OnRequest, ReceivedRequest } from '../receiver/received-request'
import { notStoredAnswer } from '../receiver/transport-answer'
import { refusalAnswer } from '../receiver/trigger-answer'
import type { SchemaChecker } from '../schema/schema-checker'
import type { NewLead } from '../storage/lead-store'
import { describeLead } from './describe-lead'
import { type Judgement, judge } from './judge'
import { type ReadBody, readBody } from './read-body'
import { readRefused, shortenBody } from './read-refused'

export type IngestParts = {
  readonly flows: FlowDirectory
  readonly schemas: SchemaChecker
  /** The run of an accepted lead, and what it answers. */
  readonly beginRun: BeginRun
  /** Resolves once the lead and its run are durable. */
  readonly commit: (lead: NewLead) => Promise<LeadSummary>
  /** Hears of every failure to store (`null`: storing works). */
  readonly onStorage: (failure: AppError | null) => void
}

/**
 * The way of a request: match → read → judge → store → answer. The answer is given only after the commit;
 * where the lead cannot be kept, the answer is a 503 and never a 2xx.
 */
export function createIngest(parts: IngestParts): OnRequest {
  async function store(outcome: Outcome, started: number): Promise<Answer | HeldAnswer> {
    const { request, body, flowId } = outcome
    try {
      const begun = begin(outcome)
      const judgement = begun === null ? outcome.judgement : { ...outcome.judgement, answer: begun.answer }
      const run = begun?.run ?? null
      await parts.commit(describeLead(request, body, flowId, judgement, performance.now() - started, run))
      parts.onStorage(null)
      const hold = begun?.hold ?? null
      return hold === null ? judgement.answer : { answer: judgement.answer, hold }
    } catch (error) {
      parts.onStorage(error instanceof AppError ? error : new AppError('storage-failed', {}, { cause: error }))
      return notStoredAnswer()
    }
  }

  /** The run that an accepted request starts. */
  function begin({ request, body, flow, judgement }: Outcome): BegunRun | null {
    if (flow === null || judgement.ids === null) return null
    return parts.beginRun({
      flow,
      ids: judgement.ids,
      isTest: body.lead?.isTest ?? false,
      receivedAt: request.receivedAt,
      accepted: judgement.answer,
      outputs: () => outputsOf(request, body),
    })
  }

  return (request) => {
    const started = performance.now()
    const match = matchRequest(request, parts.flows)
    const outcome = match.flow ? readAndJudge(request, match.flow, parts.schemas) : refuse(request, match)
    return outcome instanceof Promise ? outcome.then((done) => store(done, started)) : store(outcome, started)
  }
}

type Outcome = {
  readonly request: ReceivedRequest
  readonly body: ReadBody
  readonly flowId: string | null
  /** The flow that took the request; null where none did. */
  readonly flow: KnownFlow | null
  readonly judgement: Judgement
}

type Match =
  | { readonly flow: KnownFlow }
  | { readonly flow: null; readonly flowId: string | null; readonly judgement: Judgement }

/** The flow that a whole, well-addressed request belongs to, or why there is none. */
function matchRequest(request: ReceivedRequest, flows: FlowDirectory): Match {
  if (request.problem) {
    return { flow: null, flowId: null, judgement: unmatched(request.problem.diagnosis, request.problem.answer) }
  }
  const match = matchFlow(request, flows)
  if (match.kind === 'matched') return { flow: match.flow }
  const judgement = unmatched(match.diagnosis, refusalAnswer(match.refusal))
  return { flow: null, flowId: match.flow?.id ?? null, judgement }
}

function refuse(request: ReceivedRequest, { flowId, judgement }: Extract<Match, { readonly flow: null }>): Outcome {
  const short = shortenBody(request)
  const body = readRefused(short)
  return { request: short, body, flowId, flow: null, judgement: { ...judgement, findings: body.findings } }
}

/** Waits only where inflating or a slow schema makes it wait: the usual lead is through at once. */
function readAndJudge(request: ReceivedRequest, flow: KnownFlow, schemas: SchemaChecker): Outcome | Promise<Outcome> {
  const read = readBody(request)
  return read instanceof Promise ? read.then(judged) : judged(read)

  function judged(body: ReadBody): Outcome | Promise<Outcome> {
    const judgement = judge(flow, body, schemas)
    return judgement instanceof Promise
      ? judgement.then((done) => ({ request, body, flowId: flow.id, flow, judgement: done }))
      : { request, body, flowId: flow.id, flow, judgement }
  }
}

function unmatched(diagnosis: NonNullable<Judgement['diagnosis']>, answer: Answer): Judgement {
  return { verdict: 'unmatched', diagnosis, findings: [], answer, ids: null }
}
