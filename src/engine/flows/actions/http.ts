import type { HttpAction } from '@shared/flow/action'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { sendGuarded } from '../../sender/guarded-request'
import type { Reach } from '../reach'
import { failed, type StepResult, succeeded } from '../step-result'
import { answerOutputs, explainHttp } from './explain-http'
import { fillHttp } from './fill-http'

/** One attempt at an *HTTP* step. */
export async function callHttp(action: HttpAction, outputs: TriggerOutputs, reach: Reach): Promise<StepResult> {
  const filled = fillHttp(action, outputs)
  if (!filled.ok) return failed(filled.error, filled.shown)
  const { request, shown } = filled
  const timeoutMs = action.timeoutSeconds * 1000
  const answer = await sendGuarded({
    ...request,
    method: action.method,
    timeoutMs,
    allowPrivate: action.allowPrivate,
    signal: reach.signal,
    trustedCertificates: reach.trustedCertificates,
  })
  if (answer.kind !== 'answered' || answer.status < 200 || answer.status > 299) {
    return explainHttp(answer, request.url, timeoutMs, shown)
  }
  return succeeded({ ...shown, outputs: answerOutputs(answer) })
}
