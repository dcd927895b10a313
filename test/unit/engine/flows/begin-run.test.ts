import { expect, it } from 'vitest'
import { responseLimitMs } from '../../../../src/engine/flows/actions/response'
import { createBeginRun } from '../../../../src/engine/flows/begin-run'
import { newAnswerIds } from '../../../../src/engine/receiver/answer-ids'
import { acceptedAnswer } from '../../../../src/engine/receiver/trigger-answer'
import { responseAction } from '../../../helpers/flow-actions'
import { sampleFlow } from '../receiver/known-flow'

it('answers 504 when the limit is over where a Response would come later than that', () => {
  const ids = newAnswerIds(sampleFlow)
  const begin = createBeginRun(() => [responseAction({ delaySeconds: 121 })], responseLimitMs)
  const begun = begin({
    flow: sampleFlow,
    ids,
    isTest: false,
    receivedAt: 1000,
    accepted: acceptedAnswer(sampleFlow, ids),
    outputs: () => ({ headers: [], body: null }),
  })
  expect(begun.answer.status).toBe(504)
  expect(begun.hold).toEqual({ afterMs: 120_000, drop: false })
  expect(begun.run.plan).toMatchObject({ lane: 0, dueAt: 121_000 })
  expect(JSON.parse(begun.run.plan?.work ?? '').answered).toMatchObject({ actionId: 'response', late: true })
})

it('answers 502 where the Response would become too long, and begins the run all the same', () => {
  const ids = newAnswerIds(sampleFlow)
  const begun = createBeginRun(
    () => [responseAction({ body: '@{triggerBody()}'.repeat(40) })],
    responseLimitMs,
  )({
    flow: sampleFlow,
    ids,
    isTest: false,
    receivedAt: 1000,
    accepted: acceptedAnswer(sampleFlow, ids),
    outputs: () => ({ headers: [], body: 'x'.repeat(1_000_000) }),
  })
  expect(begun.answer.status).toBe(502)
  expect(JSON.parse(begun.run.plan?.work ?? '').answered).toMatchObject({ actionId: null })
})
