import type { Flow } from '@shared/flow/flow'
import { create } from 'zustand'

/** The flow that the inbox's bar and the flows' view show; null for the first one. */
export const useChosenFlow = create<{ readonly id: string | null }>(() => ({ id: null }))

export function chooseFlow(id: string): void {
  useChosenFlow.setState({ id })
}

const key = 'chosen-flow'

/** Chooses what was chosen when the window was closed, and keeps what is chosen from now on. */
export function rememberChosenFlow(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const id = storage.getItem(key)
  if (id !== null) chooseFlow(id)
  useChosenFlow.subscribe((chosen) => chosen.id !== null && storage.setItem(key, chosen.id))
}

/** Pure: the flows that are not deleted. */
export function presentFlows(flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(({ state }) => state !== 'deleted')
}

/** Pure: the chosen flow, or the first where it is deleted or none is chosen. */
export function chosenFlow(flows: readonly Flow[], id: string | null): Flow | undefined {
  const present = presentFlows(flows)
  return present.find((flow) => flow.id === id) ?? present[0]
}
