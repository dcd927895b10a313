import type { EngineEvent } from '@shared/contract/engine-events'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { FlowTest, FlowTestEnd, RunSummary } from '@shared/run/run'

/** *Test > I'll perform the trigger action*: tests that wait for the next request to their flow. */
export type FlowTests = {
  readonly start: (flowId: string) => FlowTest
  readonly stop: (flowId: string) => void
  /** Hears of stored requests, the refused ones too: each ends the test of its flow. */
  readonly onStored: (summaries: readonly LeadSummary[]) => void
}

export function createFlowTests(
  runsOf: (leadId: number) => readonly RunSummary[],
  publish: (event: EngineEvent) => void,
): FlowTests {
  const waiting = new Map<string, FlowTest>()

  function end(flowId: string, ended: FlowTestEnd): void {
    if (waiting.delete(flowId)) publish({ type: 'flow-test-ended', flowId, ended })
  }

  return {
    start: (flowId) => {
      const test = { flowId, since: Date.now() }
      waiting.set(flowId, test)
      publish({ type: 'flow-test-changed', test })
      return test
    },
    stop: (flowId) => end(flowId, { by: 'stop' }),
    onStored: (summaries) => {
      if (waiting.size === 0) return
      for (const { id, flowId } of summaries) {
        if (flowId === null || !waiting.has(flowId)) continue
        const run = runsOf(id)[0]
        end(flowId, run === undefined ? { by: 'refusal', leadId: id } : { by: 'run', runId: run.id })
      }
    },
  }
}
