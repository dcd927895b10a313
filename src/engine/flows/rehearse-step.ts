import { assertNever } from '@shared/assert-never'
import type { ConditionAction, FlowAction, ResponseAction } from '@shared/flow/action'
import { fillMail } from './actions/fill-mail'
import { fillRecord } from './actions/fill-record'
import { fillResponse, responseOutputs } from './actions/response'
import { writeAddress } from './actions/split-addresses'
import type { RunProgress } from './run-progress'
import { failed, type StepResult, stepError, succeeded, timedOut } from './step-result'

/** The end of a step that reaches no other system, with what it leaves in the outbox or the CRM's list. */
export function rehearseStep(progress: RunProgress, action: Exclude<FlowAction, ConditionAction>): StepResult {
  const { outputs } = progress
  const { summary } = progress.run
  const made = { createdAt: Date.now(), flowName: summary.flowName, runId: summary.id }
  switch (action.type) {
    case 'response':
      return respond(progress, action)
    case 'send-email': {
      const filled = fillMail(action, outputs)
      if (!filled.ok) return failed(filled.error, filled.shown)
      const { mail, shown } = filled
      const { subject, html, text, importance } = mail
      const [to, cc, bcc] = [mail.to, mail.cc, mail.bcc].map((list) => list.map(writeAddress))
      return succeeded(shown, {
        kind: 'mail',
        mail: { ...made, to: to ?? [], cc: cc ?? [], bcc: bcc ?? [], subject, importance, html, text },
      })
    }
    case 'create-record': {
      const { columns, shown } = fillRecord(action, outputs)
      return succeeded(shown, { kind: 'crm-record', record: { ...made, system: action.system, columns } })
    }
    case 'http':
      throw new Error('HTTP steps are not rehearsed.')
    default:
      return assertNever(action)
  }
}

/** The sender was answered when its lead came; the step says what with. */
function respond({ run, outputs }: RunProgress, action: ResponseAction): StepResult {
  const { answered } = run.work
  const filled = fillResponse(action, outputs)
  const shown = { outputs: responseOutputs(action, filled), blankTokens: filled.blankTokens }
  // A resubmitted run has no sender who waits.
  if (answered === null) return succeeded(shown)
  if (answered.actionId !== action.id) return failed(stepError('response-too-late'), shown)
  if (!answered.late) return succeeded(shown)
  return timedOut(stepError('response-late', { seconds: action.delaySeconds }), shown)
}
