import { AppError } from '@shared/app-error'
import type { Answer } from '@shared/lead/lead-detail'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { type FlowDirectory, type KnownFlow, matchFlow } from '../receiver/match-flow'
import type { OnRequest, ReceivedRequest } from '../receiver/received-request'
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
  /** Resolves once the lead is durable. */
  readonly commit: (lead: NewLead) => Promise<LeadSummary>
  /** Hears of every failure to store (`null`: storing works). */
  readonly onStorage: (failure: AppError | null) => void
}

/**
 * The way of a request: match → read → judge → store → answer. The answer is given only after the commit;
 * where the lead cannot be kept, the answer is a 503 and never a 2xx.
 */
export function createIngest(parts: IngestParts): OnRequest {
  async function store(outcome: Outcome, started: number): Promise<Answer> {
    const { request, body, flowId, judgement } = outcome
    try {
      await parts.commit(describeLead(request, body, flowId, judgement, performance.now() - started))
      parts.onStorage(null)
      return judgement.answer
    } catch (error) {
      parts.onStorage(error instanceof AppError ? error : new AppError('storage-failed', {}, { cause: error }))
      return notStoredAnswer()
    }
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
  return { request: short, body, flowId, judgement: { ...judgement, findings: body.findings } }
}

/** Waits only where inflating or a slow schema makes it wait: the usual lead is through at once. */
function readAndJudge(request: ReceivedRequest, flow: KnownFlow, schemas: SchemaChecker): Outcome | Promise<Outcome> {
  const read = readBody(request)
  return read instanceof Promise ? read.then(judged) : judged(read)

  function judged(body: ReadBody): Outcome | Promise<Outcome> {
    const judgement = judge(flow, body, schemas)
    return judgement instanceof Promise
      ? judgement.then((done) => ({ request, body, flowId: flow.id, judgement: done }))
      : { request, body, flowId: flow.id, judgement }
  }
}

function unmatched(diagnosis: NonNullable<Judgement['diagnosis']>, answer: Answer): Judgement {
  return { verdict: 'unmatched', diagnosis, findings: [], answer }
}
