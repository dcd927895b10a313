import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { GuideFacts } from '@shared/guide/guide-facts'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'

/** What the engine has seen of the guide's steps. `followedId` is the flow that the user chose; null: the newest. */
export const useGuide = create<{
  readonly facts: GuideFacts | null
  readonly error: AppErrorData | null
  readonly followedId: string | null
}>(() => ({ facts: null, error: null, followedId: null }))

/** What can change a step: stored leads, runs, flows, requests, offers. */
const telling: ReadonlySet<EngineEvent['type']> = new Set([
  'flows-changed',
  'leads-stored',
  'leads-deleted',
  'leads-reset',
  'flow-runs-changed',
  'flow-test-changed',
  'offers-changed',
  'collection-changed',
  'collection-removed',
  'environments-changed',
  'guide-changed',
])

/** Reads the facts and reads them again after events that can change them, until the returned function is called. */
export function followGuide(): () => void {
  const stops = [
    onEngineConnected(() => void readGuide()),
    onEngineEvents((events) => {
      if (events.some(({ type }) => telling.has(type))) void readGuide()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** @param followedId null follows the newest flow of the user's own */
export function followFlowInGuide(followedId: string | null): void {
  useGuide.setState({ followedId })
  void readGuide()
}

/** Tells the engine that a flow's URL is on the clipboard. */
export async function noteUrlCopied(flowId: string): Promise<void> {
  try {
    await callEngine('guide.url-copied', { flowId })
  } catch {
    // The URL was copied all the same: the guide's step just stays open until the next time.
  }
}

let isReading = false
let isStale = false

/** One at a time: what comes meanwhile is read once, afterwards. */
async function readGuide(): Promise<void> {
  isStale = true
  if (isReading) return
  isReading = true
  try {
    while (isStale) {
      isStale = false
      useGuide.setState({
        facts: await callEngine('guide.read', { flowId: useGuide.getState().followedId }),
        error: null,
      })
    }
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which reads again.
    if (data.code !== 'engine-stopped') useGuide.setState({ error: data })
  } finally {
    isReading = false
  }
}
