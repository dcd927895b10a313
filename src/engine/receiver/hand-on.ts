import type { Answer } from '@shared/lead/lead-detail'
import type { HeldAnswer, ReceivedRequest } from './received-request'
import type { ReceiverContext } from './receiver-context'
import { notStoredAnswer } from './transport-answer'

/**
 * Gives a request to whoever stores it and calls `respond` once with the answer, so that `stop` can wait for it.
 * An answer to be held goes to `hold`, where there is a connection that can wait. Whoever stores says why that failed; here only one thing is left to do then: no 2xx.
 */
export function handOn(
  context: ReceiverContext,
  request: ReceivedRequest,
  respond: (answer: Answer) => void,
  hold?: (held: HeldAnswer) => void,
): void {
  const { load } = context
  load.pending += 1
  const done = (given: Answer | HeldAnswer): void => {
    load.pending -= 1
    if (!('hold' in given)) respond(given)
    else if (hold !== undefined) hold(given)
    else respond(given.answer)
    if (load.pending === 0 && load.onIdle !== null) load.onIdle()
  }
  context.onRequest(request).then(done, () => done(notStoredAnswer()))
}
