import { create } from 'zustand'
import { startTest, stopTest, useFlowTests } from './flow-test-store'
import { useView } from './view-store'

/** The flow whose *Test* is shown beside the composer; null while none is. */
export const useTestBeside = create<{ readonly flowId: string | null }>(() => ({ flowId: null }))

/** Shows the composer with the flow's test beside it, and begins the test unless it waits already. */
export function testBesideComposer(flowId: string): void {
  if (useFlowTests.getState().tests[flowId]?.state !== 'waiting') void startTest(flowId)
  useTestBeside.setState({ flowId })
  useView.getState().show('composer')
}

/** Takes the test away from the composer; one that still waits ends. */
export function closeTestBeside(): void {
  const { flowId } = useTestBeside.getState()
  useTestBeside.setState({ flowId: null })
  if (flowId !== null) void stopTest(flowId)
}
