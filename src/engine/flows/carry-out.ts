import { assertNever } from '@shared/assert-never'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { createRecord } from './actions/create-record'
import { callHttp } from './actions/http'
import { sendEmail } from './actions/send-email'
import { hideSecrets, secretsOf } from './hide-secrets'
import type { Reach } from './reach'
import type { StepResult } from './step-result'
import type { RealAction } from './walk-run'

/** One attempt at a step that reaches another system; what it shows has no secrets. */
export async function carryOut(action: RealAction, outputs: TriggerOutputs, reach: Reach): Promise<StepResult> {
  const connection = action.type === 'http' ? null : reach.connection(action.connectionId ?? '')
  return hideSecrets(await attempt(action, outputs, reach), secretsOf(action, connection))
}

function attempt(action: RealAction, outputs: TriggerOutputs, reach: Reach): Promise<StepResult> {
  switch (action.type) {
    case 'send-email':
      return sendEmail(action, outputs, reach)
    case 'create-record':
      return createRecord(action, outputs, reach)
    case 'http':
      return callHttp(action, outputs, reach)
    default:
      return assertNever(action)
  }
}
