import { AppError } from '@shared/app-error'
import type { Answer } from '@shared/lead/lead-detail'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { type FlowDirectory, matchFlow } from '../receiver/match-flow'
import type { OnRequest, ReceivedRequest } from '../receiver/received-request'
import { notStoredAnswer } from '../receiver/transport-answer'
import { refusalAnswer } from '../receiver/trigger-answer'
import type { SchemaChecker } from '../schema/schema-checker'
import type { NewLead } from '../storage/lead-store'
import { describeLead } from './describe-lead'
import { type Judgement, judge } from './judge'
import { type ReadBody, readBody } from './read-body'

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
  return (request) => {
    const started = performance.now()
    const read = readBody(request)
    const judged = read instanceof Promise ? read.then((body) => decide(body)) : decide(read)
    return judged instanceof Promise ? judged.then(store) : store(judged)

    function decide(body: ReadBody): Outcome | Promise<Outcome> {
      const refused = refuse(request, parts.flows)
      if ('judgement' in refused) return { body, ...refused }
      const judgement = judge(refused.flow, body, parts.schemas)
      return judgement instanceof Promise
        ? judgement.then((done) => ({ body, flowId: refused.flow.id, judgement: done }))
        : { body, flowId: refused.flow.id, judgement }
    }

    async function store({ body, flowId, judgement }: Outcome): Promise<Answer> {
      const lead = describeLead(request, body, flowId, judgement, performance.now() - started)
      try {
        await parts.commit(lead)
        parts.onStorage(null)
        return judgement.answer
      } catch (error) {
        parts.onStorage(error instanceof AppError ? error : new AppError('storage-failed', {}, { cause: error }))
        return notStoredAnswer()
      }
    }
  }
}

type Outcome = { readonly body: ReadBody; readonly flowId: string | null; readonly judgement: Judgement }

type Matched = { readonly flow: Extract<ReturnType<typeof matchFlow>, { kind: 'matched' }>['flow'] }
type Refused = { readonly flowId: string | null; readonly judgement: Judgement }

/** The flow that a whole, well-addressed request belongs to, or why there is none. */
function refuse(request: ReceivedRequest, flows: FlowDirectory): Matched | Refused {
  if (request.problem) return { flowId: null, judgement: unmatched(request.problem.diagnosis, request.problem.answer) }
  const match = matchFlow(request, flows)
  if (match.kind === 'matched') return { flow: match.flow }
  return { flowId: match.flow?.id ?? null, judgement: unmatched(match.diagnosis, refusalAnswer(match.refusal)) }
}

function unmatched(diagnosis: NonNullable<Judgement['diagnosis']>, answer: Answer): Judgement {
  return { verdict: 'unmatched', diagnosis, findings: [], answer }
}
