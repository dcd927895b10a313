import { describe, expect, it } from 'vitest'
import { newAnswerIds, runIdTime } from '../../../../src/engine/receiver/answer-ids'
import { sampleFlow } from './known-flow'

describe('run ids', () => {
  it('tell when they were given, to the millisecond', () => {
    const before = Date.now()
    const time = runIdTime(newAnswerIds(sampleFlow).runId)
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now())
  })

  it('of others tell nothing', () => {
    for (const id of ['', 'of another one', '0858406341731114706377505062', 'x08584063417311147063775050621CU22'])
      expect(runIdTime(id)).toBeNull()
  })
})
