import type { FlowActivity } from '@shared/flow/flow-activity'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'

/** How many leads each flow has and when the last one came, by the flow's id. */
export const useFlowActivity = create<{ readonly activity: ReadonlyMap<string, FlowActivity> }>(() => ({
  activity: new Map(),
}))

let follows = false

/** Reads it and keeps it up to date from then on. */
export function followFlowActivity(): void {
  if (follows) return
  follows = true
  onEngineConnected(() => void read())
  onEngineEvents((events) => {
    for (const event of events) if (event.type === 'flow-activity') set(event.activity)
  })
}

async function read(): Promise<void> {
  try {
    set(await callEngine('flow.activity', {}))
  } catch {
    // The engine stopped: the next connection reads again, and the status bar tells.
  }
}

function set(activity: readonly FlowActivity[]): void {
  useFlowActivity.setState({ activity: new Map(activity.map((entry) => [entry.flowId, entry])) })
}
