import { create } from 'zustand'

/** A run that some place asked to be shown, until the run history shows it. */
export type RunToOpen = { readonly flowId: string; readonly id: number }

/** The run that other places, and tests that end, ask the run history for. */
export const useOpenRun = create<{ readonly wanted: RunToOpen | null }>(() => ({ wanted: null }))

/** It is shown, or another part of the flow is to be. */
export function forgetWantedRun(): void {
  useOpenRun.setState({ wanted: null })
}

export function openRun({ flowId, id }: RunToOpen): void {
  useOpenRun.setState({ wanted: { flowId, id } })
}
