import type { SendOutcomeDetail, SentRequest } from './answer'
import { explainAnswer, runIdOf } from './explain-answer'
import { explainFailure } from './explain-failure'
import type { Explanation } from './explanation'

/** What came of a send, in the words of the locale `explain`: what happened, why, and what to do next. */
export function explainOutcome(outcome: SendOutcomeDetail, sent: SentRequest): Explanation {
  if (outcome.kind === 'failed') {
    return { ...explainFailure(outcome.failure, outcome.certificate, sent), runId: null }
  }
  return { ...explainAnswer(outcome.answer, sent), runId: runIdOf(outcome.answer) }
}
