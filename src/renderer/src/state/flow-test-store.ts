import { type AppErrorData, toErrorData } from '@shared/app-error'
import { assertNever } from '@shared/assert-never'
import type { EngineEvent } from '@shared/contract/engine-events'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'
import { openRun } from './open-run-store'

/** *Test* of a flow, from the press to the run that ended it. */
export type FlowTestState =
  | { readonly state: 'starting' }
  | { readonly state: 'waiting'; readonly since: number }
  /** A request came; its run may still be under way. */
  | { readonly state: 'ended'; readonly runId: number }
  /** A request came, and the trigger refused it: there is no run. */
  | { readonly state: 'refused'; readonly leadId: number }
  /** The engine was started anew meanwhile: nothing waits any more. */
  | { readonly state: 'lost' }
  | { readonly state: 'failed'; readonly error: AppErrorData }

export type FlowTests = Readonly<Record<string, FlowTestState>>

export const useFlowTests = create<{ readonly tests: FlowTests }>(() => ({ tests: {} }))

/** Pure: the tests after an event of the engine. */
export function applyTestEvent(tests: FlowTests, event: EngineEvent): FlowTests {
  if (event.type === 'flow-test-changed') {
    // Events come in batches: this one may have been stopped here before it is told.
    if (!tests[event.test.flowId]) return tests
    return { ...tests, [event.test.flowId]: { state: 'waiting', since: event.test.since } }
  }
  if (event.type !== 'flow-test-ended') return tests
  const { flowId, ended } = event
  switch (ended.by) {
    case 'run':
      return { ...tests, [flowId]: { state: 'ended', runId: ended.runId } }
    case 'refusal':
      // One that was stopped here is gone already.
      return tests[flowId]?.state === 'waiting'
        ? { ...tests, [flowId]: { state: 'refused', leadId: ended.leadId } }
        : tests
    case 'stop':
      // Gone already, or begun anew meanwhile: its own event is on its way.
      return tests
    default:
      return assertNever(ended)
  }
}

/** Pure: the tests after a restart of the engine, which waits for nothing. */
export function loseTests(tests: FlowTests): FlowTests {
  return Object.fromEntries(
    Object.entries(tests).map(([flowId, test]) => [
      flowId,
      test.state === 'waiting' || test.state === 'starting' ? { state: 'lost' as const } : test,
    ]),
  )
}

let isFollowing = false

/** Follows the tests, and opens the run that ends one. */
export function followFlowTests(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => useFlowTests.setState(({ tests }) => ({ tests: loseTests(tests) })))
  onEngineEvents((events) => {
    useFlowTests.setState(({ tests }) => ({ tests: events.reduce(applyTestEvent, tests) }))
    // Once, as it ends: what is opened afterwards stays open while the outcome is still on the screen.
    for (const event of events) {
      if (event.type === 'flow-test-ended' && event.ended.by === 'run')
        openRun({ flowId: event.flowId, id: event.ended.runId })
    }
  })
}

/** Begins to wait for the next request to the flow. */
export async function startTest(flowId: string): Promise<void> {
  followFlowTests()
  setTest(flowId, { state: 'starting' })
  try {
    const { since } = await callEngine('flow-test.start', { flowId })
    // The request may have come before this answer.
    if (useFlowTests.getState().tests[flowId]?.state === 'starting') setTest(flowId, { state: 'waiting', since })
  } catch (error) {
    setTest(flowId, { state: 'failed', error: toErrorData(error) })
  }
}

/** Stops waiting, or takes the outcome away. */
export async function stopTest(flowId: string): Promise<void> {
  const test = useFlowTests.getState().tests[flowId]
  useFlowTests.setState(({ tests: { [flowId]: _, ...others } }) => ({ tests: others }))
  if (test?.state !== 'waiting' && test?.state !== 'starting') return
  try {
    await callEngine('flow-test.stop', { flowId })
  } catch (error) {
    setTest(flowId, { state: 'failed', error: toErrorData(error) })
  }
}

function setTest(flowId: string, test: FlowTestState): void {
  useFlowTests.setState(({ tests }) => ({ tests: { ...tests, [flowId]: test } }))
}
