import { create } from 'zustand'

/** A run that some place asked to be shown; every request is a new object. */
export type RunToOpen = { readonly flowId: string; readonly id: number }

/** The run that other places ask the run history for. */
export const useOpenRun = create<{ readonly wanted: RunToOpen | null }>(() => ({ wanted: null }))

/** Another part of the flow is to be shown. */
export function forgetWantedRun(): void {
  useOpenRun.setState({ wanted: null })
}

export function openRun({ flowId, id }: RunToOpen): void {
  useOpenRun.setState({ wanted: { flowId, id } })
}
